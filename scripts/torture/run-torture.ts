import { MAX_BATCH_SIZE, type WriterName } from "../../app/request/request-options";
import { ANSWER_FAULTS } from "./answer-faults";
import { Arena } from "./arena";
import { checkRound, putForeignRows } from "./check-round";
import type { Connection } from "../../app/server/connection";
import { Dice } from "./dice";
import type { Fault } from "./fault";
import { FLEET_FAULTS } from "./fleet-faults";
import { LEDGER_FAULTS } from "./ledger-faults";
import { DATA_SEED, Round } from "./round";
import { SERVER_FAULTS } from "./server-faults";
import { SIGNAL_FAULTS } from "./signal-faults";
import { SHAPE_FAULTS } from "./shape-faults";
import { TABLE_FAULTS } from "./table-faults";
import { TOGETHER_FAULTS } from "./together-faults";
import { TORTURE_TABLES, type TortureTable } from "./torture-table";

export const FAULTS: readonly Fault[] = [
  ...SIGNAL_FAULTS,
  ...SERVER_FAULTS,
  ...ANSWER_FAULTS,
  ...TOGETHER_FAULTS,
  ...FLEET_FAULTS,
  ...TABLE_FAULTS,
  ...SHAPE_FAULTS,
  ...LEDGER_FAULTS,
];
const LARGEST = 30_000;
/** Of a round whose inserts have several blocks: one round in four. */
const LARGEST_IN_BLOCKS = 120_000;
const SMALL_DISK_MEGABYTES = 300;
const UNDISTURBED = "data_faker_torture_undisturbed";

export interface TortureOptions {
  readonly seed: string;
  /** Numbers of the rounds, from 1; the same number has the same round. */
  readonly rounds: readonly number[];
  /** Taken in turn, so that all come up equally often. */
  readonly cases: readonly TortureCase[];
  /** Default: images. */
  readonly table?: TortureTable;
  /** `undefined`: embedded ones. */
  readonly server: Connection | undefined;
  readonly onRound: (result: RoundResult) => void;
  /** When it aborts, the round under way is the last one. */
  readonly stop?: AbortSignal;
}

export interface TortureCase {
  readonly fault: Fault;
  readonly writer: WriterName;
}

export interface RoundResult {
  readonly number: number;
  readonly fault: string;
  readonly writer: WriterName;
  /** When the harm was done, in words. */
  readonly at: string;
  /** The harm came too late to meet a run under way, in the second try, too: nothing is shown. */
  readonly missed: boolean;
  readonly rows: number;
  readonly reruns: number;
  /** `undefined` where the rows were not compared. */
  readonly lost: number | undefined;
  readonly doubled: number | undefined;
  /** Why it failed, or was skipped; empty where it was passed. */
  readonly wrong: string;
  readonly skipped: boolean;
  readonly seconds: number;
}

/** Carries out rounds one after another. Everything that it starts ends with it. */
export async function runTorture(options: TortureOptions): Promise<RoundResult[]> {
  const arenas = new Map<boolean, Promise<ReadyArena>>();
  const arenaFor = (small: boolean): Promise<ReadyArena> => {
    const opened = arenas.get(small) ?? readyArena(options, small);
    arenas.set(small, opened);
    return opened;
  };
  const results: RoundResult[] = [];
  try {
    for (const number of options.rounds) {
      if (options.stop?.aborted) break;
      const { fault, writer } = options.cases[(number - 1) % options.cases.length]!;
      let result = await playRound(options, number, fault, writer, arenaFor, false);
      // A fault that met no run shows nothing: one more try, at another moment.
      if (result.missed && result.wrong === "")
        result = await playRound(options, number, fault, writer, arenaFor, true);
      options.onRound(result);
      results.push(result);
    }
  } finally {
    for (const opened of arenas.values()) await opened.then(closeArena, () => {});
  }
  return results;
}

interface ReadyArena {
  readonly arena: Arena;
  /** The database of an undisturbed run. */
  readonly undisturbed: string;
}

