import { setTimeout as pause } from "node:timers/promises";
import type { WriterName } from "../../app/request/request-options";
import { type BenchServer, withBenchServer } from "./bench-server";
import type { BenchSize } from "./bench-size";
import { runArguments } from "./measure-loads";
import { type Spread, spreadOf } from "./measurement";
import { type Program, startProgram } from "./program";

/** Of the runs whose first row is waited for: one insert. */
export const FIRST_ROWS = 10_000;

/** What one writer needs besides its rate. */
export interface RunFacts {
  readonly writer: WriterName;
  /**
   * Seconds from the command to the first row in the table; the server is up, its table empty, the ledger
   * missing.
   */
  readonly firstRow: Spread;
  /** The same where the tables of an earlier run exist. */
  readonly nextFirstRow: Spread;
  /** Highest resident set of the command's process, in bytes, until so many rows were in the table. */
  readonly memory: readonly { readonly rows: number; readonly bytes: number }[];
  /** Seconds to the first new row after the last of those sizes; missing without them. */
  readonly resumeFirstRow?: Spread;
}

export async function measureRuns(size: BenchSize, progress: (text: string) => void): Promise<RunFacts[]> {
  const facts: RunFacts[] = [];
  for (const writer of size.writers) {
    const fresh: number[] = [];
    const next: number[] = [];
    for (let round = 1; round <= size.rounds; round++) {
      progress(`round ${round} of ${size.rounds}: first row, ${writer}`);
      await withBenchServer(async (server) => {
        fresh.push(await firstRow(server, size, writer, 0));
        next.push(await firstRow(server, size, writer, FIRST_ROWS));
      });
    }
    const long = size.memoryRows.length > 0 ? await longRun(size, writer, progress) : { memory: [] };
    facts.push({ writer, firstRow: spreadOf(fresh), nextFirstRow: spreadOf(next), ...long });
  }
  return facts;
}

/** Seconds until the table holds more than `before` rows, where a run of `before` rows is complete. */
async function firstRow(
  server: BenchServer,
  size: BenchSize,
  writer: WriterName,
  before: number,
): Promise<number> {
  const started = performance.now();
  const program = startProgram("data-faker", runArguments(server, size, writer, before + FIRST_ROWS));
  let seconds: number | undefined;
  await watch(
    program,
    async () => {
      if (seconds === undefined && (await server.count()) > before)
        seconds = (performance.now() - started) / 1000;
    },
    20,
  );
  return seconds ?? (performance.now() - started) / 1000;
}

async function longRun(
  size: BenchSize,
  writer: WriterName,
  progress: (text: string) => void,
): Promise<Pick<RunFacts, "memory" | "resumeFirstRow">> {
  const most = size.memoryRows.at(-1)!;
  return withBenchServer(async (server) => {
    progress(`memory, ${writer}, to ${most} rows`);
    const program = startProgram("data-faker", runArguments(server, size, writer, most));
    const memory = await watchMemory(program, () => server.count(), size.memoryRows);
    const resumes: number[] = [];
    for (let i = 0; i < size.rounds; i++) {
      progress(`resume ${i + 1} of ${size.rounds} after ${most} rows, ${writer}`);
      resumes.push(await firstRow(server, size, writer, most + i * FIRST_ROWS));
    }
    return { memory, resumeFirstRow: spreadOf(resumes) };
  });
}

/**
 * Highest resident set of a program that fills a table, in bytes, until so many rows were in it.
 * @param at rising; the last is what the program fills it with
 */
export async function watchMemory(
  program: Program,
  count: () => Promise<number>,
  at: readonly number[],
): Promise<{ readonly rows: number; readonly bytes: number }[]> {
  const memory = at.map((rows) => ({ rows, bytes: 0 }));
  await watch(
    program,
    async () => {
      const rows = await count();
      const peak = program.peakMemory();
      for (const stage of memory)
        if (rows < stage.rows || stage.bytes === 0 || stage.rows === at.at(-1))
          stage.bytes = Math.max(stage.bytes, peak);
    },
    500,
  );
  return memory;
}

/** Polls until the program has ended. */
async function watch(program: Program, look: () => Promise<void>, milliseconds: number): Promise<void> {
  let ended = false;
  const end = program.end.finally(() => (ended = true));
  end.catch(() => undefined);
  while (!ended) {
    await look();
    await Promise.race([pause(milliseconds), end]);
  }
  await end;
}
