import { setTimeout as pause } from "node:timers/promises";
import type { Ledger } from "../../app/ledger/ledger";
import { claimsOf, holders } from "../../app/ledger/holder";
import { leaseRows } from "../../app/plan/lease-rows";
import { claimFacts } from "../../app/run/claim/claim-facts";
import { claimTable } from "../../app/run/claim/claim-table";
import { systemClock } from "../../app/run/claim/clock";
import { awaitEarlierInserts } from "../../app/run/claim/earlier-inserts";
import { Ownership, TAKEOVER_WAIT } from "../../app/run/claim/ownership";
import { takeLease } from "../../app/run/claim/take-lease";
import { thisHost } from "../../app/run/session/host";
import { serverNow } from "../../app/server/server-facts";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { expectExact, join } from "../support/joined";
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
    expect(await join(table, { ledger }).end).toMatchObject({ outcome: "complete", targetRows: 2 * ROWS });
    expect(await started()).toBeDefined();
    await expectExact(table, 2 * ROWS);
  });

  it("goes on with the run that follows a reset", async () => {
    await leftAlone();
    const { ledger, started } = between(() => share(ROWS, { reset: true, seed: "7" }));
    const worker = join(table, { ledger });
    expect(await worker.end).toMatchObject({ outcome: "complete", seed: "7" });
    expect(await started()).toBeDefined();
    await expectExact(table, ROWS);
  });

  it("is refused in one line where the run is for one alone then", async () => {
    await leftAlone();
    const { ledger, started } = between(() => table.fill(2 * ROWS));
    await expect(join(table, { ledger }).end).rejects.toMatchObject({ code: "run-not-shared" });
    expect(await started()).toBeDefined();
    await expectExact(table, 2 * ROWS);
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
    const worker = join(table, {
      ledger: ledgerWith({ standing }),
      clock,
      hear({ kind }) {
        if (kind === "progress") taken ??= takeOver();
      },
    });
    expect(await worker.end).toMatchObject({ outcome: "complete", targetRows: ROWS });
    await taken;
    await expectExact(table, ROWS);
  });
});
