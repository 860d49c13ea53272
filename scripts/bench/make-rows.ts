import { readFileSync } from "node:fs";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { restoreDomain } from "../../app/domains/domains";
import { imagesDomain } from "../../app/domains/images/images-domain";
import { modelFromOlapTable } from "../../app/model/model-from-olap-table";
import { blockChecksum } from "../../app/rows/checksum";
import { createRowGenerator } from "../../app/rows/row-generator";
import { NativeEncoder } from "../../app/writer/native/native-encoder";
import { JsonEncoder } from "../../app/writer/olap/json-encoder";
import { imagesAnalytical } from "../../datamodels/images-analytical";
import type { FilledTable } from "./any-table/filled-table";
import { baselineRow } from "./baseline-rows";

/* A program: makes rows and throws them away. Its argument is a MakeTask as JSON; it prints a MakeResult as JSON. */

/**
 * What is timed: the old design's rows; columns; columns in a writer's format; those in Native and the
 * checksum, as in a run.
 */
export type MakeKind = "baseline" | "generate" | "olap" | "native" | "native+checksum";

export interface MakeTask {
  readonly kind: MakeKind;
  readonly seed: string;
  /** In each thread. */
  readonly rows: number;
  readonly batch: number;
  readonly threads: number;
  /** A file with a {@link FilledTable} as JSON; default: `images_analytical`. */
  readonly table?: string;
}

export interface MakeResult {
  readonly rows: number;
  readonly seconds: number;
  /** Of the whole process, collector and compiler included. */
  readonly cpuSeconds: number;
  /** Bytes of all rows as encoded, uncompressed; 0 where nothing is. */
  readonly bytes: number;
}

/** @returns makes the batch of a first image id, and says how many bytes it has when encoded, or 0 */
function maker({ kind, seed, batch, table }: MakeTask): (first: number) => number {
  if (kind === "baseline") {
    return (first) => {
      Array.from({ length: batch }, (_, i) => baselineRow(seed, first + i));
      return 0;
    };
  }
  const { model, source } =
    table === undefined
      ? { model: modelFromOlapTable(imagesAnalytical), source: imagesDomain.source }
      : (JSON.parse(readFileSync(table, "utf8")) as FilledTable);
  const generator = createRowGenerator(seed, model, restoreDomain(source));
  const encoder = kind === "olap" ? new JsonEncoder(model) : new NativeEncoder(model);
  let memory: SharedArrayBuffer | undefined;
  return (first) => {
    const block = generator.generate(first, batch);
    if (kind === "generate") return 0;
    if (kind === "native+checksum") blockChecksum(block, generator.columns);
    const { bytes } = encoder.encode(block, memory);
    memory = bytes.buffer;
    return bytes.length;
  };
}

function inThread(task: MakeTask): void {
  const make = maker(task);
  const warmUp = Math.ceil(50_000 / task.batch);
  for (let i = 0; i < warmUp; i++) make(task.rows + 1 + i * task.batch);
  parentPort!.once("message", () => {
    let bytes = 0;
    for (let first = 1; first <= task.rows; first += task.batch) bytes += make(first);
    parentPort!.postMessage(bytes);
  });
  parentPort!.postMessage("ready");
}

async function main(task: MakeTask): Promise<void> {
  const workers = Array.from({ length: task.threads }, () => new Worker(__filename, { workerData: task }));
  const answers = () =>
    Promise.all(
      workers.map(
        (worker) => new Promise<unknown>((done, fail) => worker.once("message", done).once("error", fail)),
      ),
    );
  await answers();
  const started = performance.now();
  const cpu = process.cpuUsage();
  const finished = answers();
  for (const worker of workers) worker.postMessage("go");
  const bytes = (await finished) as number[];
  const { user, system } = process.cpuUsage(cpu);
  const result: MakeResult = {
    rows: Math.ceil(task.rows / task.batch) * task.batch * task.threads,
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: (user + system) / 1e6,
    bytes: bytes.reduce((sum, more) => sum + more, 0),
  };
  process.stdout.write(JSON.stringify(result));
  await Promise.all(workers.map((worker) => worker.terminate()));
}

if (isMainThread) void main(JSON.parse(process.argv[2]!) as MakeTask);
else inThread(workerData as MakeTask);
