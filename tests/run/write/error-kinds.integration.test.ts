import type { RunEvent } from "../../../app/run/run-event";
import { countRows } from "../../../app/table/table-state";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { type ServerAnswer, withLoggingProxy } from "../../support/logging-proxy";
import { openTableWithLedger, type TableWithLedger } from "../../support/table-with-ledger";

let server: TestEmbedded;
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server?.stop());

const answer = (code: number, name: string, text: string): ServerAnswer => ({
  status: 500,
  code,
  name,
  text,
});

/** A table whose statements that match are answered with an error `times` times. */
function withErrors(
  error: ServerAnswer,
  statements: RegExp,
  times: number,
  work: (table: TableWithLedger) => Promise<void>,
): Promise<void> {
  let left = 0;
  return withLoggingProxy(
    server.connection,
    async (proxied) => {
      const table = await openTableWithLedger(proxied);
      left = times;
      await work(table).finally(table.close);
    },
    (statement) => (left > 0 && statements.test(statement) ? (left--, error) : undefined),
  );
}

const INSERT = /^\s*INSERT INTO \S*t_[0-9a-f]{8}(?!_)/;
const SURVEY = /^\s*SELECT[^]*FROM \S*t_[0-9a-f]{8}(?!_)/;

function retries(events: readonly RunEvent[]): number {
  return events.filter(({ kind }) => kind === "retry").length;
}

describe("what heals by itself is tried again", () => {
  it.each([
    ["the network", answer(210, "NETWORK_ERROR", "Connection reset by peer"), "olap"],
    ["overload", answer(202, "TOO_MANY_SIMULTANEOUS_QUERIES", "Too many simultaneous queries"), "native"],
    ["memory", answer(241, "MEMORY_LIMIT_EXCEEDED", "(total) memory limit exceeded"), "olap"],
    [
      "too many parts",
      answer(252, "TOO_MANY_PARTS", "Too many parts (300 with average size of 1 MiB)"),
      "native",
    ],
    ["keeper", answer(999, "KEEPER_EXCEPTION", "Session expired"), "native"],
    ["a replica", answer(265, "NO_AVAILABLE_REPLICA", "no available replica"), "native"],
    ["the disk", answer(1001, "STD_EXCEPTION", "filesystem error: No space left on device"), "native"],
  ])("%s", async (_, error, writer) => {
    await withErrors(error, INSERT, 1, async (table) => {
      const events = await table.fill(10_000, { writer });
      expect(retries(events)).toBeGreaterThan(0);
      expect(await countRows(table.client, table.table)).toBe(10_000);
    });
  });
});

it("what a plan tells of sizes is asked again, too", async () => {
  const error = answer(210, "NETWORK_ERROR", "Connection reset by peer");
  await withErrors(error, /SELECT sum\(data_uncompressed_bytes\)/, 1, async (table) => {
    expect(retries(await table.fill(10_000))).toBe(1);
    expect(await countRows(table.client, table.table)).toBe(10_000);
  });
});

describe("what does not heal ends the run at once, with its cause", () => {
  it.each([
    ["a right", answer(497, "ACCESS_DENIED", "Not enough privileges"), /have the right granted/],
    ["readonly", answer(164, "READONLY", "Cannot execute query in readonly mode"), /a user that may write/],
    [
      "arrays of other lengths",
      answer(190, "SIZES_OF_ARRAYS_DONT_MATCH", "Elements a.x and a.y"),
      /Nested column/,
    ],
    ["an expression", answer(395, "FUNCTION_THROW_IF_VALUE_IS_NON_ZERO", "no"), /an expression of the table/],
    ["a division", answer(153, "ILLEGAL_DIVISION", "Division by zero"), /an expression of the table/],
    ["a setting", answer(452, "SETTING_CONSTRAINT_VIOLATION", "async_insert"), /allow this user to change/],
    ["a limit", answer(158, "TOO_MANY_ROWS", "Limit for rows to read exceeded"), /raise this user's limit/],
    [
      "the password",
      answer(516, "AUTHENTICATION_FAILED", "Authentication failed"),
      /correct user and password/,
    ],
    ["syntax", answer(62, "SYNTAX_ERROR", "Syntax error"), /Syntax error/],
    ["a code that is not listed", answer(678, "IO_URING_INIT_FAILED", "no io_uring"), /no io_uring/],
  ])("%s", async (_, error, advice) => {
    for (const [statements, flags] of [
      [INSERT, { writer: "native" }],
      [INSERT, { writer: "olap" }],
      [SURVEY, {}],
    ] as const) {
      await withErrors(error, statements, 1, async (table) => {
        const started = performance.now();
        const message: string = await table.fill(10_000, flags).then(
          (events) => `ended well after ${retries(events)} retries`,
          (failure: Error) => failure.message,
        );
        if (statements === SURVEY && message.includes("ended well"))
          throw new Error("the survey did not fail");
        expect(message).toMatch(advice);
        expect(message).not.toMatch(/Gave up/);
        // Where it speaks of running again, the cause comes first.
        expect(message).not.toMatch(/: [^;]*; run the same command again/);
        expect(performance.now() - started).toBeLessThan(60_000);
      });
    }
  });
});
