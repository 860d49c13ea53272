import { setTimeout as pause } from "node:timers/promises";
import { claimsOf } from "../../app/ledger/holder";
import { parseRequest } from "../../app/request/parse-request";
import { claimFacts, emptyClaim } from "../../app/run/claim/claim-facts";
import { claimTable } from "../../app/run/claim/claim-table";
import { type Clock, systemClock } from "../../app/run/claim/clock";
import { requestStop } from "../../app/run/claim/stop-request";
import { thisHost } from "../../app/run/session/host";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { expectExact, join, type Joined } from "../support/joined";
import { openTableWithLedger, SEED, type TableWithLedger } from "../support/table-with-ledger";

const ROWS = 40_000;
const SETTINGS = { seed: SEED, firstRow: 1, targetRows: ROWS, batchSize: 2_000, checkpointInterval: 1 };

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
const share = (rows: number, flags = {}) => table.fill(rows, { share: true, ...flags });
const newestEpoch = async () => claimsOf(await table.ledger.newestRuns()).at(-1)?.epoch;

async function waits({ notes }: Joined): Promise<void> {
  while (!notes.some((note) => note.includes("waiting"))) await pause(5);
}

describe("one who comes before there is anything to do", () => {
  /** A minute lasts some 120 looks. */
  const hasty = (): Clock => {
    let now = 0;
    return {
      ...systemClock,
      monotonic: () => now,
      pause: (milliseconds) => ((now += milliseconds), pause(1)),
    };
  };

  it("waits for the run, says so once, and writes parts of it", async () => {
    const worker = join(table);
    await waits(worker);
    const led = share(ROWS);
    expect(await worker.end).toMatchObject({ outcome: "complete", targetRows: ROWS });
    await led;
    expect(worker.notes.filter((note) => note.includes("waiting"))).toEqual([
      expect.stringMatching(
        /^There is no run into t_\w+ yet: waiting a minute for one that is started with --share$/,
      ),
    ]);
    await expectExact(table, ROWS);
  });

  it("waits where the run is complete, and writes parts of it when it grows", async () => {
    await share(ROWS);
    const worker = join(table);
    await waits(worker);
    const led = share(2 * ROWS);
    expect(await worker.end).toMatchObject({ outcome: "complete", targetRows: 2 * ROWS });
    await led;
    expect(worker.notes).toContainEqual(
      expect.stringMatching(/^The run has 40,000 rows, as requested: waiting/),
    );
    await expectExact(table, 2 * ROWS);
  });

  it("is refused after a minute where no run comes, and has nothing to do where it stays complete", async () => {
    await expect(join(table, { clock: hasty() }).end).rejects.toMatchObject({ code: "no-run" });
    await table.fill(ROWS);
    expect(await join(table, { clock: hasty() }).end).toMatchObject({ outcome: "nothing-to-do" });
  });

  it("waits where the run was stopped, and writes parts of it when it is started again", async () => {
    const { ownership } = await claimTable(me(), claimFacts("fill", table.table, "r", SETTINGS, true));
    await ownership.release("stopped");
    const worker = join(table);
    await waits(worker);
    const led = share(ROWS);
    expect(await worker.end).toMatchObject({ outcome: "complete", targetRows: ROWS });
    await led;
    expect(worker.notes[0]).toMatch(/^The run into t_\w+ was stopped: waiting a minute/);
    await expectExact(table, ROWS);
  });

  it("leaves a run alone that stays stopped, also where its owner was killed then; goes on with one whose owner is gone", async () => {
    const facts = claimFacts("fill", table.table, "r", SETTINGS, true);
    const { ownership } = await claimTable(me(), facts);
    await ownership.release("stopped");
    const stopped = { outcome: "stopped", rowsInserted: 0, tableRows: 0 };
    expect(await join(table, { clock: hasty() }).end).toMatchObject(stopped);
    const second = await claimTable(me(), facts);
    second.ownership.abandon();
    await requestStop(table.ledger, claimsOf(await table.ledger.newestRuns()).at(-1)!);
    expect(await join(table, { clock: hasty() }).end).toMatchObject(stopped);
    expect(await newestEpoch()).toBe(second.ownership.epoch);
    const third = await claimTable(me(), facts);
    third.ownership.abandon();
    expect(await join(table).end).toMatchObject({ outcome: "complete", rowsWritten: ROWS });
    await expectExact(table, ROWS);
  });

  it("goes on with a run that another one stopped alone where it is the leader that comes back", async () => {
    const { ownership } = await claimTable(me(), claimFacts("fill", table.table, "r", SETTINGS, true));
    await ownership.release("stopped");
    const request = parseRequest({ writer: "native", threads: "1", share: true });
    await table.run({ kind: "join", request });
    await expectExact(table, ROWS);
  });

  it("ends when it is interrupted", async () => {
    const worker = join(table);
    await waits(worker);
    worker.stop.abort("SIGINT");
    expect(await worker.end).toBeUndefined();
  });

  it("is refused at once beside a run that is not shared", async () => {
    const { ownership } = await claimTable(me(), claimFacts("fill", table.table, "r", SETTINGS));
    await expect(join(table).end).rejects.toMatchObject({ code: "run-not-shared" });
    await ownership.release("stopped");
  });

  it("waits for the end of a reset, and leads where nobody does then", async () => {
    await table.fill(ROWS);
    await table.sql("ALTER TABLE t DELETE WHERE image_id <= 10");
    const { ownership } = await claimTable(me(), emptyClaim("reset"));
    const worker = join(table);
    await waits(worker);
    await ownership.release("refused");
    expect(await worker.end).toMatchObject({ outcome: "complete", rowsWritten: 10 });
    await expectExact(table, ROWS);
  });
});
