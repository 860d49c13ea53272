import { parentPort, workerData } from "node:worker_threads";
import { domainNamed } from "../../../domains/domains";
import { addChecksums, blockChecksum } from "../../../rows/checksum";
import { batchesOf } from "../../../plan/range";
import { coverColumns } from "../../../rows/column-coverage";
import { createRowGenerator } from "../../../rows/row-generator";
import { WRITERS } from "../../../writer/writers";
import type { FromThread, ThreadTask, ToThread } from "./thread-message";

/* A worker thread: makes blocks and encodes them. */

/** Rows whose checksums are made at a time: as many as fit into the caches. */
const ROWS_AT_A_TIME = 10_000;

const port = parentPort!;
const task = workerData as ThreadTask;
const domain = domainNamed(task.domain);
const generator = createRowGenerator(task.seed, task.model, domain);
const { compared } = coverColumns(task.model, domain);
const encoder = WRITERS[task.writer].encoder(task.model);

port.on("message", (message: ToThread) => {
  try {
    tell(message.kind === "make" ? make(message) : sum(message));
  } catch (error) {
    tell({ kind: "failed", job: message.job, error });
  }
});

function make({ job, ranges, memory }: Extract<ToThread, { kind: "make" }>): FromThread {
  const block = generator.generateRanges(ranges);
  const encoded = encoder.encode(block, memory);
  return { kind: "made", job, checksum: blockChecksum(block, compared), block: encoded };
}

function sum({ job, ranges, columns }: Extract<ToThread, { kind: "sum" }>): FromThread {
  const sums: bigint[] = [];
  for (const batch of batchesOf(ranges, ROWS_AT_A_TIME))
    sums.push(blockChecksum(generator.generateRanges(batch), columns));
  return { kind: "summed", job, checksum: addChecksums(sums) };
}

function tell(message: FromThread): void {
  port.postMessage(message);
}
