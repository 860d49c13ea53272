import type { WriterName } from "../../app/request/request-options";
import { setTimeout as pause } from "node:timers/promises";
import type { ClickHouseClient } from "@clickhouse/client";
import { select } from "../../app/server/select";
import type { Arena } from "./arena";
import type { Dice } from "./dice";
import type { RequestKind } from "./fault-proxy";
import { type Outcome, RunningCommand } from "./running-command";
import type { TortureTable } from "./torture-table";

export interface RoundOptions {
  readonly arena: Arena;
  readonly dice: Dice;
  readonly writer: WriterName;
  readonly database: string;
  readonly rows: number;
  readonly batchSize: number;
  readonly table: TortureTable;
  /** The harm comes at an insert of the run's first half: for the second try of a round that it has missed. */
  readonly inFirstHalf: boolean;
}

/** A command that neither ends nor makes progress for this long has failed the round, in milliseconds. */
const DEADLINE = 240_000;
const MOST_RERUNS = 40;
export const UNDER_WAY = /^A run into \w+ is under way/;
export const DATA_SEED = "torture";

/** One round: a database of its own, the command's starts, and the moment of the harm. */
export class Round {
  readonly dice: Dice;
  /** When the harm was done, in words. */
  at = "";
  /** The harm came too late to meet a run under way. */
  missed = false;
  reruns = 0;
  private readonly open: RunningCommand[] = [];
  private finished = 0;

  constructor(readonly options: RoundOptions) {
    this.dice = options.dice;
  }

  get arena(): Arena {
    return this.options.arena;
  }

  /** How many inserts an undisturbed run sends. */
  get inserts(): number {
    return Math.ceil(this.options.rows / this.options.batchSize);
  }

  /** Also the table of its rows' parents, which is filled. @throws Error where that does not end well */
  async createTables(): Promise<void> {
    await this.createTable();
    const { database, table } = this.options;
    if (table.parents === undefined) return;
    await this.sql(table.parents.table.create(database));
    const run = this.startInto(table.parents.table, { rows: String(table.parents.rows) }, {});
    const { code, err } = await this.outcome(run);
    if (code !== 0) throw new Error(`the parents' run ended with ${code}: ${lastLine(err)}`);
    this.open.length = 0;
    this.arena.proxy.reset();
  }

  async createTable(): Promise<void> {
    await this.sql(this.tableSql());
  }

  /** The statement that creates the table. */
  tableSql(): string {
    return this.options.table.create(this.options.database);
  }

  /**
   * Starts the command; it is waited for at the latest in `finish`.
   * @param changed flags, without dashes; a switch is `""`
   */
  start(
    environment: Readonly<Record<string, string>> = {},
    changed: Readonly<Record<string, string>> = {},
  ): RunningCommand {
    const { rows, batchSize, table } = this.options;
    return this.startInto(
      table,
      { rows: String(rows), "batch-size": String(batchSize), ...changed },
      environment,
    );
  }

  private startInto(
    { name, spec }: TortureTable,
    given: Readonly<Record<string, string>>,
    environment: Readonly<Record<string, string>>,
  ): RunningCommand {
    const { arena, writer } = this.options;
    const flags = {
      table: name,
      seed: DATA_SEED,
      writer,
      project: arena.folder,
      ...(spec && { spec: arena.specFile(name, spec) }),
      ...given,
    };
    const words = Object.entries(flags).flatMap(([flag, value]) =>
      value === "" ? [`--${flag}`] : [`--${flag}`, value],
    );
    return this.startWith(words, environment);
  }

  /** Starts one who joins a shared run; it is waited for as those of `start`. */
  join(environment: Readonly<Record<string, string>>): RunningCommand {
    const { arena, writer, table } = this.options;
    const flags = ["--table", table.name, "--writer", writer, "--project", arena.folder];
    return this.startWith(["work", ...flags], environment);
  }

  private startWith(flags: readonly string[], environment: Readonly<Record<string, string>>): RunningCommand {
    const { arena, database } = this.options;
    const run = new RunningCommand({
      flags,
      environment: { ...arena.environment(database), ...environment },
    });
    this.open.push(run);
    return run;
  }

  /**
   * Waits for a random moment of a run: before an insert has been sent, or between two of them.
   * @param early whether it may come before the first insert
   */
  async moment(run: RunningCommand, early = false): Promise<void> {
    const { dice, options } = this;
    const { inFirstHalf } = options;
    const kind: RequestKind = dice.pick(
      early && !inFirstHalf ? ["insert", "insert", "ledger", "other"] : ["insert"],
    );
    const latest = inFirstHalf ? this.inserts / 2 : this.inserts - 2;
    const number = dice.whole(1, kind === "insert" ? Math.max(1, Math.floor(latest)) : 8);
    // About as long as an insert takes.
    const after = inFirstHalf ? 0 : dice.whole(0, 60 + options.batchSize / 200);
    while (this.arena.proxy.count(kind) < number && !run.ended) await pause(2);
    await pause(after);
    this.missed = run.ended;
    this.at = run.ended ? "after its end" : `${kind} ${number} +${after} ms`;
  }

  /** Of a run, or fails where it has none in time. @throws Error */
  async outcome(run: RunningCommand): Promise<Outcome> {
    const outcome = await Promise.race([run.outcome, pause(DEADLINE, undefined, { ref: false })]);
    if (outcome === undefined)
      throw new Error(`the command did not end; it said: ${lastLine(run.out)} ${lastLine(run.err)}`);
    const { code, err } = outcome;
    if (err !== "" && !/^[^\n]+\n$/.test(err))
      throw new Error(`more than one line on standard error: ${err.slice(0, 600)}`);
    if (code !== undefined && ![0, 1, 2, 130, 143].includes(code)) throw new Error(`exit code ${code}`);
    return outcome;
  }

  /** The command once more, and again while another run is under way. */
  async rerun(): Promise<Outcome> {
    for (;;) {
      if (++this.reruns > MOST_RERUNS) throw new Error(`not complete after ${MOST_RERUNS} reruns`);
      const outcome = await this.outcome(this.start());
      if (outcome.code !== 2 || !UNDER_WAY.test(outcome.err)) return outcome;
      await pause(1_000);
    }
  }

  /**
   * Waits for what still runs, then runs the command until it says complete. @throws Error where it refuses
   */
  async finish(): Promise<void> {
    await this.allEnded();
    this.arena.proxy.reset();
    for (;;) {
      const { code, err, out } = await this.rerun();
      if (code === 0 && /Complete|as requested/.test(out)) return;
      if (code !== 1) throw new Error(`a rerun ended with ${code}: ${lastLine(err)}`);
      await pause(300);
    }
  }

  async allEnded(): Promise<readonly Outcome[]> {
    const outcomes = await Promise.all(this.open.map((run) => this.outcome(run)));
    this.finished = this.open.length;
    return outcomes;
  }

  /** Ends what a failed round has left running. */
  async abort(): Promise<void> {
    for (const run of this.open.slice(this.finished)) {
      run.signal("SIGKILL");
      await run.outcome;
    }
  }

  async sql(query: string): Promise<void> {
    await this.withClient((client) =>
      client.command({ query, clickhouse_settings: { wait_end_of_query: 1, mutations_sync: "2" } }),
    );
  }

  async rowsOf<T>(query: string): Promise<T[]> {
    return this.withClient((client) => select<T>(client, query));
  }

  async withClient<T>(work: (client: ClickHouseClient) => Promise<T>): Promise<T> {
    const client = this.arena.client(this.options.database);
    try {
      return await work(client);
    } finally {
      await client.close();
    }
  }
}

export function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
