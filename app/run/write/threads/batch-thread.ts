import { parentPort, workerData } from "node:worker_threads";
import { restoreDomain } from "../../../domains/domains";
import { addChecksums, blockChecksum } from "../../../rows/checksum";
import { batchesOf } from "../../../plan/range";
import { coverColumns } from "../../../rows/column-coverage";
import type { Domain } from "../../../rows/domain";
import { createRowGenerator, type RowGenerator } from "../../../rows/row-generator";
import type { Encoder } from "../../../writer/encoder";
import { WRITERS } from "../../../writer/writers";
import { measureRowBytes } from "../row-bytes";
import { asMessage } from "./thread-failure";
import type { FromThread, ThreadTask, ToThread } from "./thread-message";

/* A worker thread: makes blocks and encodes them. */

/** Rows whose checksums are made at a time: as many as fit into the caches. */
const ROWS_AT_A_TIME = 10_000;

/** Rows that are rehearsed at most, and at a time: what is asked for meanwhile has to wait for that long. */
const REHEARSED_ROWS = 10_000;
const REHEARSED_AT_A_TIME = 256;

const port = parentPort!;
try {
  if (workerData !== undefined) restoreDomain(workerData as Domain["source"]).prepare?.();
} catch {
  // It fails again when rows are asked for, and is told then.
}

port.once("message", ({ task }: Extract<ToThread, { kind: "begin" }>) => {
  let maker: Maker;
  try {
    maker = new Maker(task);
  } catch (error) {
    return tell({ kind: "broken", failure: asMessage(error) });
  }
  port.on("message", (message: Exclude<ToThread, { kind: "begin" }>) => {
    try {
      tell(maker.answer(message));
    } catch (error) {
      tell({ kind: "failed", job: message.job, failure: asMessage(error) });
    }
  });
});

function tell(message: FromThread): void {
  port.postMessage(message);
}

class Maker {
  private readonly generator;
  private readonly compared;
  private readonly encoder;
  private rehearsing = false;
  #placing: { readonly generator: RowGenerator; readonly encoder: Encoder } | undefined;

  constructor(private readonly task: ThreadTask) {
    const { seed, model, domain: source, writer } = task;
    const domain = restoreDomain(source);
    this.generator = createRowGenerator(seed, model, domain);
    this.compared = coverColumns(model, domain).compared;
    this.encoder = WRITERS[writer].encoder(model);
  }

  answer(message: Exclude<ToThread, { kind: "begin" }>): FromThread {
    this.rehearsing = message.kind === "measure";
    switch (message.kind) {
      case "make":
        return this.make(message);
      case "measure":
        return this.measure(message);
      case "values":
        return this.values(message);
      case "sum":
        return this.sum(message);
    }
  }

  private make({ job, ranges, memory }: Extract<ToThread, { kind: "make" }>): FromThread {
    const block = this.generator.generateRanges(ranges);
    const encoded = this.encoder.encode(block, memory);
    return { kind: "made", job, checksum: blockChecksum(block, this.compared), block: encoded };
  }

  private values({ job, ranges }: Extract<ToThread, { kind: "values" }>): FromThread {
    const { seed, placedBy = [], domain } = this.task;
    const { generator, encoder } = (this.#placing ??= {
      generator: createRowGenerator(seed, placedBy, restoreDomain(domain)),
      encoder: WRITERS.native.encoder(placedBy),
    });
    return { kind: "values", job, native: encoder.encode(generator.generateRanges(ranges)).bytes };
  }

  private measure({ job, firstRow, most }: Extract<ToThread, { kind: "measure" }>): FromThread {
    const row = measureRowBytes(this.generator, this.encoder, firstRow, most);
    this.rehearse(firstRow, Math.min(most, REHEARSED_ROWS));
    return { kind: "measured", job, row };
  }

  /** While the table is claimed, makes rows that nobody gets: the code is compiled when the first block is asked for. */
  private rehearse(firstRow: number, left: number, memory?: SharedArrayBuffer): void {
    setImmediate(() => {
      if (!this.rehearsing || left === 0) return;
      const rows = Math.min(left, REHEARSED_AT_A_TIME);
      const block = this.generator.generate(firstRow, rows);
      blockChecksum(block, this.compared);
      const { bytes } = this.encoder.encode(block, memory);
      this.rehearse(firstRow + rows, left - rows, bytes.buffer);
    });
  }

  private sum({ job, ranges, columns }: Extract<ToThread, { kind: "sum" }>): FromThread {
    const sums: bigint[] = [];
    for (const batch of batchesOf(ranges, ROWS_AT_A_TIME))
      sums.push(blockChecksum(this.generator.generateRanges(batch), columns));
    return { kind: "summed", job, checksum: addChecksums(sums) };
  }
}
