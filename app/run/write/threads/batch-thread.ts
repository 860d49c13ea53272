import { parentPort, workerData } from "node:worker_threads";
import { coverColumns } from "../../../rows/column-coverage";
import { domainNamed } from "../../../domains/domains";
import { blockChecksum } from "../../../rows/checksum";
import { createRowGenerator } from "../../../rows/row-generator";
import { WRITERS } from "../../../writer/writers";
import type { FromThread, ThreadTask, ToThread } from "./thread-message";

/* A worker thread: makes batches and encodes them. */

const port = parentPort!;
const task = workerData as ThreadTask;
const domain = domainNamed(task.domain);
const generator = createRowGenerator(task.seed, task.model, domain);
const { compared } = coverColumns(task.model, domain);
const encoder = WRITERS[task.writer].encoder(task.model);
/** Memory of batches that have been sent. */
const spare: SharedArrayBuffer[] = [];

port.on("message", (message: ToThread) => {
  if (message.kind === "reuse") spare.push(message.memory);
  else make(message);
});

function make({ job, range }: Extract<ToThread, { kind: "make" }>): void {
  try {
    const block = generator.generate(range.first, range.rows);
    const batch = encoder.encode(block, spare.pop());
    tell({ kind: "made", job, checksum: blockChecksum(block, compared), batch });
  } catch (error) {
    tell({ kind: "failed", job, error });
  }
}

function tell(message: FromThread): void {
  port.postMessage(message);
}
