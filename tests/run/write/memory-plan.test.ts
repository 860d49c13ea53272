import fc from "fast-check";
import { imagesDomain } from "../../../app/domains/images/images-domain";
import { memoryNotice } from "../../../app/run/write/memory-notice";
import { MEMORY_LIMIT, plannedBytes, planMemory, THREAD_BYTES } from "../../../app/run/write/memory-plan";
import { measureRowBytes } from "../../../app/run/write/row-bytes";
import { BatchThreads } from "../../../app/run/write/threads/batch-threads";
import { createRowGenerator } from "../../../app/rows/row-generator";
import { WRITERS } from "../../../app/writer/writers";
import { WRITER_NAMES } from "../../../app/request/request-options";
import { DEFAULT_MODEL } from "../../rows/default-model";

const taskOf = (writer: (typeof WRITER_NAMES)[number]) => ({
  seed: "42",
  model: DEFAULT_MODEL,
  domain: imagesDomain.name,
  writer,
});

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
          if (plan.batchRows < asked.batchRows) expect(plan.threads).toBe(1);
          const whole = plan.threads === asked.threads && plan.batchRows === asked.batchRows;
          expect(memoryNotice(asked, plan) === undefined).toBe(whole);
        },
      ),
    );
  });

  it("says in one line what could not be honoured", () => {
    const row = { block: 1_800, encoded: 2_150 };
    const asked = { threads: 64, batchRows: 100_000 };
    expect(memoryNotice(asked, planMemory(asked, row))).toBe(
      "rows on their way are kept below 1 GiB: 2 threads instead of 64, at 100,000 rows a batch; a smaller batch size has room for more",
    );
    const long = { block: 40_000, encoded: 50_000 };
    expect(memoryNotice(asked, planMemory(asked, long))).toMatch(
      /^rows on their way are kept below 1 GiB: one thread, and [\d,]+ rows a batch instead of 100,000, since/,
    );
  });

  it.each(WRITER_NAMES)("knows what rows take, with the writer %s", (writer) => {
    const rows = 20_000;
    const row = measureRowBytes(taskOf(writer), 1, rows);
    const before = process.memoryUsage().arrayBuffers;
    const block = createRowGenerator("42", DEFAULT_MODEL, imagesDomain).generate(1, rows);
    // What a collection frees meanwhile makes this less, never more.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(rows * row.block);
    const encoded = WRITERS[writer].encoder(DEFAULT_MODEL).encode(block).bytes.length;
    expect(encoded).toBeLessThan(rows * row.encoded);
    expect(encoded).toBeGreaterThan((rows * row.encoded) / 1.2);
  });

  it.each(WRITER_NAMES)("holds for the bytes of batches on their way, with the writer %s", async (writer) => {
    const limit = THREAD_BYTES * 2 + 30_000_000;
    const row = measureRowBytes(taskOf(writer), 1, 1_000);
    const plan = planMemory({ threads: 8, batchRows: 3_000 }, row, limit);
    expect(plan.threads).toBeLessThan(8);
    const threads = new BatchThreads(taskOf(writer), plan.threads, row.encoded);
    const ownBytes = plan.threads * (THREAD_BYTES + plan.batchRows * row.block);
    let [next, most] = [0, 0];
    const lane = async () => {
      while (next < 6 * plan.inFlight) {
        const { release } = await threads.make([
          { first: 1 + plan.batchRows * next++, rows: plan.batchRows },
        ]);
        most = Math.max(most, threads.bytesHeld);
        // As while it is sent: others are made meanwhile.
        await new Promise((done) => setImmediate(done));
        release();
      }
    };
    try {
      await Promise.all(Array.from({ length: plan.inFlight }, lane));
    } finally {
      await threads.close();
    }
    expect(most).toBeGreaterThan(plan.batchRows * row.encoded);
    expect(most + ownBytes).toBeLessThan(limit + plan.inFlight * 65_536);
  });
});
