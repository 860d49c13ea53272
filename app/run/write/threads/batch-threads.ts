import type { Worker } from "node:worker_threads";
import { EnvironmentFailure } from "../../../errors";
import type { Model } from "../../../model/column";
import { type Range, rowsOf } from "../../../plan/range";
import type { MeasuredRow } from "../row-bytes";
import { startThread } from "./start-thread";
import { asError, asMessage } from "./thread-failure";
import type { FromThread, ThreadTask, ToThread } from "./thread-message";

/** A block as a thread has made it. */
export interface MadeBlock extends Pick<Extract<FromThread, { kind: "made" }>, "block" | "checksum"> {
  /** Releases the block's memory for another one. It must not be read afterwards. */
  release(): void;
}

/** What answers a job. */
type Answer = Exclude<FromThread, { kind: "failed" | "broken" }>;

interface Job {
  readonly thread: Thread;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  jobs: number;
}

/** Bytes of a block besides its rows. */
const OVERHEAD = 65_536;

/** Threads that make and encode blocks; which of them makes one changes nothing in it. */
export class BatchThreads {
  private readonly threads: Thread[] = [];
  private readonly jobs = new Map<number, Job>();
  /** Memory of blocks that have been sent. */
  private readonly spare: SharedArrayBuffer[] = [];
  private held = 0;
  private lastJob = 0;
  private broken: Error | undefined;

  /**
   * @param count threads, 1 or more
   * @param bytesARow what an encoded row takes, as a rule at most
   * @param first the first of them, where it has been started
   */
  constructor(
    private readonly task: ThreadTask,
    count: number,
    private bytesARow: number,
    first?: Worker,
  ) {
    if (first !== undefined) this.add(first);
    this.grow(count, bytesARow);
  }

  /** Starts more threads until there are `count`. */
  grow(count: number, bytesARow: number): void {
    this.bytesARow = bytesARow;
    while (this.threads.length < count) this.add(startThread(this.task.domain));
  }

  /** Bytes of all blocks that are being made, wait or are sent, and of memory that is kept for further ones. */
  get bytesHeld(): number {
    return this.held;
  }

  /**
   * Makes the rows of some ranges; at most `MAX_BLOCK_ROWS`. Calls beyond the number of threads wait for one.
   * @throws EnvironmentFailure `thread-ended` once one of the threads has
   */
  async make(ranges: readonly Range[]): Promise<MadeBlock> {
    const memory = this.memory(rowsOf(ranges));
    const answer = this.give<"made">((job) => ({ kind: "make", job, ranges, memory }));
    answer.catch(() => this.spare.push(memory));
    const { block, checksum } = await answer;
    this.held += block.bytes.buffer.byteLength - memory.byteLength;
    return { block, checksum, release: () => void this.spare.push(block.bytes.buffer) };
  }

  /** The checksum that rows should have, of any number of them; as {@link make}. */
  async checksum(ranges: readonly Range[], columns: Model): Promise<bigint> {
    return (await this.give<"summed">((job) => ({ kind: "sum", job, ranges, columns }))).checksum;
  }

  /** The columns that say which shard a row goes to; none where the shards take turns. */
  get placedBy(): Model {
    return this.task.placedBy ?? [];
  }

  /** These columns' values, in the format Native; as {@link make}. */
  async values(ranges: readonly Range[]): Promise<Uint8Array> {
    return (await this.give<"values">((job) => ({ kind: "values", job, ranges }))).native;
  }

  /** What rows take, from a few of them; as {@link make}. @param most how many of them there are at most, 1 or more */
  async measure(firstRow: number, most: number): Promise<MeasuredRow> {
    return (await this.give<"measured">((job) => ({ kind: "measure", job, firstRow, most }))).row;
  }

  /** To the thread with the least to do. */
  private give<Kind extends Answer["kind"]>(
    task: (job: number) => ToThread,
  ): Promise<Extract<Answer, { kind: Kind }>> {
    return new Promise((done, reject) => {
      if (this.broken !== undefined) return reject(this.broken);
      const resolve = done as Job["resolve"];
      const thread = this.threads.reduce((least, other) => (other.jobs < least.jobs ? other : least));
      thread.jobs++;
      this.jobs.set(++this.lastJob, { thread, resolve, reject });
      thread.worker.postMessage(task(this.lastJob));
    });
  }

  /** Ends the threads; what is under way fails. */
  async close(): Promise<void> {
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()));
  }

  /**
   * Of a block that has been sent, or new. It goes from thread to thread: if each kept what it once used, they
   * would have room for many more blocks than there ever are.
   */
  private memory(rows: number): SharedArrayBuffer {
    const wanted = Math.ceil(Math.max(rows, 0) * this.bytesARow) + OVERHEAD;
    const spare = this.spare.pop();
    if (spare !== undefined && spare.byteLength >= wanted) return spare;
    this.held += wanted - (spare?.byteLength ?? 0);
    return new SharedArrayBuffer(wanted);
  }

  private add(worker: Worker): void {
    worker.ref();
    worker.on("message", (message: FromThread) => this.receive(message));
    worker.on("error", (error: Error) => this.breakDown(asError(asMessage(error))));
    worker.on("exit", () => this.breakDown(threadEnded()));
    worker.postMessage({ kind: "begin", task: this.task } satisfies ToThread);
    this.threads.push({ worker, jobs: 0 });
  }

  private receive(message: FromThread): void {
    if (message.kind === "broken") return this.breakDown(asError(message.failure));
    const found = this.jobs.get(message.job);
    // Another thread has failed meanwhile, and this job was abandoned with it.
    if (found === undefined) return;
    const { thread, resolve, reject } = found;
    this.jobs.delete(message.job);
    thread.jobs--;
    if (message.kind === "failed") reject(asError(message.failure));
    else resolve(message);
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
