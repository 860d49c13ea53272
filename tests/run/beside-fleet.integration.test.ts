import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "../../app/errors";
import { claimsOf } from "../../app/ledger/holder";
import { leaseRows } from "../../app/plan/lease-rows";
import { parseRequest } from "../../app/request/parse-request";
import { claimFacts } from "../../app/run/claim/claim-facts";
import { claimTable } from "../../app/run/claim/claim-table";
import { takeLease } from "../../app/run/claim/take-lease";
import { verifyTable } from "../../app/run/check/verify-table";
import { type Intent, intentOf } from "../../app/run/intent";
import { thisHost } from "../../app/run/session/host";
import { select } from "../../app/server/select";
import { serverNow } from "../../app/server/server-facts";
import { quoteTable } from "../../app/server/table-name";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { openTableWithLedger, SEED, type TableWithLedger } from "../support/table-with-ledger";

/* What else may be asked of a table while several write a run into it. */

const ROWS = 30_000;
const BATCH = 2_000;

let server: TestEmbedded;
let table: TableWithLedger;
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server?.stop());
beforeEach(async () => {
  table = await openTableWithLedger(server.connection);
});
afterEach(() => table?.close());

const me = () => ({ ...table, ...thisHost("terminal") });
const flags = { seed: SEED, batchSize: `${BATCH}`, writer: "native", threads: "1" };
const filling = (rows: number, more = {}): Intent =>
  intentOf(parseRequest({ ...flags, rows: `${rows}`, ...more }));
const counted = () =>
  select(
    table.client,
    `SELECT count() AS n, uniqExact(image_id) AS ids FROM ${quoteTable(table.table.name)}`,
  );

describe("while one elsewhere has a part of the run, though nobody leads it", () => {
  /** The end of the part. */
  let end: () => Promise<void>;
  beforeEach(async () => {
    await table.fill(ROWS);
    await table.sql("DELETE FROM t WHERE image_id = 7");
    const settings = {
      seed: SEED,
      firstRow: 1,
      targetRows: 2 * ROWS,
      batchSize: BATCH,
      checkpointInterval: 1,
    };
    const runId = (await table.ledger.steps())[0]!.run_id;
    const facts = claimFacts("fill", table.table, runId, settings, true);
    const { ownership } = await claimTable(me(), facts);
    const owner = { ...thisHost("terminal").owner, host: "elsewhere", process: "boot/4711/0", pid: 4711 };
    const run = {
      facts,
      under: ownership.epoch,
      free: [{ first: ROWS + 1, rows: ROWS }],
      most: leaseRows(settings),
    };
    const lease = await takeLease({ ...me(), owner }, run, () => serverNow(table.client));
    if (typeof lease === "string") throw new Error(lease);
    await ownership.release("stopped");
    end = () => lease.ownership.release("stopped");
  });

  it.each<[string, Intent]>([
    ["a reset", filling(ROWS, { reset: true })],
    ["more rows", filling(3 * ROWS)],
    ["more rows, shared", filling(3 * ROWS, { share: true })],
    ["fewer rows", filling(ROWS / 2)],
    ["a repair", { kind: "repair" }],
  ])("%s is refused, naming that one, and changes nothing", async (_, intent) => {
    const before = [await table.ledger.runs(), await table.ledger.steps(), await counted()];
    await expect(table.run(intent)).rejects.toMatchObject({
      code: "run-under-way",
      fields: { pid: 4711, host: "elsewhere" },
    });
    const isBeat = ({ kind }: { kind: string }) => kind === "beat";
    const [runs, ...rest] = [await table.ledger.runs(), await table.ledger.steps(), await counted()];
    expect([runs.filter((row) => !isBeat(row)), ...rest]).toEqual([
      (before[0] as typeof runs).filter((row) => !isBeat(row)),
      ...before.slice(1),
    ]);
    await end();
  });
});

it("a run that grows, is verified and reset while several write it is refused or takes part, and ends exact", async () => {
  const join = () => table.run({ kind: "join", request: parseRequest({ writer: "native", threads: "1" }) });
  let refusals = 0;
  /** Asks until it is let in. */
  const insist = async (intent: Intent): Promise<void> => {
    for (;;) {
      try {
        await table.run(intent);
        return;
      } catch (error) {
        if (!(error instanceof Refusal && error.code === "run-under-way")) throw error;
        refusals++;
      }
      await pause(50);
    }
  };
  let goesOn = true;
  let looks = 0;
  const look = async () => {
    for (; goesOn; looks++, await pause(100)) expect((await verifyTable(me())).findings).toEqual([]);
  };
  const leading = table.run(filling(ROWS, { share: true }));
  while ((await table.ledger.newestRuns()).length === 0) await pause(5);
  const looking = look();
  await Promise.all([leading, join(), join(), insist(filling(2 * ROWS, { share: true }))]);
  expect(await counted()).toEqual([{ n: `${2 * ROWS}`, ids: `${2 * ROWS}` }]);
  const newest = async () => claimsOf(await table.ledger.newestRuns()).at(-1)!.epoch;
  const before = await newest();
  const again = table.run(filling(3 * ROWS, { share: true }));
  while ((await newest()) === before) await pause(5);
  const reset = insist(filling(ROWS, { seed: "7", reset: true, share: true }));
  await Promise.all([again, join(), reset]);
  goesOn = false;
  await looking;
  expect(refusals).toBeGreaterThan(0);
  expect(looks).toBeGreaterThan(0);
  expect(await counted()).toEqual([{ n: `${ROWS}`, ids: `${ROWS}` }]);
  expect(await verifyTable(me())).toMatchObject({ rows: ROWS, findings: [], inDoubt: 0, underWay: false });
});
