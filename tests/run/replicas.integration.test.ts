import { countRows } from "../../app/table/table-state";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { type GivenAnswer, type ServerAnswer, withLoggingProxy } from "../support/logging-proxy";
import { openTableWithLedger, summary, type TableWithLedger } from "../support/table-with-ledger";

const ROWS = 20_000;
const LEDGER = /\bt_\w{8}_(?:runs|steps)\b/;
const SYNC = /^SYSTEM SYNC REPLICA /;

type Answer = ServerAnswer | GivenAnswer | undefined;

let server: TestEmbedded;
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server?.stop());

/**
 * The embedded server has no replicas: a proxy says what a server with some would.
 * @param answer is given the names of the state tables, too
 */
async function filled(
  answer: (statement: string, tables: readonly string[]) => Answer,
  prepare: (table: TableWithLedger) => void = () => {},
) {
  const said: string[] = [];
  let tables: readonly string[] = [];
  return withLoggingProxy(
    server.connection,
    async (proxied, log) => {
      const table = await openTableWithLedger(proxied);
      tables = [table.ledger.runsTable.table, table.ledger.stepsTable.table];
      prepare(table);
      const events = await table.fill(ROWS);
      const rows = await countRows(table.client, table.table);
      await table.close();
      expect(summary(events)).toMatchObject({ outcome: "complete" });
      expect(rows).toBe(ROWS);
      return { events, said, log: [...log] };
    },
    (statement) => {
      said.push(statement);
      return answer(statement, tables);
    },
  );
}

const fails = (code: number, name: string, text: string): ServerAnswer => ({ status: 500, code, name, text });
const asksEngine = (statement: string) => /^SELECT name, engine FROM system\.tables/.test(statement);
const ofEngine = (prefix: string, tables: readonly string[]): Answer => ({
  body: tables.map((name) => `${JSON.stringify({ name, engine: `${prefix}ReplacingMergeTree` })}\n`).join(""),
});
const isQuestion = (statement: string) => /^\s*SELECT\b/.test(statement) && LEDGER.test(statement);
const count = (statements: readonly string[], is: (statement: string) => boolean) =>
  statements.filter(is).length;

describe("a replicated ledger", () => {
  const isSync = (statement: string) => SYNC.test(statement) && LEDGER.test(statement);

  it("is asked when this replica has what the others have", async () => {
    const { said } = await filled((statement, tables) =>
      asksEngine(statement)
        ? ofEngine("Replicated", tables)
        : SYNC.test(statement)
          ? { body: "" }
          : undefined,
    );
    const questions = said.flatMap((statement, i) => (isQuestion(statement) ? [i] : []));
    expect(questions.length).toBeGreaterThan(4);
    // Of both tables, before each question.
    questions.forEach((at, before) =>
      expect(count(said.slice(0, at), isSync)).toBeGreaterThanOrEqual(2 * (before + 1)),
    );
  });

  it("whose servers share their rows is asked for all of them", async () => {
    const { said, log } = await filled((statement, tables) =>
      asksEngine(statement) ? ofEngine("Shared", tables) : undefined,
    );
    const questions = log.filter(({ query }) => isQuestion(query));
    expect(questions.length).toBeGreaterThan(4);
    for (const { parameters } of questions) expect(parameters.get("select_sequential_consistency")).toBe("1");
    expect(count(said, (statement) => SYNC.test(statement))).toBe(0);
  });

  it("that is not replicated is asked at once", async () => {
    const { said } = await filled(() => undefined);
    expect(count(said, isQuestion)).toBeGreaterThan(4);
    expect(count(said, (statement) => SYNC.test(statement))).toBe(0);
  });
});

describe("a replicated table", () => {
  const replicated = ({ table }: TableWithLedger) => {
    Object.assign(table.definition, { engine: "ReplicatedMergeTree" });
    Object.assign(table, { replicated: true });
  };

  it("is looked at only when this replica has caught up", async () => {
    let synced = 0;
    const { events, said } = await filled((statement) => {
      if (!SYNC.test(statement)) return undefined;
      if (++synced > 2 && synced < 5)
        return fails(159, "TIMEOUT_EXCEEDED", "SYNC REPLICA local.t: command timed out");
      return { body: "" };
    }, replicated);
    const looks = said.flatMap((statement, i) =>
      /intHash64|min\(/.test(statement) && !LEDGER.test(statement) ? [i] : [],
    );
    expect(looks.length).toBeGreaterThan(1);
    expect(said.findIndex((statement) => SYNC.test(statement))).toBeLessThan(looks[0]!);
    const inserts = said.flatMap((statement, i) =>
      statement.startsWith("INSERT") && !LEDGER.test(statement) ? [i] : [],
    );
    expect(said.findLastIndex((statement) => SYNC.test(statement))).toBeGreaterThan(inserts.at(-1)!);
    expect(events.filter(({ kind }) => kind === "retry")).toHaveLength(2);
  });

  it("is filled by one who may not ask for that", async () => {
    const { said } = await filled(
      (statement) =>
        SYNC.test(statement) ? fails(497, "ACCESS_DENIED", "panda: Not enough privileges") : undefined,
      replicated,
    );
    expect(count(said, (statement) => SYNC.test(statement))).toBeGreaterThan(1);
  });

  it("is waited for longer by a server that does not know how to wait for rows alone", async () => {
    const { said } = await filled((statement) => {
      if (!SYNC.test(statement)) return undefined;
      return statement.endsWith("LIGHTWEIGHT")
        ? fails(62, "SYNTAX_ERROR", "Syntax error: failed at position 42 ('LIGHTWEIGHT')")
        : { body: "" };
    }, replicated);
    const [light, full] = [true, false].map((is) =>
      count(said, (statement) => SYNC.test(statement) && statement.endsWith("LIGHTWEIGHT") === is),
    );
    expect(full).toBeGreaterThan(1);
    expect(full).toBe(light);
  });
});
