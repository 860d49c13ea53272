import { setTimeout as pause } from "node:timers/promises";
import type { Ledger } from "../../app/ledger/ledger";
import type { RunRow } from "../../app/ledger/run-row";
import { leaseRows } from "../../app/plan/lease-rows";
import { parseRequest } from "../../app/request/parse-request";
import { claimFacts } from "../../app/run/claim/claim-facts";
import { claimTable } from "../../app/run/claim/claim-table";
import { type Lease, takeLease } from "../../app/run/claim/take-lease";
import { verifyTable } from "../../app/run/check/verify-table";
import { intentOf } from "../../app/run/intent";
import type { RunEvent } from "../../app/run/run-event";
import { runFaker } from "../../app/run/run-faker";
import { thisHost } from "../../app/run/session/host";
import { serverNow } from "../../app/server/server-facts";
import { select } from "../../app/server/select";
import { quoteTable } from "../../app/server/table-name";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { openTableWithLedger, SEED, summary, type TableWithLedger } from "../support/table-with-ledger";

const ROWS = 60_000;
const BATCH = 2_000;
const SETTINGS = { seed: SEED, firstRow: 1, targetRows: ROWS, batchSize: BATCH, checkpointInterval: 1 };
const LEASES = ROWS / leaseRows(SETTINGS);

let server: TestEmbedded;
let table: TableWithLedger;
let alone: TableWithLedger;
let expected: unknown;
beforeAll(async () => {
  server = await startTestEmbedded();
  alone = await openTableWithLedger(server.connection);
  await alone.fill(ROWS);
  expected = await contents(alone);
});
afterAll(async () => {
  await alone?.close();
  await server?.stop();
});
beforeEach(async () => {
  table = await openTableWithLedger(server.connection);
});
afterEach(() => table?.close());

/** Rows and ids, and a hash of the contents whatever their order. */
function contents({ client, table: { name } }: TableWithLedger): Promise<unknown> {
  return select(
    client,
    `SELECT count() AS n, uniqExact(image_id) AS ids, sum(cityHash64(toString(tuple(*)))) AS hash FROM ${quoteTable(name)}`,
  );
}

const lead = () => table.fill(ROWS, { share: true });
const join = () => table.run({ kind: "join", request: parseRequest({ writer: "native", threads: "1" }) });

/** Resolves when somebody has claimed the table. */
async function claimed(): Promise<void> {
  while ((await table.ledger.newestRuns()).length === 0) await pause(5);
}
const ofKind = async (ledger: Ledger, kind: RunRow["kind"]) =>
  (await ledger.runs()).filter((row) => row.kind === kind);
const firstRows = (rows: readonly RunRow[]) =>
  rows.flatMap((row) => (row.kind === "lease" ? [row.first_row] : [])).sort((a, b) => a - b);
const steps = async ({ ledger }: TableWithLedger) =>
  (await ledger.steps()).map(({ first_row, rows, checksum }) => [first_row, rows, checksum]);

