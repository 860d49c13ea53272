import { availableParallelism } from "node:os";
import type { WriterName } from "../../app/request/request-options";
import type { BaselineTask } from "./baseline-load";
import { type BenchServer, withBenchServer } from "./bench-server";
import type { BenchSize } from "./bench-size";
import type { Measurement, Round } from "./measurement";
import { insertRandomSql, loadNative, nativeBodies } from "./native-load";
import { startProgram } from "./program";

export const SEED = "42";

/** What fills a table, and is timed while it does. */
interface Contender extends Omit<Measurement, "rounds"> {
  readonly rows: number;
  load(server: BenchServer): Promise<void>;
}

/** The arguments of a run from the command line. */
export function runArguments(
  { project }: BenchServer,
  size: BenchSize,
  writer: WriterName,
  rows: number,
): string[] {
  const numbers = [
    "--rows",
    `${rows}`,
    "--batch-size",
    `${size.batch[writer]}`,
    "--checkpoint-interval",
    `${size.interval}`,
  ];
  return [...numbers, "--seed", SEED, "--writer", writer, "--embedded", "--project", project];
}

function contenders(size: BenchSize): Contender[] {
  const { batch, interval, rows, baselineRows } = size;
  const bodies = nativeBodies(SEED, rows, batch.native);
  const parallel = Math.max(2, availableParallelism());
  return [
    {
      name: "baseline end to end",
      batch: batch.olap,
      rows: baselineRows,
      load: async ({ connection }) => {
        const task: BaselineTask = { connection, seed: SEED, rows: baselineRows, batch: batch.olap };
        await startProgram("bench/baseline-load", [JSON.stringify(task)]).end;
      },
    },
    ...size.writers.map((writer): Contender => ({
      name: `${writer} end to end`,
      batch: batch[writer],
      interval,
      rows,
      load: async (server) =>
        void (await startProgram("data-faker", runArguments(server, size, writer, rows)).end),
    })),
    {
      name: "limit: ready Native bytes, 1 at a time",
      batch: batch.native,
      rows,
      load: ({ connection }) => loadNative(connection, bodies, 1),
    },
    {
      name: `limit: ready Native bytes, ${parallel} at a time`,
      batch: batch.native,
      rows,
      load: ({ connection }) => loadNative(connection, bodies, parallel),
    },
    {
      name: "INSERT SELECT from generateRandom (one insert)",
      batch: rows,
      rows,
      load: async ({ client }) => void (await client.command({ query: insertRandomSql(rows) })),
    },
  ];
}

/** Every contender once a round, each time against a fresh server that is already up. */
export async function measureLoads(
  size: BenchSize,
  progress: (text: string) => void,
): Promise<Measurement[]> {
  const all = contenders(size).map((contender) => ({ contender, rounds: [] as Round[] }));
  for (let round = 1; round <= size.rounds; round++) {
    for (const { contender, rounds } of all) {
      progress(`round ${round} of ${size.rounds}: ${contender.name}`);
      rounds.push(await withBenchServer((server) => time(contender, server)));
    }
  }
  return all.map(({ contender: { rows: _rows, load: _load, ...named }, rounds }) => ({ ...named, rounds }));
}

async function time({ name, rows, load }: Contender, server: BenchServer): Promise<Round> {
  const before = await server.cpuSeconds();
  const started = performance.now();
  await load(server);
  const counted = await server.count();
  const seconds = (performance.now() - started) / 1000;
  if (counted !== rows) throw new Error(`${name}: ${counted} rows are in the table, not ${rows}`);
  return { rows, seconds, serverCpuSeconds: (await server.cpuSeconds()) - before };
}
