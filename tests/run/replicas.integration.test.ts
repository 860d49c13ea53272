import { countRows } from "../../app/table/table-state";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { type Logged, type ServerAnswer, withLoggingProxy } from "../support/logging-proxy";
import { openTableWithLedger, summary, type TableWithLedger } from "../support/table-with-ledger";

const ROWS = 20_000;
const LEDGER = /t_\w{8}_(?:runs|steps)\b/;
const ASKS = /FROM system\.tables .*Replicated/;
const TABLE = /\bt_\w{8}/;
const QUORUM = ["select_sequential_consistency", "insert_quorum", "insert_quorum_parallel"];
const SYNC = /^SYSTEM SYNC REPLICA /;

let server: TestEmbedded;
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server?.stop());

/**
 * Fills a table through a proxy.
 * @param refuse as {@link withLoggingProxy} takes it
 * @param isReplicated whether the proxy has it that there are replicas: the embedded server has none
 */
async function filled(
  refuse: (statement: string) => ServerAnswer | undefined,
  prepare: (table: TableWithLedger) => void = () => {},
  isReplicated = true,
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
    (statement) =>
      isReplicated && ASKS.test(statement) ? { body: '{"replicated":"1"}\n' } : refuse(statement),
  );
}

const answer = (code: number, name: string, text: string): ServerAnswer => ({
  status: 500,
  code,
  name,
  text,
});
const settings = ({ parameters }: Logged, ...names: string[]) => names.map((name) => parameters.get(name));

it("what is asked of the ledger is asked of a quorum, which has what it was told", async () => {
  const { log } = await filled(() => undefined);
  const of = (kind: RegExp, ledger: boolean) =>
    log.filter(({ query }) => kind.test(query) && TABLE.test(query) && LEDGER.test(query) === ledger);
  const [asked, told] = [of(/^\s*SELECT/, true), of(/^INSERT/, true)];
  expect(asked.length).toBeGreaterThan(4);
  expect(told.length).toBeGreaterThan(4);
  for (const request of [...asked, ...told]) expect(settings(request, ...QUORUM)).toEqual(["1", "auto", "0"]);
  // Of a table that others write to, this would hide the rows of inserts without a quorum.
  const others = [...of(/^\s*SELECT/, false), ...of(/^INSERT/, false)];
  expect(others.length).toBeGreaterThan(ROWS / 2_000);
  for (const request of others) expect(settings(request, ...QUORUM)).toEqual([null, null, null]);
});

it("where no table has replicas, nothing is said of a quorum", async () => {
  const { log } = await filled(() => undefined, undefined, false);
  expect(log.length).toBeGreaterThan(20);
  for (const request of log) expect(settings(request, ...QUORUM)).toEqual([null, null, null]);
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
