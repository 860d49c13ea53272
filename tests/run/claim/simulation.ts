import type { Ledger } from "../../../app/ledger/ledger";
import type { Part, Standing } from "../../../app/ledger/standing";
import type { NewRunRow, RunRow } from "../../../app/ledger/run-row";
import type { Owner } from "../../../app/run/claim/owner";
import type { Clock } from "../../../app/run/claim/clock";

/** What protects one owner from another; a model without one of them has to show doubles. */
export interface Guards {
  /** The insert token is a test-and-set. */
  readonly token: boolean;
  /** Who takes over waits until the old lease is over. */
  readonly takeoverWait: boolean;
  /** The claim is checked before a batch may land. */
  readonly commitCheck: boolean;
  /** The lease is measured by the wall clock, too, which goes on while a machine sleeps. */
  readonly wallClock: boolean;
}

export const ALL_GUARDS: Guards = { token: true, takeoverWait: true, commitCheck: true, wallClock: true };

/**
 * Virtual time: an event at a time, in their order, and between two of them whatever can go on without time.
 */
export class Simulation {
  now = 0;
  private events: { at: number; happen: () => void }[] = [];

  sleep(milliseconds: number): Promise<void> {
    return new Promise((happen) => this.events.push({ at: this.now + milliseconds, happen }));
  }

  async run(): Promise<void> {
    for (;;) {
      await new Promise(setImmediate);
      if (this.events.length === 0) return;
      const next = this.events.reduce((first, event) => (event.at < first.at ? event : first));
      this.events.splice(this.events.indexOf(next), 1);
      this.now = Math.max(this.now, next.at);
      next.happen();
    }
  }
}

/** The server's table of runs: rows are dated when they arrive, and can be read a little later. */
export class SimulatedRuns {
  private readonly rows: RunRow[] = [];
  private readonly tokens = new Set<string>();

  constructor(
    private readonly simulation: Simulation,
    private readonly random: () => number,
    private readonly guards: Guards,
  ) {}

  async add(row: NewRunRow, token: string | undefined): Promise<void> {
    const at = this.simulation.now;
    await this.simulation.sleep(this.random() ** 3 * 500);
    // Without the test-and-set a token still stops its own sender's doubles, as the probe would find out
    // otherwise.
    const key = this.guards.token ? token : token && token + row.owner;
    if (key !== undefined && this.tokens.has(key)) return;
    if (key !== undefined) this.tokens.add(key);
    this.rows.push({ ...row, at, target_database: "d", target_table: "t" });
  }

  /** The highest revision of each key. */
  read(): RunRow[] {
    const key = ({ epoch, kind, owner }: RunRow) => `${epoch}/${kind}/${owner}`;
    const newest = new Map<string, RunRow>();
    for (const row of this.rows)
      if ((newest.get(key(row))?.revision ?? -1) < row.revision) newest.set(key(row), row);
    return [...newest.values()];
  }

  standing(epoch: number, owner: string, part?: Part): Standing {
    const claims = this.rows.filter((row) => row.kind === "claim" || row.kind === "lease");
    const under = part?.under ?? epoch;
    return {
      isThere: claims.some((row) => row.epoch === epoch && row.owner === owner),
      stopAsked: this.rows.some((row) => row.kind === "stop" && [under, epoch].includes(row.epoch)),
      takenOverBy: claims.find((row) =>
        row.kind === "claim"
          ? row.epoch > under
          : row.under === under && row.epoch > epoch && row.first_row === part?.range.first,
      ),
    };
  }

