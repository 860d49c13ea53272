import { QuietConsole } from "../../../app/writer/olap/quiet-console";

let log: jest.SpyInstance;
let error: jest.SpyInstance;
beforeEach(() => {
  log = jest.spyOn(console, "log").mockImplementation(() => {});
  error = jest.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => jest.restoreAllMocks());

const premature = Object.assign(new Error("Premature close"), { code: "ERR_STREAM_PREMATURE_CLOSE" });

test("keeps off the console what it is made for, and nothing else", () => {
  const quiet = new QuietConsole();
  const expected = new Error("the claim is gone");
  quiet.begin();
  quiet.expect(expected);
  console.log("Connecting to Clickhouse at http://localhost:18123");
  console.error(expected);
  console.error(premature);
  expect(log).not.toHaveBeenCalled();
  expect(error).not.toHaveBeenCalled();

  const other = new Error("the claim is gone");
  console.log("Connecting to Clickhouse at", "http://localhost:18123");
  console.error(other);
  console.error("failed:", expected);
  expect(log.mock.calls).toEqual([["Connecting to Clickhouse at", "http://localhost:18123"]]);
  expect(error.mock.calls).toEqual([[other], ["failed:", expected]]);
  quiet.end();
});

test("gives the console back when its last user ends", () => {
  const quiet = new QuietConsole();
  const before = [console.log, console.error];
  quiet.begin();
  quiet.begin();
  quiet.end();
  console.error(premature);
  expect(error).not.toHaveBeenCalled();
  quiet.end();
  expect([console.log, console.error]).toEqual(before);
  console.error(premature);
  expect(error).toHaveBeenCalledTimes(1);
});

test("leaves in place who has put himself on top meanwhile", () => {
  const quiet = new QuietConsole();
  const own = () => {};
  quiet.begin();
  console.log = own;
  quiet.end();
  expect(console.log).toBe(own);
});