describe("a shared run", () => {
  it("of one worker makes the rows and steps of a run alone, and has a lease a part and one claim more", async () => {
    expect(summary(await lead())).toMatchObject({ outcome: "complete", rowsWritten: ROWS });
    expect(await contents(table)).toEqual(expected);
    expect(await steps(table)).toEqual(await steps(alone));
    expect(await ofKind(alone.ledger, "claim")).toHaveLength(1);
    expect(await ofKind(alone.ledger, "lease")).toHaveLength(0);
    expect(await ofKind(table.ledger, "claim")).toHaveLength(2);
    const parts = Array.from({ length: LEASES }, (_, i) => 1 + i * leaseRows(SETTINGS));
    expect(firstRows(await ofKind(table.ledger, "lease"))).toEqual(parts);
  });

  it("of three workers makes the same, each part by one of them", async () => {
    const leading = lead();
    await claimed();
    const summaries = (await Promise.all([leading, join(), join()])).map(summary);
    expect(summaries.every(({ outcome }) => outcome === "complete")).toBe(true);
    expect(summaries.reduce((sum, { rowsWritten }) => sum + rowsWritten, 0)).toBe(ROWS);
    expect(await contents(table)).toEqual(expected);
    expect(await steps(table)).toEqual(await steps(alone));
    const leases = await ofKind(table.ledger, "lease");
    expect(new Set(firstRows(leases)).size).toBe(leases.length);
    expect(new Set(leases.map(({ owner }) => owner.slice(0, 36))).size).toBe(3);
  });

  it("leaves the same columns to the server, whoever writes them", async () => {
    const leading = table.fill(ROWS, { share: true, skipColumns: "age,caption" });
    await claimed();
    await Promise.all([leading, join(), join()]);
    const { name } = table.table;
    const query = `SELECT countIf(caption != '') + countIf(isNotNull(age)) AS filled, count() AS n FROM ${quoteTable(name)}`;
    expect(await select(table.client, query)).toEqual([{ filled: "0", n: `${ROWS}` }]);
  });

  it("leaves columns to the server that are not compared, too, whoever writes them", async () => {
    await table.close();
    const columns =
      "image_id UInt32, upload_date Date, j JSON, k JSON, e String TTL upload_date + INTERVAL 50 YEAR";
    table = await openTableWithLedger(server.connection, columns);
    const leading = table.fill(ROWS, { share: true, skipColumns: "j,e" });
    await claimed();
    await Promise.all([leading, join(), join()]);
    const owners = (await ofKind(table.ledger, "lease")).map(({ owner }) => owner.slice(0, 36));
    expect(new Set(owners).size).toBe(3);
    const query = `SELECT countIf(toString(j) != '{}') AS j, countIf(e != '') AS e, countIf(toString(k) = '{}') AS empty, count() AS n`;
    expect(await select(table.client, `${query} FROM ${quoteTable(table.table.name)}`)).toEqual([
      { j: "0", e: "0", empty: "0", n: `${ROWS}` },
    ]);
  });

  it("that was stopped with gaps does not end before the last of its rows", async () => {
    const stop = new AbortController();
    const request = {
      ...parseRequest({ rows: `${ROWS}`, seed: SEED, batchSize: `${BATCH}`, writer: "native" }),
      share: true,
    };
    // Its second part is under way, and the first has been given up.
    const facts = claimFacts("fill", table.table, "held", SETTINGS);
    const { ownership } = await claimTable({ ...table, ...thisHost("terminal") }, { ...facts, shared: true });
    const most = leaseRows(SETTINGS);
    const run = {
      facts: { ...facts, spec: "" },
      under: ownership.epoch,
      free: [{ first: 1, rows: ROWS }],
      most,
    };
    const lease = async () =>
      (await takeLease({ ...table, ...thisHost("terminal") }, run, () => serverNow(table.client))) as Lease;
    const first = await lease();
    const seen: RunEvent[] = [];
    const joined = runFaker(
      {
        ...table,
        ...thisHost("terminal"),
        stop: stop.signal,
        emit(event) {
          seen.push(event);
          if (event.kind === "progress") stop.abort("enough");
        },
      },
      { kind: "join", request: parseRequest({ writer: "native", threads: "1" }) },
    );
    await joined;
    await first.ownership.release("stopped");
    await ownership.release("stopped");
    const again = { ...request, target: { rows: most, source: "given" as const } };
    await expect(table.run(intentOf(again))).rejects.toMatchObject({ code: "rows-beyond" });
    await table.fill(ROWS);
    expect(await contents(table)).toEqual(expected);
  });

  it.each(["the one who leads", "one who has joined"])(
    "is completed by the others where %s fails",
    async (who) => {
      const mortal = async (kind: "fill" | "join") => {
        let seen = 0;
        const emit = ({ kind: event }: RunEvent) => {
          // In the middle of its first part: on a busy machine it may get no other one.
          if (event === "progress" && ++seen > 2) throw new Error("gone");
        };
        const flags = { rows: `${ROWS}`, seed: SEED, batchSize: `${BATCH}`, share: true };
        const request = parseRequest({ writer: "native", threads: "1", ...(kind === "fill" ? flags : {}) });
        const stop = new AbortController().signal;
        await expect(
          runFaker({ ...table, ...thisHost("terminal"), stop, emit }, { kind, request }),
        ).rejects.toThrow("gone");
      };
      const leads = who === "the one who leads";
      const leading = leads ? mortal("fill") : lead();
      await claimed();
      await Promise.all([leading, leads ? join() : mortal("join"), join()]);
      expect(await contents(table)).toEqual(expected);
      const leased = firstRows(await ofKind(table.ledger, "lease"));
      expect(leased.length).toBeGreaterThan(new Set(leased).size);
      expect(summary(await lead())).toMatchObject({ outcome: "nothing-to-do" });
    },
  );
});

describe("verify", () => {
  it("calls a run under way whose leader has ended while others write", async () => {
    const me = { ...table, ...thisHost("terminal") };
    const facts = claimFacts("fill", table.table, "r", SETTINGS, true);
    const { ownership } = await claimTable(me, facts);
    const part = { under: ownership.epoch, free: [{ first: 1, rows: ROWS }], most: leaseRows(SETTINGS) };
    const lease = await takeLease(me, { facts: { ...facts, shared: false }, ...part }, () =>
      serverNow(table.client),
    );
    await ownership.release("stopped");
    expect(await verifyTable(me)).toMatchObject({ underWay: true });
    if (typeof lease === "string") throw new Error(lease);
    await lease.ownership.release("complete");
    expect(await verifyTable(me)).toMatchObject({ underWay: false });
  });
});