  /** Parts are of one length here, so that a part is known by its first row. */
  leases(under: number): Awaited<ReturnType<Ledger["leases"]>> {
    const rows = this.read();
    const leases = rows.filter((row) => row.kind === "lease").filter((row) => row.under === under);
    const end = leases.reduce((most, row) => Math.max(most, row.first_row + row.target_rows), 0);
    const epoch = rows.reduce((most, row) => Math.max(most, row.epoch), 0);
    const open = leases.filter(
      ({ first_row: first, epoch: own }) =>
        !leases.some((later) => later.first_row === first && later.epoch > own),
    );
    const isComplete = (row: RunRow) =>
      rows.some(
        (beat) =>
          beat.kind === "beat" &&
          beat.epoch === row.epoch &&
          beat.owner === row.owner &&
          beat.message === "complete",
      );
    const epochs = new Set(open.filter((row) => !isComplete(row)).map((row) => row.epoch));
    return {
      head: { epoch, end, isOver: rows.some((row) => row.kind === "claim" && row.epoch > under) },
      rows: rows.filter((row) => epochs.has(row.epoch) && ["lease", "beat"].includes(row.kind)),
    };
  }

  claimsAt(epoch: number): number {
    return this.rows.filter((row) => row.kind === "claim" && row.epoch === epoch).length;
  }
}

interface Stall {
  readonly from: number;
  readonly to: number;
  /** Whether its monotonic clock stands still, as while a machine sleeps. */
  readonly asleep: boolean;
}

/** A process that stalls at random, and whose wall clock jumps. Other people's requests go on meanwhile. */
export class SimulatedProcess {
  readonly clock: Clock;
  readonly owner: Owner;
  readonly ledger: Ledger;
  private readonly stalls: Stall[] = [];

  constructor(
    private readonly simulation: Simulation,
    private readonly random: () => number,
    runs: SimulatedRuns,
    guards: Guards,
    id: string,
    takeoverWait: number,
  ) {
    let from = 0;
    for (let i = 0; i < 10; i++) {
      from += random() * 15_000;
      const to = from + (random() < 0.5 ? random() * 6_000 : 18_000 + random() * 15_000);
      this.stalls.push({ from, to, asleep: random() < 0.3 });
      from = to;
    }
    const jumpAt = random() * 100_000;
    const jump = (random() - 0.5) * 7_200_000;
    const monotonic = () =>
      simulation.now -
      this.stalls.reduce(
        (sum, { from: a, to, asleep }) => sum + (asleep ? Math.max(0, Math.min(simulation.now, to) - a) : 0),
        0,
      );
    this.clock = {
      monotonic,
      wall: () => (guards.wallClock ? simulation.now + (simulation.now > jumpAt ? jump : 0) : monotonic()),
      pause: (milliseconds) =>
        !guards.takeoverWait && milliseconds === takeoverWait ? Promise.resolve() : this.wait(milliseconds),
    };
    this.owner = { id, host: id, process: id, pid: 1, door: "terminal", isProvablyGone: () => false };
    const way = () => random() ** 2 * (random() < 0.2 ? 2_000 : 100);
    const asked = async <T>(answer: () => T | Promise<T>): Promise<T> => {
      await simulation.sleep(way());
      const result = await answer();
      await this.wait(way());
      return result;
    };
    this.ledger = {
      target: { database: "d", table: "t" },
      runsTable: { database: "d", table: "runs" },
      runs: (from = 0) => asked(() => runs.read().filter((row) => row.epoch >= from)),
      newestRuns: () => asked(() => runs.read()),
      standing: (epoch: number, id: string, part?: Part) => asked(() => runs.standing(epoch, id, part)),
      leases: (under: number) => asked(() => runs.leases(under)),
      addRun: (row: NewRunRow, token?: string) => asked(() => runs.add(row, token)),
      claimsAt: (epoch: number) => asked(() => runs.claimsAt(epoch)),
    } as unknown as Ledger;
  }

  /** Resolves when the time is over and the process is awake. */
  async wait(milliseconds: number): Promise<void> {
    await this.simulation.sleep(milliseconds);
    for (;;) {
      const { now } = this.simulation;
      const stall = this.stalls.find(({ from, to }) => from <= now && now < to);
      if (stall === undefined) return;
      await this.simulation.sleep(stall.to - now);
    }
  }

  /** The server's time, asked for over the network. */
  readonly serverNow = async (): Promise<number> => {
    await this.simulation.sleep(this.random() * 200);
    const { now } = this.simulation;
    await this.wait(this.random() * 200);
    return now;
  };
}
