import { connectMoose, mooseConnection } from "../../../app/writer/olap/moose-connection";

test.each([
  ["::1", "[::1]"],
  ["[::1]", "[::1]"],
  ["localhost", "localhost"],
])("Moose gets the host %s as a URL has it: %s", async (host, expected) => {
  await connectMoose({ host, port: 8123, user: "u", password: "p", database: "d", useSsl: false });
  expect(await mooseConnection()).toMatchObject({ host: expected, port: 8123 });
});
