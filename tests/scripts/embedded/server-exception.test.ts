import { ServerException } from "../../../scripts/embedded/server-exception";

const ONE = "Code: 73. DB::Exception: Unknown format Foo. (UNKNOWN_FORMAT)";
const AROUND = " (version 26.7.2.1). (UNKNOWN_FORMAT)";

it.each([
  ONE,
  `Code: 73. DB::Exception: ${ONE}${AROUND}`,
  `Code: 73. DB::Exception: Code: 73. DB::Exception: ${ONE}${AROUND}${AROUND}`,
])("an exception is told once, however often the engine wraps it: %s", (message) => {
  expect(ServerException.fromEngine(new Error(message)).message).toBe(ONE);
});
