import { setTimeout as pause } from "node:timers/promises";
import type { Ledger } from "../../app/ledger/ledger";
import { claimsOf, holders } from "../../app/ledger/holder";
import { leaseRows } from "../../app/plan/lease-rows";
import { parseRequest } from "../../app/request/parse-request";
import { claimFacts, emptyClaim } from "../../app/run/claim/claim-facts";
import { claimTable } from "../../app/run/claim/claim-table";
import { type Clock, systemClock } from "../../app/run/claim/clock";
import { requestStop } from "../../app/run/claim/stop-request";
import { awaitEarlierInserts } from "../../app/run/claim/earlier-inserts";
import { Ownership, TAKEOVER_WAIT } from "../../app/run/claim/ownership";
import { takeLease } from "../../app/run/claim/take-lease";
import { verifyTable } from "../../app/run/check/verify-table";
import type { RunEvent, RunSummary } from "../../app/run/run-event";
import { runFaker } from "../../app/run/run-faker";
import { thisHost } from "../../app/run/session/host";
import { select } from "../../app/server/select";
import { serverNow } from "../../app/server/server-facts";
import { quoteTable } from "../../app/server/table-name";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
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

interface Joined {
  /** What it says as notes. */
  readonly notes: string[];
  readonly stop: AbortController;
  readonly end: Promise<RunSummary | undefined>;
}

/** @param ledger what it reads @param hear is told what happens */
function join(
  ledger: Ledger = table.ledger,
  clock: Clock = systemClock,
  hear: (event: RunEvent) => void = () => {},
): Joined {
  const notes: string[] = [];
  const stop = new AbortController();
  let summary: RunSummary | undefined;
  const emit = (event: RunEvent) => {
    if (event.kind === "notice") notes.push(event.message);
    if (event.kind === "finished") summary = event.summary;
    hear(event);
  };
  const request = parseRequest({ writer: "native", threads: "1" });
  const options = { ...table, ...thisHost("terminal"), ledger, clock, stop: stop.signal, emit };
  return { notes, stop, end: runFaker(options, { kind: "join", request }).then(() => summary) };
}

/** The ledger with other methods in places. */
const ledgerWith = (other: Partial<Ledger>): Ledger =>
  new Proxy(table.ledger, {
    get: (target, name) => Reflect.get(name in other ? other : target, name, target) as unknown,
  });

const me = () => ({ ...table, ...thisHost("terminal") });
const share = (rows: number, flags = {}) => table.fill(rows, { share: true, ...flags });
const newestEpoch = async () => claimsOf(await table.ledger.newestRuns()).at(-1)?.epoch;
const leases = async () => (await table.ledger.runs()).filter(({ kind }) => kind === "lease");

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(5);
}
const waits = ({ notes }: Joined) => until(() => notes.some((note) => note.includes("waiting")));

async function expectExact(rows: number): Promise<void> {
  expect(await verifyTable(me())).toMatchObject({ rows, findings: [], inDoubt: 0, underWay: false });
  const query = `SELECT count() AS n, uniqExact(image_id) AS ids FROM ${quoteTable(table.table.name)}`;
  expect(await select(table.client, query)).toEqual([{ n: `${rows}`, ids: `${rows}` }]);
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
    const worker = join();
    await waits(worker);
    const led = share(ROWS);
    expect(await worker.end).toMatchObject({ outcome: "complete", targetRows: ROWS });
    await led;
    expect(worker.notes.filter((note) => note.includes("waiting"))).toEqual([
      expect.stringMatching(
        /^There is no run into t_\w+ yet: waiting a minute for one that is started with --share$/,
      ),
    ]);
    await expectExact(ROWS);
  });

  it("waits where the run is complete, and writes parts of it when it grows", async () => {
    await share(ROWS);
    const worker = join();
    await waits(worker);
    const led = share(2 * ROWS);
    expect(await worker.end).toMatchObject({ outcome: "complete", targetRows: 2 * ROWS });
    await led;
    expect(worker.notes).toContainEqual(
      expect.stringMatching(/^The run has 40,000 rows, as requested: waiting/),
    );
    await expectExact(2 * ROWS);
  });

  it("is refused after a minute where no run comes, and has nothing to do where it stays complete", async () => {
    await expect(join(table.ledger, hasty()).end).rejects.toMatchObject({ code: "no-run" });
    await table.fill(ROWS);
    expect(await join(table.ledger, hasty()).end).toMatchObject({ outcome: "nothing-to-do" });
  });

  it("waits where the run was stopped, and writes parts of it when it is started again", async () => {
    const { ownership } = await claimTable(me(), claimFacts("fill", table.table, "r", SETTINGS, true));
    await ownership.release("stopped");
    const worker = join();
    await waits(worker);
    const led = share(ROWS);
    expect(await worker.end).toMatchObject({ outcome: "complete", targetRows: ROWS });
    await led;
    expect(worker.notes[0]).toMatch(/^The run into t_\w+ was stopped: waiting a minute/);
    await expectExact(ROWS);
  });

  it("leaves a run alone that stays stopped, also where its owner was killed then; goes on with one whose owner is gone", async () => {
    const facts = claimFacts("fill", table.table, "r", SETTINGS, true);
    const { ownership } = await claimTable(me(), facts);
    await ownership.release("stopped");
    const stopped = { outcome: "stopped", rowsInserted: 0, tableRows: 0 };
    expect(await join(table.ledger, hasty()).end).toMatchObject(stopped);
    const second = await claimTable(me(), facts);
    second.ownership.abandon();
    await requestStop(table.ledger, claimsOf(await table.ledger.newestRuns()).at(-1)!);
    expect(await join(table.ledger, hasty()).end).toMatchObject(stopped);
    expect(await newestEpoch()).toBe(second.ownership.epoch);
    const third = await claimTable(me(), facts);
    third.ownership.abandon();
    expect(await join().end).toMatchObject({ outcome: "complete", rowsWritten: ROWS });
    await expectExact(ROWS);
  });

  it("goes on with a run that another one stopped alone where it is the leader that comes back", async () => {
    const { ownership } = await claimTable(me(), claimFacts("fill", table.table, "r", SETTINGS, true));
    await ownership.release("stopped");
    const request = parseRequest({ writer: "native", threads: "1", share: true });
    await table.run({ kind: "join", request });
    await expectExact(ROWS);
  });

  it("ends when it is interrupted", async () => {
    const worker = join();
    await waits(worker);
    worker.stop.abort("SIGINT");
    expect(await worker.end).toBeUndefined();
  });

  it("is refused at once beside a run that is not shared", async () => {
    const { ownership } = await claimTable(me(), claimFacts("fill", table.table, "r", SETTINGS));
    await expect(join().end).rejects.toMatchObject({ code: "run-not-shared" });
    await ownership.release("stopped");
  });

  it("waits for the end of a reset, and leads where nobody does then", async () => {
    await table.fill(ROWS);
    await table.sql("ALTER TABLE t DELETE WHERE image_id <= 10");
    const { ownership } = await claimTable(me(), emptyClaim("reset"));
    const worker = join();
    await waits(worker);
    await ownership.release("refused");
    expect(await worker.end).toMatchObject({ outcome: "complete", rowsWritten: 10 });
    await expectExact(ROWS);
  });
});

