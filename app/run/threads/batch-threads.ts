import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Range } from "../../plan/steps";
import { InsertError } from "../../writer/insert-error";
import type { NativeBatch } from "../../writer/native/native-encoder";
import type { SendOptions, Writer } from "../../writer/writer";
import type { FromThread, ThreadError, ThreadTask, ToThread } from "./thread-message";

interface Job {
  readonly options: SendOptions;
  readonly thread: Thread;
  readonly resolve: (checksum: bigint) => void;
  readonly reject: (error: unknown) => void;
  /** What `commit` rejected with. */
  refusal: { readonly reason: unknown } | undefined;
}

interface Thread {
  readonly worker: Worker;
  jobs: number;
}

/** Threads that make batches; which of them makes one changes nothing in it. */
export class BatchThreads {
  private readonly threads: Thread[];
  private readonly jobs = new Map<number, Job>();
  private lastJob = 0;
  private broken: { readonly reason: unknown } | undefined;

  private readonly native: Promise<Writer<NativeBatch>> | undefined;

  /** @param count threads, 1 or more */
  constructor(task: ThreadTask, count: number) {
    this.threads = Array.from({ length: count }, () => this.start(task));
    this.native = task.writer === "native" ? openNative(task) : undefined;
    this.native?.catch(() => {});
  }

  /**
   * Makes the rows of a range and inserts them at once; at most `MAX_BLOCK_ROWS`. Calls beyond the number of threads
   * wait for one.
   * @returns the rows' checksum
   * @throws as `Writer.send`
   */
  write(range: Range, options: SendOptions): Promise<bigint> {
    return new Promise((resolve, reject) => {
      if (this.broken !== undefined) return reject(this.broken.reason);
      const thread = this.threads.reduce((least, other) => (other.jobs < least.jobs ? other : least));
      const number = ++this.lastJob;
      thread.jobs++;
      const abort = () => tell(thread, { kind: "abort", job: number });
      const ended = <T>(settle: (value: T) => void) => (value: T) => {
        options.signal?.removeEventListener("abort", abort);
        thread.jobs--;
        this.jobs.delete(number);
        settle(value);
      };
      this.jobs.set(number, { options, thread, resolve: ended(resolve), reject: ended(reject), refusal: undefined });
      options.signal?.addEventListener("abort", abort);
      tell(thread, { kind: "make", job: number, range, id: options.id });
      if (options.signal?.aborted) abort();
    });
  }

  /** Ends the threads; what is under way fails. */
  async close(): Promise<void> {
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()));
    await (await this.native)?.close();
  }

  private start(task: ThreadTask): Thread {
    // What moose-lib and the client print in a thread would land on the user's terminal.
    const worker = new Worker(path.join(__dirname, "batch-thread.js"), { workerData: task, execArgv: [], stdout: true, stderr: true });
    worker.stdout.resume();
    worker.stderr.resume();
    worker.on("message", (message: FromThread) => this.receive(message));
    worker.on("error", (reason) => this.breakDown(reason));
    worker.on("exit", () => this.breakDown(new Error("a thread has ended")));
    return { worker, jobs: 0 };
  }

  private receive(message: FromThread): void {
    const job = this.jobs.get(message.job);
    if (job === undefined) return;
    switch (message.kind) {
      case "commit":
        return void job.options.commit().then(
          () => tell(job.thread, { kind: "commit", job: message.job, allowed: true }),
          (reason) => {
            job.refusal = { reason };
            tell(job.thread, { kind: "commit", job: message.job, allowed: false });
          },
        );
      case "sent":
        return job.resolve(message.checksum);
      case "encoded":
        return void this.sendEncoded(job, message);
      case "failed":
        return job.reject(job.refusal !== undefined ? job.refusal.reason : this.failure(job, message.error));
    }
  }

  private async sendEncoded({ options, thread, resolve, reject }: Job, { batch, checksum }: Extract<FromThread, { kind: "encoded" }>): Promise<void> {
    try {
      await (await this.native!).send(batch, options);
      tell(thread, { kind: "reuse", memory: batch.bytes.buffer });
      resolve(checksum);
    } catch (error) {
      reject(error);
    }
  }

  private failure({ options }: Job, error: ThreadError): unknown {
    if ("insert" in error) return new InsertError(error.message, error.insert, error.serverCode, error.serverType);
    return options.signal?.aborted ? options.signal.reason : error.bug;
  }

  private breakDown(reason: unknown): void {
    this.broken ??= { reason };
    for (const job of [...this.jobs.values()]) job.reject(reason);
  }
}

/** Moose's library takes half a second: it is loaded while the claim is made. */
async function openNative({ connection, table, model }: ThreadTask): Promise<Writer<NativeBatch>> {
  const [{ connectMoose }, { createNativeWriter }] = await Promise.all([import("../../writer/olap/moose-connection"), import("../../writer/native/native-writer")]);
  await connectMoose(connection);
  return createNativeWriter(table, model);
}

function tell({ worker }: Thread, message: ToThread): void {
  worker.postMessage(message, message.kind === "reuse" ? [message.memory] : []);
}
