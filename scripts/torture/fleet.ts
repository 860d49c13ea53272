import { setTimeout as pause } from "node:timers/promises";
import { Dice } from "./dice";
import { FaultProxy } from "./fault-proxy";
import { lastLine, type Round } from "./round";
import type { RunningCommand } from "./running-command";

const MOST_WORKERS = 8;
/** An insert is held up by so much at most, in milliseconds, once the fleet is let go. */
const LONGEST_INSERT = 300;
/** And by so much before, which is less than a writer takes for a lost answer. */
const LONGEST_HELD = 5_000;

/** One who writes parts of the run, by a way to the server of its own. */
export interface Worker {
  readonly name: string;
  readonly proxy: FaultProxy;
  readonly run: RunningCommand;
}

/**
 * Workers that share a run. All but its first inserts are held up until the fleet is let go, so that the run is under
 * way when the last one comes, however slowly the machine starts them.
 */
export class Fleet {
  readonly workers: Worker[] = [];
  /** Resolves the promise `free`. */
  letGo!: () => void;
  /** Of its own, since inserts come in any order: what else is chosen stays the same for the same seed. */
  private readonly pace: Dice;
  private readonly free = new Promise<void>((resolve) => (this.letGo = resolve));

  /** @param firstInserts how many of the run's inserts pass before it is let go */
  constructor(
    private readonly round: Round,
    private readonly firstInserts: number,
  ) {
    this.pace = new Dice(`${round.dice.seed}/inserts`);
  }

  /**
   * Two to eight of them.
   * @param flags of the command that begins the run
   * @throws Error where that ends before its first insert
   */
  async start(flags: Readonly<Record<string, string>>): Promise<void> {
    const { round } = this;
    await this.add("the leader", (environment) => round.start(environment, flags));
    const { proxy, run } = this.workers[0]!;
    while (proxy.count("insert") === 0 && !run.ended) await pause(5);
    if (run.ended)
      throw new Error(`the leader ended before its first insert: ${lastLine(run.out)} ${lastLine(run.err)}`);
    for (let number = round.dice.whole(1, MOST_WORKERS - 1); number > 0; number--) {
      await pause(round.dice.whole(0, 300));
      await this.add(`worker ${this.workers.length}`, (environment) => round.join(environment));
    }
  }

  /** Resolves when so many workers have sent an insert, and all together the first ones. */
  async gathers(workers: number): Promise<void> {
    const atWork = () => this.workers.filter(({ proxy }) => proxy.count("insert") > 0).length;
    while ((this.inserts < this.firstInserts || atWork() < workers) && !this.ended) await pause(5);
  }

  /** Whether all workers have. */
  get ended(): boolean {
    return this.workers.every(({ run }) => run.ended);
  }

  /** Ends their ways to the server. */
  async close(): Promise<void> {
    this.letGo();
    for (const { proxy } of this.workers) await proxy.refuse();
  }

  private get inserts(): number {
    return this.workers.reduce((sum, { proxy }) => sum + proxy.count("insert"), 0);
  }

  private async add(
    name: string,
    start: (environment: Record<string, string>) => RunningCommand,
  ): Promise<void> {
    const proxy = new FaultProxy(this.round.arena.connection);
    proxy.rule = (kind) => (kind === "insert" ? { after: this.hold() } : "pass");
    await proxy.accept();
    const run = start({ MOOSE_CLICKHOUSE_CONFIG__HOST_PORT: String(proxy.port) });
    this.workers.push({ name, proxy, run });
  }

  private async hold(): Promise<void> {
    await pause(this.pace.whole(0, LONGEST_INSERT));
    if (this.inserts > this.firstInserts)
      await Promise.race([this.free, pause(LONGEST_HELD, undefined, { ref: false })]);
  }
}