/** @throws Error where the undisturbed run does not end well, or no small disk can be mounted */
async function readyArena(
  { server, table = TORTURE_TABLES.images }: TortureOptions,
  small: boolean,
): Promise<ReadyArena> {
  const arena = await Arena.open(
    small ? { server: undefined, diskMegabytes: SMALL_DISK_MEGABYTES } : { server },
  );
  const database = UNDISTURBED;
  const round = new Round({
    arena,
    dice: new Dice(DATA_SEED),
    writer: "olap",
    database,
    rows: small ? LARGEST : LARGEST_IN_BLOCKS,
    batchSize: 10_000,
    table,
    inFirstHalf: false,
  });
  try {
    await createDatabase(arena, database);
    await round.createTables();
    await round.finish();
  } catch (error) {
    await arena.close();
    throw error;
  }
  return { arena, undisturbed: database };
}

async function closeArena({ arena }: ReadyArena): Promise<void> {
  try {
    await dropDatabase(arena, UNDISTURBED);
  } finally {
    await arena.close();
  }
}

async function playRound(
  options: TortureOptions,
  number: number,
  fault: Fault,
  writer: WriterName,
  arenaFor: (small: boolean) => Promise<ReadyArena>,
  inFirstHalf: boolean,
): Promise<RoundResult> {
  const started = performance.now();
  const dice = new Dice(`${options.seed}/${number}${inFirstHalf ? "/again" : ""}`);
  const inBlocks = !inFirstHalf && fault.needs !== "small-disk" && dice.whole(1, 4) === 1;
  const rows = inFirstHalf
    ? LARGEST
    : inBlocks
      ? dice.whole(LARGEST, LARGEST_IN_BLOCKS)
      : dice.whole(10_000, LARGEST);
  const told = { number, fault: fault.name, writer, rows };
  const none = { at: "", missed: false, reruns: 0, lost: undefined, doubled: undefined, seconds: 0 };
  if (fault.needs !== undefined && options.server !== undefined)
    return { ...told, ...none, skipped: true, wrong: "the server is not ours to harm" };
  let ready: ReadyArena;
  try {
    ready = await arenaFor(fault.needs === "small-disk");
  } catch (error) {
    if (fault.needs !== "small-disk") throw error;
    return { ...told, ...none, skipped: true, wrong: `no small disk: ${firstLine(error)}` };
  }
  const { arena, undisturbed } = ready;
  arena.proxy.reset();
  const database = `data_faker_torture_${number}`;
  const batchSize = inBlocks
    ? dice.whole(LARGEST, MAX_BATCH_SIZE)
    : dice.whole(1_000, inFirstHalf ? 2_000 : 5_000);
  const { table = TORTURE_TABLES.images } = options;
  const round = new Round({ arena, dice, writer, database, rows, batchSize, table, inFirstHalf });
  const end = (
    lost: number | undefined,
    doubled: number | undefined,
    wrong: readonly string[],
  ): RoundResult => ({
    ...told,
    lost,
    doubled,
    at: round.at,
    missed: round.missed,
    reruns: round.reruns,
    skipped: false,
    wrong: wrong.join("; "),
    seconds: (performance.now() - started) / 1000,
  });
  await createDatabase(arena, database);
  try {
    await round.createTables();
    await putForeignRows(round);
    await fault.act(round);
    await round.finish();
    const { lost, doubled, wrong } = await checkRound(round, undisturbed);
    return end(lost, doubled, wrong);
  } catch (error) {
    await round.abort();
    return end(undefined, undefined, [firstLine(error)]);
  } finally {
    arena.proxy.reset();
    await dropDatabase(arena, database);
  }
}

async function createDatabase(arena: Arena, database: string): Promise<void> {
  await dropDatabase(arena, database);
  await inSystem(arena, `CREATE DATABASE ${database}`);
}

function dropDatabase(arena: Arena, database: string): Promise<void> {
  return inSystem(arena, `DROP DATABASE IF EXISTS ${database} SYNC`);
}

async function inSystem(arena: Arena, query: string): Promise<void> {
  const client = arena.client("system");
  try {
    await client.command({ query });
  } finally {
    await client.close();
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0]!.slice(0, 400);
}
