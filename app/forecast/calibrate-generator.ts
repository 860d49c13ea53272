import { type Range, rowsOf } from "../plan/range";
import type { WriterName } from "../request/request-options";
import type { Domain } from "../rows/domain";
import type { Model } from "../model/column";
import type { Clock } from "../run/claim/clock";
import { planMemory } from "../run/write/memory-plan";
import { BatchThreads, type MadeBlock } from "../run/write/threads/batch-threads";
import type { GeneratorRate } from "./calibration";

/** How long rows are made, in milliseconds; and before that, until the code is compiled. */
const MAKING = 3_000;
const WARMING = 1_000;
/** Most bytes of blocks that are kept to be sent. */
const KEPT_BYTES = 2 ** 28;

export interface GeneratorTask {
  readonly model: Model;
  readonly domain: Domain;
  readonly seed: string;
  readonly writer: WriterName;
  /** The rows of the fill, of which the first ones are made, over and over where they are few. */
  readonly rows: Range;
  /** Asked for; fewer where they would take too much memory. */
  readonly threads: number;
  readonly batchRows: number;
}

/** What was measured, and blocks to send, in order and without doubles. */
export interface MadeRows {
  readonly rate: GeneratorRate;
  readonly blocks: readonly MadeBlock["block"][];
}

/** Makes rows for some seconds as a run does, and sends none. */
export async function calibrateGenerator(
  { model, domain, seed, writer, rows, threads: asked, batchRows }: GeneratorTask,
  clock: Clock,
  stop: AbortSignal,
): Promise<MadeRows> {
  const threads = new BatchThreads({ seed, model, domain: domain.source, writer }, 1, 0);
  try {
    const row = await threads.measure(rows.first, rows.rows);
    const memory = planMemory({ threads: asked, batchRows: Math.min(batchRows, rows.rows) }, row);
    threads.grow(memory.threads, row.encoded);
    const made = new Making(threads, rows, memory.blockRows, clock, stop);
    await made.lanes(memory.threads + 1, WARMING);
    const { rows: count, bytes, seconds, blocks } = await made.lanes(memory.threads + 1, MAKING);
    const rate = { rowsPerSecond: count / seconds, row, sentBytes: bytes / count, memory };
    return { rate, blocks };
  } finally {
    await threads.close();
  }
}

interface Made {
  readonly rows: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly blocks: readonly MadeBlock["block"][];
}

class Making {
  constructor(
    private readonly threads: BatchThreads,
    private readonly all: Range,
    private readonly blockRows: number,
    private readonly clock: Clock,
    private readonly stop: AbortSignal,
  ) {}

  /** Blocks after one another, a few at a time; one at least. */
  async lanes(count: number, milliseconds: number): Promise<Made> {
    const { first, rows: most } = this.all;
    const began = this.clock.monotonic();
    const blocks: { readonly first: number; readonly block: MadeBlock["block"] }[] = [];
    let [next, rows, bytes, kept] = [0, 0, 0, 0];
    let round = 0;
    const lane = async () => {
      do {
        if (next >= most) [next, round] = [0, round + 1];
        const range = { first: first + next, rows: Math.min(this.blockRows, most - next) };
        const isNew = round === 0;
        next += range.rows;
        const { block, release } = await this.threads.make([range]);
        rows += rowsOf([range]);
        bytes += block.bytes.length;
        if (isNew && kept + block.bytes.length <= KEPT_BYTES) {
          kept += block.bytes.length;
          blocks.push({ first: range.first, block });
        } else release();
      } while (!this.stop.aborted && this.clock.monotonic() - began < milliseconds);
    };
    await Promise.all(Array.from({ length: count }, lane));
    const seconds = (this.clock.monotonic() - began) / 1000;
    blocks.sort((a, b) => a.first - b.first);
    return { rows, bytes, seconds, blocks: blocks.map(({ block }) => block) };
  }
}
