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

port.on("message", ({ job, range, memory }: ToThread) => {
  try {
    const block = generator.generate(range.first, range.rows);
    const batch = encoder.encode(block, memory);
    tell({ kind: "made", job, checksum: blockChecksum(block, compared), batch });
  } catch (error) {
    tell({ kind: "failed", job, error });
  }
});

function tell(message: FromThread): void {
  port.postMessage(message);
}
