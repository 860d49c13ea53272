import path from "node:path";
import { Worker } from "node:worker_threads";
import { EnvironmentFailure } from "../../../errors";
import type { Range } from "../../../plan/range";
import type { FromThread, ThreadTask, ToThread } from "./thread-message";

/** A batch as a thread has made it. */
export interface MadeBatch extends Pick<Extract<FromThread, { kind: "made" }>, "batch" | "checksum"> {
  /** Releases the batch's memory for the next one. It must not be read afterwards. */
  release(): void;
}

interface Job {
  readonly thread: Thread;
  readonly resolve: (made: MadeBatch) => void;
  readonly reject: (error: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  jobs: number;
}

/** Threads that make and encode batches; which of them makes one changes nothing in it. */
export class BatchThreads {
  private readonly threads: Thread[];
  private readonly jobs = new Map<number, Job>();
  private lastJob = 0;
  private broken: Error | undefined;

  /** @param count threads, 1 or more */
  constructor(task: ThreadTask, count: number) {
    this.threads = Array.from({ length: count }, () => this.start(task));
  }

  /**
   * Makes the rows of a range; at most `MAX_BLOCK_ROWS`. Calls beyond the number of threads wait for one.
   * @throws EnvironmentFailure `thread-ended` once one of the threads has
   */
  make(range: Range): Promise<MadeBatch> {
    return new Promise((resolve, reject) => {
      if (this.broken !== undefined) return reject(this.broken);
      const thread = this.threads.reduce((least, other) => (other.jobs < least.jobs ? other : least));
      thread.jobs++;
      this.jobs.set(++this.lastJob, { thread, resolve, reject });
      tell(thread, { kind: "make", job: this.lastJob, range });
    });
  }

  /** Ends the threads; what is under way fails. */
  async close(): Promise<void> {
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()));
  }

  private start(task: ThreadTask): Thread {
    const worker = new Worker(path.join(__dirname, "batch-thread.js"), { workerData: task, execArgv: [] });
    worker.on("message", (message: FromThread) => this.receive(message));
    worker.on("error", (error: Error) => this.breakDown(error));
    worker.on("exit", () => this.breakDown(threadEnded()));
    return { worker, jobs: 0 };
  }

  private receive(message: FromThread): void {
    const found = this.jobs.get(message.job);
    // Another thread has failed meanwhile, and this job was abandoned with it.
    if (found === undefined) return;
    const { thread, resolve, reject } = found;
    this.jobs.delete(message.job);
    thread.jobs--;
    if (message.kind === "failed") return reject(message.error);
    const { batch, checksum } = message;
    resolve({ batch, checksum, release: () => tell(thread, { kind: "reuse", memory: batch.bytes.buffer }) });
  }

  private breakDown(error: Error): void {
    this.broken ??= error;
    for (const { reject } of this.jobs.values()) reject(error);
    this.jobs.clear();
  }
}

function threadEnded(): EnvironmentFailure {
  return new EnvironmentFailure(
    "thread-ended",
    "A thread that makes rows has ended unexpectedly: run the same command again",
  );
}

function tell({ worker }: Thread, message: ToThread): void {
  worker.postMessage(message);
}
