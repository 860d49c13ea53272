import { countRows } from "../../app/table/table-state";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { type Logged, type ServerAnswer, withLoggingProxy } from "../support/logging-proxy";
import { openTableWithLedger, summary, type TableWithLedger } from "../support/table-with-ledger";

const ROWS = 20_000;
const LEDGER = /t_\w{8}_(?:runs|steps)\b/;
const SYNC = /^SYSTEM SYNC REPLICA /;

let server: TestEmbedded;
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server?.stop());

/** Fills a table through a proxy. @param refuse as {@link withLoggingProxy} takes it */
async function filled(
  refuse: (statement: string) => ServerAnswer | undefined,
  prepare: (table: TableWithLedger) => void = () => {},
) {
  return withLoggingProxy(
    server.connection,
    async (proxied, log) => {
      const table = await openTableWithLedger(proxied);
      prepare(table);
      const events = await table.fill(ROWS);
      const rows = await countRows(table.client, table.table);
      await table.close();
      return { events, rows, log: [...log] };
    },
    refuse,
  );
}

const answer = (code: number, name: string, text: string): ServerAnswer => ({
  status: 500,
  code,
  name,
  text,
});
const settings = ({ parameters }: Logged, ...names: string[]) => names.map((name) => parameters.get(name));

it("all that is asked of table and ledger is asked of a quorum, which has what the ledger was told", async () => {
  const { log } = await filled(() => undefined);
  const asked = log.filter(({ query }) => /^\s*SELECT\b[^]*\bt_\w{8}/.test(query));
  expect(asked.some(({ query }) => LEDGER.test(query))).toBe(true);
  expect(asked.some(({ query }) => !LEDGER.test(query))).toBe(true);
  for (const question of asked) expect(settings(question, "select_sequential_consistency")).toEqual(["1"]);

  const quorum = (request: Logged) => settings(request, "insert_quorum", "insert_quorum_parallel");
  const [told, written] = [true, false].map((ofLedger) =>
    log.filter(({ query }) => query.startsWith("INSERT") && LEDGER.test(query) === ofLedger),
  );
  expect(told!.length).toBeGreaterThan(4);
  for (const insert of told!) expect(quorum(insert)).toEqual(["auto", "0"]);
  expect(written!.length).toBe(ROWS / 2_000);
  for (const insert of written!) expect(quorum(insert)).toEqual([null, null]);
});

it("an insert into the ledger that has to wait for another one's quorum is sent again", async () => {
  let told = 0;
  const { events, rows } = await filled((statement) => {
    if (!statement.startsWith("INSERT") || !LEDGER.test(statement) || ++told % 4 === 0) return undefined;
    return answer(
      286,
      "UNSATISFIED_QUORUM_FOR_PREVIOUS_WRITE",
      "Quorum for previous write has not been satisfied yet",
    );
  });
  expect(told).toBeGreaterThan(16);
  expect(summary(events)).toMatchObject({ outcome: "complete" });
  expect(events.filter(({ kind }) => kind === "retry")).toEqual([]);
  expect(rows).toBe(ROWS);
});

describe("a replicated table", () => {
  const replicated = ({ table }: TableWithLedger) => {
    Object.assign(table.definition, { engine: "ReplicatedMergeTree" });
    Object.assign(table, { replicated: true });
  };

  it("is asked only when this replica has caught up", async () => {
    const order: string[] = [];
    let synced = 0;
    const { events, rows } = await filled((statement) => {
      if (SYNC.test(statement)) {
        order.push("sync");
        if (++synced < 3) return answer(159, "TIMEOUT_EXCEEDED", "SYNC REPLICA local.t: command timed out");
      } else if (/intHash64/.test(statement)) order.push("survey");
      else if (statement.startsWith("INSERT") && !LEDGER.test(statement)) order.push("insert");
      return undefined;
    }, replicated);
    expect(order.slice(0, 3)).toEqual(["sync", "sync", "sync"]);
    expect(order.lastIndexOf("sync")).toBeGreaterThan(order.lastIndexOf("insert"));
    expect(events.filter(({ kind }) => kind === "retry")).toHaveLength(2);
    expect(summary(events)).toMatchObject({ outcome: "complete" });
    expect(rows).toBe(ROWS);
  });

  it("is filled by one who may not ask for that", async () => {
    const { events } = await filled(
      (statement) =>
        SYNC.test(statement) ? answer(497, "ACCESS_DENIED", "panda: Not enough privileges") : undefined,
      replicated,
    );
    expect(summary(events)).toMatchObject({ outcome: "complete" });
  });
});