describe("one who works when the table is claimed anew", () => {
  /** A run of which one part is written, and whose leader has ended. */
  async function leftAlone(): Promise<void> {
    const facts = claimFacts("fill", table.table, "r", SETTINGS, true);
    const { ownership } = await claimTable(me(), facts);
    const free = [{ first: 1, rows: ROWS }];
    const run = { facts, under: ownership.epoch, free, most: leaseRows(SETTINGS) };
    const lease = await takeLease(me(), run, () => serverNow(table.client));
    if (typeof lease === "string") throw new Error(lease);
    await ownership.release("stopped");
    // It gives its part up when another one has come.
    void until(async () => (await leases()).length > 1).then(() => lease.ownership.release("stopped"));
  }

  /** The ledger of one who joins. @param start is called, once, when no part is held after its first ones */
  function between(start: () => Promise<unknown>): { ledger: Ledger; started: () => Promise<unknown> } {
    let started: Promise<unknown> | undefined;
    const leasesOf = async (under: number) => {
      const taken = (await leases()).length;
      if (started === undefined && taken > 2 && holders(await table.ledger.newestRuns()).length === 0) {
        const before = await newestEpoch();
        started = start();
        await until(async () => (await newestEpoch()) !== before);
      }
      return table.ledger.leases(under);
    };
    const ledger = ledgerWith({ leases: leasesOf });
    return { ledger, started: async () => started };
  }

  it("goes on with the same run when that grows, where it is between two parts", async () => {
    await leftAlone();
    const { ledger, started } = between(() => share(2 * ROWS));
    expect(await join(ledger).end).toMatchObject({ outcome: "complete", targetRows: 2 * ROWS });
    expect(await started()).toBeDefined();
    await expectExact(2 * ROWS);
  });

  it("goes on with the run that follows a reset", async () => {
    await leftAlone();
    const { ledger, started } = between(() => share(ROWS, { reset: true, seed: "7" }));
    const worker = join(ledger);
    expect(await worker.end).toMatchObject({ outcome: "complete", seed: "7" });
    expect(await started()).toBeDefined();
    await expectExact(ROWS);
  });

  it("is refused in one line where the run is for one alone then", async () => {
    await leftAlone();
    const { ledger, started } = between(() => table.fill(2 * ROWS));
    await expect(join(ledger).end).rejects.toMatchObject({ code: "run-not-shared" });
    expect(await started()).toBeDefined();
    await expectExact(2 * ROWS);
  });

  it("goes on, too, where it is in the middle of one: as after a long silence", async () => {
    await leftAlone();
    let taken: Promise<void> | undefined;
    let entered = () => {};
    const isIn = new Promise<void>((resolve) => (entered = resolve));
    /** As one does who has found the others silent, and then ends. */
    const takeOver = async () => {
      const epoch = (await table.ledger.newestRuns()).reduce((most, row) => Math.max(most, row.epoch), 0) + 1;
      const { ledger, owner, clock } = me();
      const facts = claimFacts("fill", table.table, "r", SETTINGS, true);
      const ownership = new Ownership(ledger, owner, clock, epoch, facts);
      expect(await ownership.enter()).toBe("this");
      entered();
      await ownership.begin();
      await clock.pause(TAKEOVER_WAIT);
      await awaitEarlierInserts(table.client, table.table.name, clock);
      await ownership.release("stopped");
    };
    // From its first batch on it has to confirm before each further one, which lasts until the other one is there.
    const clock = { ...systemClock, wall: () => systemClock.wall() + (taken === undefined ? 0 : 3_600_000) };
    const standing: Ledger["standing"] = async (...which) => {
      if (taken !== undefined) await isIn;
      return table.ledger.standing(...which);
    };
    const worker = join(ledgerWith({ standing }), clock, ({ kind }) => {
      if (kind === "progress") taken ??= takeOver();
    });
    expect(await worker.end).toMatchObject({ outcome: "complete", targetRows: ROWS });
    await taken;
    await expectExact(ROWS);
  });
});
