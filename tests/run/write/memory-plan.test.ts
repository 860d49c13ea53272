import fc from "fast-check";
import { imagesDomain } from "../../../app/domains/images/images-domain";
import { BatchMaker } from "../../../app/run/write/batch-maker";
import { memoryNotice } from "../../../app/run/write/memory-notice";
import {
  BATCH_BYTES,
  MEMORY_LIMIT,
  plannedBytes,
  planMemory,
  THREAD_BYTES,
} from "../../../app/run/write/memory-plan";
import { measureRowBytes } from "../../../app/run/write/row-bytes";
import { BatchThreads } from "../../../app/run/write/threads/batch-threads";
import { createRowGenerator } from "../../../app/rows/row-generator";
import { WRITERS } from "../../../app/writer/writers";
import { WRITER_NAMES } from "../../../app/request/request-options";
import { DEFAULT_MODEL } from "../../rows/default-model";

const taskOf = (writer: (typeof WRITER_NAMES)[number]) => ({
  seed: "42",
  model: DEFAULT_MODEL,
  domain: imagesDomain.source,
  writer,
});

const rowBytes = (writer: (typeof WRITER_NAMES)[number], rows: number) => {
  const generator = createRowGenerator("42", DEFAULT_MODEL, imagesDomain);
  return measureRowBytes(generator, WRITERS[writer].encoder(DEFAULT_MODEL), 1, rows);
};

describe("the plan of a run's memory", () => {
  it("stays below the limit, whatever is asked for and however long rows are", () => {
    fc.assert(
      fc.property(
        fc.record({
          threads: fc.integer({ min: 1, max: 64 }),
          batchRows: fc.integer({ min: 1, max: 100_000 }),
        }),
        fc.record({
          block: fc.integer({ min: 1, max: 200_000 }),
          encoded: fc.integer({ min: 1, max: 200_000 }),
        }),
        (asked, row) => {
          const plan = planMemory(asked, row);
          expect(plannedBytes(plan, row)).toBeLessThanOrEqual(MEMORY_LIMIT);
          expect(plan.threads).toBeLessThanOrEqual(asked.threads);
          expect(plan.inFlight).toBeGreaterThan(plan.threads);
          expect(plan.batchRows * row.encoded).toBeLessThanOrEqual(BATCH_BYTES);
          expect(plan.blockRows).toBeLessThanOrEqual(plan.batchRows);
          // As even as can be.
          const blocks = Math.ceil(plan.batchRows / plan.blockRows);
          expect(plan.blockRows).toBe(Math.ceil(plan.batchRows / blocks));
          const whole = plan.threads === asked.threads && plan.batchRows === asked.batchRows;
          expect(memoryNotice(asked, plan) === undefined).toBe(whole);
        },
      ),
    );
  });

  it("has inserts of 100,000 rows in blocks, and one block where they are smaller", () => {
    const row = { block: 1_800, encoded: 540 };
    const alone = { threads: 1, inFlight: 3 };
    expect(planMemory({ threads: 1, batchRows: 100_000 }, row)).toEqual({
      ...alone,
      batchRows: 100_000,
      blockRows: 20_000,
    });
    expect(planMemory({ threads: 1, batchRows: 20_000 }, row).blockRows).toBe(20_000);
    expect(planMemory({ threads: 1, batchRows: 21_000 }, row).blockRows).toBe(10_500);
  });

  it("says in one line what could not be honoured", () => {
    const row = { block: 1_800, encoded: 2_150 };
    const asked = { threads: 64, batchRows: 100_000 };
    expect(memoryNotice(asked, planMemory(asked, row))).toBe(
      "rows on their way are kept below 1 GiB: 13 threads instead of 64",
    );
    const long = { block: 40_000, encoded: 50_000 };
    expect(memoryNotice(asked, planMemory(asked, long))).toBe(
      "batches have 5,368 rows instead of 100,000, since rows of this table are long; rows on their way are kept below 1 GiB: 13 threads instead of 64",
    );
  });

  it.each(WRITER_NAMES)("knows what rows take, with the writer %s", (writer) => {
    const rows = 20_000;
    const row = rowBytes(writer, rows);
    const before = process.memoryUsage().arrayBuffers;
    const block = createRowGenerator("42", DEFAULT_MODEL, imagesDomain).generate(1, rows);
    // What a collection frees meanwhile makes this less, never more.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(rows * row.block);
    const encoded = WRITERS[writer].encoder(DEFAULT_MODEL).encode(block).bytes.length;
    expect(encoded).toBeLessThan(rows * row.encoded);
    expect(encoded).toBeGreaterThan((rows * row.encoded) / 1.2);
  });

  it.each(WRITER_NAMES)("holds for the bytes of blocks on their way, with the writer %s", async (writer) => {
    const limit = THREAD_BYTES * 2 + 30_000_000;
    const row = rowBytes(writer, 1_000);
    const plan = planMemory({ threads: 8, batchRows: 30_000 }, row, limit);
    expect(plan.threads).toBeLessThan(8);
    expect(plan.blockRows).toBeLessThan(plan.batchRows);
    const threads = new BatchThreads(taskOf(writer), plan.threads, row.encoded);
    const maker = new BatchMaker(threads, plan.blockRows, plan.inFlight);
    const ownBytes = plan.threads * (THREAD_BYTES + plan.blockRows * row.block);
    let [next, most] = [0, 0];
    const lane = async () => {
      while (next < 2 * plan.inFlight) {
        const first = 1 + plan.batchRows * next++;
        const { batch, end } = await maker.make([{ first, rows: plan.batchRows }]);
        for await (const block of batch.blocks) {
          most = Math.max(most, threads.bytesHeld);
          expect(block.rows).toBeLessThanOrEqual(plan.blockRows);
          // As while it is sent: others are made meanwhile.
          await new Promise((done) => setImmediate(done));
        }
        end(true);
      }
    };
    try {
      await Promise.all(Array.from({ length: plan.inFlight }, lane));
    } finally {
      await threads.close();
    }
    expect(most).toBeGreaterThan(plan.blockRows * row.encoded);
    expect(most + ownBytes).toBeLessThan(limit + plan.inFlight * 65_536);
  });
});
