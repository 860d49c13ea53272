import * as fc from "fast-check";
import type { Range } from "../../../app/plan/range";
import type { StepWork } from "../../../app/plan/step-work";
import { StepFlow } from "../../../app/run/write/step-flow";
import { systemClock } from "../../../app/run/claim/clock";

/** A ledger in memory: what was announced, and what each step's last record says. */
class LogOfCalls {
  readonly announced = new Map<number, number>();
  readonly recorded = new Map<number, { rows: number; batches: number; checksum: bigint }>();
  readonly dropped: Range[] = [];
  private pending: (() => void)[] = [];

  finish({ first, rows }: Range, batches: number, checksum: bigint): void {
    this.pending.push(() => this.recorded.set(first, { rows, batches, checksum }));
  }

  drop(range: Range): void {
    this.pending.push(() => this.dropped.push(range));
  }

  async tick(announced: readonly Range[]): Promise<void> {
    const due = this.pending.splice(0);
    await new Promise((done) => setImmediate(done));
    for (const record of due) record();
    for (const { first, rows } of announced) this.announced.set(first, rows);
  }
}

const isAnnounced = (log: LogOfCalls, { first, rows }: Range) =>
  [...log.announced].some(([start, count]) => first >= start && first + rows <= start + count);

function* newSteps(count: number, rows: number): Generator<StepWork> {
  for (let i = 0; i < count; i++)
    yield {
      range: { first: 1 + i * rows, rows },
      lacks: [{ first: 1 + i * rows, rows }],
      known: false,
      kept: 0n,
    };
}

describe("StepFlow", () => {
  it("announces before it hands out, hands out every id once, and records all, whatever the order of the answers", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 5 }),
        fc.infiniteStream(fc.nat(3)),
        async (steps, stepRows, batchRows, lanes, delays) => {
          const log = new LogOfCalls();
          const flow = new StepFlow(log, newSteps(steps, stepRows), batchRows, systemClock);
          const ids = new Set<number>();
          const lane = async () => {
            for (let batch = await flow.next(); batch !== undefined; batch = await flow.next()) {
              const [range, ...others] = batch.ranges;
              expect(others).toEqual([]);
              expect(isAnnounced(log, range!)).toBe(true);
              for (let i = 0; i < range!.rows; i++) {
                expect(ids.has(range!.first + i)).toBe(false);
                ids.add(range!.first + i);
              }
              for (let turns = delays.next().value; turns > 0; turns--)
                await new Promise((done) => setImmediate(done));
              flow.written(batch, BigInt(range!.rows));
            }
          };
          await Promise.all(Array.from({ length: lanes }, lane));
          await flow.close();
          expect(ids.size).toBe(steps * stepRows);
          expect(
            [...log.recorded.values()].every(
              ({ rows, checksum }) => rows === stepRows && checksum === BigInt(stepRows),
            ),
          ).toBe(true);
          expect(log.recorded.size).toBe(steps);
          expect(log.dropped).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("closed early, it records what is whole from the step's first row on, drops what was not begun, and leaves the rest in doubt", async () => {
    const log = new LogOfCalls();
    const flow = new StepFlow(log, newSteps(4, 30), 10, systemClock);
    const batches = [];
    for (let i = 0; i < 8; i++) batches.push((await flow.next())!);
    // Step 1 whole, of step 2 the first two batches, of step 3 the second of two that were handed out; step 4
    // not begun.
    for (const i of [0, 1, 2, 4, 3, 7]) flow.written(batches[i]!, 1n);
    await flow.close();
    expect(Object.fromEntries(log.recorded)).toEqual({
      1: { rows: 30, batches: 3, checksum: 3n },
      31: { rows: 20, batches: 2, checksum: 2n },
    });
    expect(log.dropped).toEqual([{ first: 91, rows: 30 }]);
    expect([...log.announced.keys()]).toEqual([1, 31, 61, 91]);
  });

  it("adds the checksums of many holes, several to a batch, to that of what is kept", async () => {
    const log = new LogOfCalls();
    const lacks = Array.from({ length: 9 }, (_, i) => ({ first: 1 + 3 * i, rows: 2 }));
    const work: StepWork = { range: { first: 1, rows: 30 }, lacks, known: true, kept: 2n ** 64n - 1n };
    const flow = new StepFlow(log, [work].values(), 10, systemClock);
    for (const ranges of [lacks.slice(0, 5), lacks.slice(5)]) {
      const batch = (await flow.next())!;
      expect(batch.ranges).toEqual(ranges);
      flow.written(batch, 3n);
    }
    await flow.close();
    expect(log.recorded.get(1)).toEqual({ rows: 30, batches: 2, checksum: 5n });
  });

  it("never cuts a known step short, and records one that lacks nothing as it is", async () => {
    const log = new LogOfCalls();
    const known: StepWork[] = [
      { range: { first: 1, rows: 30 }, lacks: [], known: true, kept: 7n },
      { range: { first: 31, rows: 30 }, lacks: [{ first: 35, rows: 20 }], known: true, kept: 9n },
    ];
    const flow = new StepFlow(log, known.values(), 10, systemClock);
    flow.written((await flow.next())!, 5n);
    await flow.close();
    expect(Object.fromEntries(log.recorded)).toEqual({ 1: { rows: 30, batches: 1, checksum: 7n } });
    expect(log.dropped).toEqual([]);
  });

  it("hands a failure of the ledger to whoever asks next", async () => {
    const log = new LogOfCalls();
    log.tick = () => Promise.reject(new Error("gone"));
    const flow = new StepFlow(log, newSteps(1, 1), 1, systemClock);
    await expect(flow.next()).rejects.toThrow("gone");
  });
});
