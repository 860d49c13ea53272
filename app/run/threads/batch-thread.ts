import { parentPort, workerData } from "node:worker_threads";
import { blockChecksum } from "../../rows/checksum";
import { createRowGenerator } from "../../rows/row-generator";
import { InsertError } from "../../writer/insert-error";
import { NativeEncoder } from "../../writer/native/native-encoder";
import type { SendOptions } from "../../writer/writer";
import type { FromThread, ThreadError, ThreadTask, ToThread } from "./thread-message";

/*
 * A worker thread: makes batches. With the writer `olap` it inserts them, too, since turning rows into JSON is most of
 * the work; with `native` it encodes them, and the main thread sends the bytes.
 */

const port = parentPort!;
const task = workerData as ThreadTask;
const generator = createRowGenerator(task.seed, task.model);
const encoder = new NativeEncoder(task.model);
const olap = task.writer === "olap" ? openOlap() : undefined;
/** Memory of batches that have been sent. */
const spare: ArrayBuffer[] = [];

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
    case "reuse":
      spare.push(message.memory);
  }
});

async function make({ job, range, id }: Extract<ToThread, { kind: "make" }>): Promise<void> {
  const state: Job = { abort: new AbortController(), answer: undefined };
  jobs.set(job, state);
  try {
    const send = await olap;
    const block = generator.generate(range.first, range.rows);
    const checksum = blockChecksum(block, generator.columns);
    if (send === undefined) {
      const batch = encoder.encode(block, spare.pop());
      return tell({ kind: "encoded", job, checksum, batch }, [batch.bytes.buffer]);
    }
    await send(block, { id, commit: () => askToCommit(job, state), signal: state.abort.signal });
    tell({ kind: "sent", job, checksum });
  } catch (error) {
    tell({ kind: "failed", job, error: passedOn(error) });
  } finally {
    jobs.delete(job);
  }
}

/** Moose's library takes half a second and a hundred megabytes: it is loaded only where it inserts. */
async function openOlap() {
  const [{ connectMoose }, { createOlapWriter }, { runtimeOlapTable }] = await Promise.all([
    import("../../writer/olap/moose-connection"),
    import("../../writer/olap/olap-writer"),
    import("../../writer/olap/runtime-olap-table"),
  ]);
  await connectMoose(task.connection);
  const writer = createOlapWriter(runtimeOlapTable(task.table.table, task.table.database, task.model), task.model);
  return (block: Parameters<typeof writer.encode>[0], options: SendOptions) => writer.send(writer.encode(block), options);
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

function tell(message: FromThread, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}
