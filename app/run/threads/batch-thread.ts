import { parentPort, workerData } from "node:worker_threads";
import { blockChecksum } from "../../rows/checksum";
import { createRowGenerator } from "../../rows/row-generator";
import { InsertError } from "../../writer/insert-error";
import { connectMoose } from "../../writer/olap/moose-connection";
import { createOlapWriter } from "../../writer/olap/olap-writer";
import { runtimeOlapTable } from "../../writer/olap/runtime-olap-table";
import type { FromThread, ThreadError, ThreadTask, ToThread } from "./thread-message";

/* A worker thread: makes batches, and with the writer `olap` inserts them, too, since most of the work is in that. */

const port = parentPort!;
const task = workerData as ThreadTask;
const generator = createRowGenerator(task.seed, task.model);
const olap = createOlapWriter(runtimeOlapTable(task.table.table, task.table.database, task.model), task.model);
const connected = connectMoose(task.connection);

interface Job {
  readonly abort: AbortController;
  answer: ((allowed: boolean) => void) | undefined;
}
const jobs = new Map<number, Job>();

port.on("message", (message: ToThread) => {
  switch (message.kind) {
    case "make":
      return void make(message);
    case "commit":
      return jobs.get(message.job)?.answer?.(message.allowed);
    case "abort":
      return jobs.get(message.job)?.abort.abort(new Error("aborted"));
  }
});

async function make({ job, range, id }: Extract<ToThread, { kind: "make" }>): Promise<void> {
  const state: Job = { abort: new AbortController(), answer: undefined };
  jobs.set(job, state);
  try {
    await connected;
    const block = generator.generate(range.first, range.rows);
    const checksum = blockChecksum(block, generator.columns);
    await olap.send(olap.encode(block), { id, commit: () => askToCommit(job, state), signal: state.abort.signal });
    tell({ kind: "done", job, checksum });
  } catch (error) {
    tell({ kind: "failed", job, error: passedOn(error) });
  } finally {
    jobs.delete(job);
  }
}

function askToCommit(job: number, state: Job): Promise<void> {
  return new Promise((resolve, reject) => {
    state.answer = (allowed) => (allowed ? resolve() : reject(new Error("not allowed")));
    tell({ kind: "commit", job });
  });
}

function passedOn(error: unknown): ThreadError {
  if (!(error instanceof InsertError)) return { bug: error };
  const { kind, message, serverCode, serverType } = error;
  return { insert: kind, message, serverCode, serverType };
}

function tell(message: FromThread): void {
  port.postMessage(message);
}
