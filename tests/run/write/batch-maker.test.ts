import fc from "fast-check";
import { type Range, rowsOf } from "../../../app/plan/range";
import { BatchMaker } from "../../../app/run/write/batch-maker";
import type { MadeBlock } from "../../../app/run/write/threads/batch-threads";

/** Makes blocks of no bytes, whose checksum is their first row; one that begins at `fails` can't be made. */
class Threads {
  held = 0;
  most = 0;
  readonly asked: number[] = [];

  constructor(private readonly fails = 0) {}

  async make(ranges: readonly Range[]): Promise<MadeBlock> {
    const { first } = ranges[0]!;
    this.asked.push(first);
    await new Promise((done) => setImmediate(done));
    if (first === this.fails) throw new Error("can't be made");
    this.most = Math.max(this.most, ++this.held);
    return {
      block: { rows: rowsOf(ranges), columns: ["a"], bytes: new Uint8Array(new SharedArrayBuffer(1)) },
      checksum: BigInt(first),
      release: () => this.held--,
    };
  }
}

/** Ten batches of 100 rows each. */
const BATCHES = Array.from({ length: 10 }, (_, i) => [{ first: 1 + 100 * i, rows: 100 }]);

async function send(maker: BatchMaker, ranges: readonly Range[]): Promise<bigint> {
  const { batch, checksum, end } = await maker.make(ranges);
  const rows: number[] = [];
  try {
    for await (const block of batch.blocks) {
      rows.push(block.rows);
      await new Promise((done) => setImmediate(done));
    }
  } finally {
    end(true);
  }
  expect(rows.reduce((sum, n) => sum + n, 0)).toBe(batch.rows);
  return checksum();
}

test("blocks are made in the order of their batches, as many at a time as there is room for", async () => {
  const sizes = fc.record({
    blockRows: fc.integer({ min: 7, max: 120 }),
    most: fc.integer({ min: 1, max: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(sizes, async ({ blockRows, most }) => {
      const threads = new Threads();
      const maker = new BatchMaker(threads, blockRows, most);
      const sums = await Promise.all(BATCHES.map((ranges) => send(maker, ranges)));
      const firsts = BATCHES.map(([range]) => {
        const blocks = Math.ceil(100 / blockRows);
        return Array.from({ length: blocks }, (_, i) => range!.first + i * blockRows);
      });
      expect(threads.asked).toEqual(firsts.flat());
      expect(sums).toEqual(firsts.map((all) => BigInt(all.reduce((sum, first) => sum + first, 0))));
      expect(threads.most).toBeLessThanOrEqual(most);
      expect(threads.held).toBe(0);
    }),
    { numRuns: 30 },
  );
});

test("a batch that has ended early leaves its room to the next, whenever that is", async () => {
  for (const taken of [0, 1, 2]) {
    const threads = new Threads();
    const maker = new BatchMaker(threads, 10, 2);
    const { batch, end } = await maker.make(BATCHES[0]!);
    const blocks = batch.blocks[Symbol.asyncIterator]();
    for (let i = 0; i < taken; i++) await blocks.next();
    end(false);
    await send(maker, BATCHES[1]!);
    // The memory of the block that was being sent may still be read.
    expect(threads.held).toBe(taken === 0 ? 0 : 1);
    expect(threads.asked.length).toBeLessThanOrEqual(10 + taken + 2);
  }
});

test.each([1, 11, 91])("a block that can't be made, from row %d on, ends its batch alone", async (fails) => {
  const threads = new Threads(fails);
  const maker = new BatchMaker(threads, 10, 1);
  const ends = await Promise.allSettled(BATCHES.map((ranges) => send(maker, ranges)));
  expect(ends.map(({ status }) => status)).toEqual(
    BATCHES.map((_, i) => (i === 0 ? "rejected" : "fulfilled")),
  );
});
