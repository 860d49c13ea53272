import { availableParallelism } from "node:os";
import { imagesDomain } from "../../app/domains/images/images-domain";
import type { WriterName } from "../../app/request/request-options";
import { insertSettings } from "../../app/table/insert-settings";
import { readTargetTable } from "../../app/table/target-table";
import { imagesAnalytical } from "../../datamodels/images-analytical";
import type { BaselineTask } from "./baseline-load";
import { type BenchServer, withBenchServer } from "./bench-server";
import type { BenchSize } from "./bench-size";
import { cpuSecondsHere } from "./cpu-time";
import type { Measurement, Round } from "./measurement";
import { insertRandomSql, loadNative, nativeBlocks } from "./native-load";
import { startProgram } from "./program";

export const SEED = "42";

/** What the report compares. */
export const LOADS = {
  baseline: "baseline end to end",
  olap: "olap end to end",
  olapBest: "olap end to end, its best batch",
  native: "native end to end",
  anyTool: "limit: ready Native bytes as any tool would send them, 1 at a time",
  ownWay: "limit: ready Native bytes with our settings and blocks, 1 at a time",
} as const;

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
  batch = size.batch[writer],
): string[] {
  const numbers = [
    "--rows",
    `${rows}`,
    "--batch-size",
    `${batch}`,
    "--checkpoint-interval",
    `${size.interval}`,
  ];
  return [...numbers, "--seed", SEED, "--writer", writer, "--embedded", "--project", project];
}

function contenders(size: BenchSize): Contender[] {
  const { batch, interval, rows, baselineRows, blockRows, olapBest } = size;
  const blocks = nativeBlocks(SEED, rows, blockRows);
  const parallel = Math.max(2, availableParallelism());
  const endToEnd = (name: string, writer: WriterName, ownBatch = batch[writer]): Contender => ({
    name,
    batch: ownBatch,
    interval,
    rows,
    load: async (server) =>
      void (await startProgram("data-faker", runArguments(server, size, writer, rows, ownBatch)).end),
  });
  const ready = (name: string, flight: number): Contender => ({
    name,
    batch: blockRows,
    rows,
    load: ({ connection }) => loadNative(connection, blocks, { blocks: 1, flight, settings: {} }),
  });
  const readyOwnWay = (name: string, flight: number): Contender => ({
    name,
    batch: batch.native,
    rows,
    load: async ({ client, connection }) => {
      const name = { database: connection.database, table: imagesAnalytical.name };
      const table = await readTargetTable(client, name, () => imagesDomain);
      const { settings } = await insertSettings(client, table!, true);
      await loadNative(connection, blocks, { blocks: batch.native / blockRows, flight, settings });
    },
  });
  return [
    {
      name: LOADS.baseline,
      batch: batch.olap,
      rows: baselineRows,
      load: async ({ connection }) => {
        const task: BaselineTask = { connection, seed: SEED, rows: baselineRows, batch: batch.olap };
        await startProgram("bench/baseline-load", [JSON.stringify(task)]).end;
      },
    },
    endToEnd(LOADS.olap, "olap"),
    endToEnd(LOADS.olapBest, "olap", olapBest),
    endToEnd(LOADS.native, "native"),
    ready(LOADS.anyTool, 1),
    ready(LOADS.anyTool.replace("1 at", `${parallel} at`), parallel),
    readyOwnWay(LOADS.ownWay, 1),
    readyOwnWay(LOADS.ownWay.replace("1 at", `${parallel} at`), parallel),
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
  const [serverBefore, before] = [server.cpuSeconds(), cpuSecondsHere()];
  const started = performance.now();
  await load(server);
  const counted = await server.count();
  const seconds = (performance.now() - started) / 1000;
  if (counted !== rows) throw new Error(`${name}: ${counted} rows are in the table, not ${rows}`);
  return {
    rows,
    seconds,
    cpuSeconds: cpuSecondsHere() - before,
    serverCpuSeconds: server.cpuSeconds() - serverBefore,
  };
}
