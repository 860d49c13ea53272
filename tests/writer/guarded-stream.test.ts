import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import fc from "fast-check";
import { GuardedStream } from "../../app/writer/guarded-stream";
import { batchOfBytes } from "../support/writers";

/** Takes everything, and keeps it. */
class Sink extends Writable {
  readonly parts: Buffer[] = [];

  /** @param taking resolves when a part is taken */
  constructor(private readonly taking: () => Promise<void> = async () => {}) {
    super();
  }

  get length(): number {
    return this.parts.reduce((sum, part) => sum + part.length, 0);
  }

  override _write(part: Buffer, _: string, done: (error?: Error) => void): void {
    this.parts.push(part);
    this.taking().then(() => done(), done);
  }
}

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, i) => i * 7);
const SIZES = [1, 2, 3, 1_000, 131_071, 131_072, 131_073, 327_680, 1_000_000];

describe("a guarded stream", () => {
  test("brings all bytes in their order, the last of them after the commit", async () => {
    const size = fc.oneof(fc.constantFrom(...SIZES), fc.integer({ min: 1, max: 600_000 }));
    await fc.assert(
      fc.asyncProperty(size, async (length) => {
        const bytes = bytesOf(length);
        const sink = new Sink();
        let [before, commits] = [-1, 0];
        const stream = new GuardedStream(batchOfBytes(bytes), async () => {
          commits++;
          before = sink.length;
          expect(stream.released).toBe(false);
        });
        await pipeline(stream, sink);
        expect(commits).toBe(1);
        expect(before).toBe(length - Math.min(65_536, Math.ceil(length / 2)));
        expect(stream.released).toBe(true);
        expect(Buffer.concat(sink.parts).equals(bytes)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test.each(SIZES)("ends with the commit's reason, and the last of %d bytes stay here", async (length) => {
    const reason = new Error("the claim is gone");
    const sink = new Sink();
    const stream = new GuardedStream(batchOfBytes(bytesOf(length)), () => Promise.reject(reason));
    await expect(pipeline(stream, sink)).rejects.toBe(reason);
    expect(stream).toMatchObject({ released: false, stopped: { reason } });
    expect(sink.length).toBeLessThan(length);
  });

  test("does not ask for the commit while bytes before the last wait in this process", async () => {
    let take!: () => void;
    const taken = new Promise<void>((resolve) => (take = resolve));
    const sink = new Sink(() => taken);
    let asked = false;
    const stream = new GuardedStream(batchOfBytes(bytesOf(400_000)), async () => {
      asked = true;
      expect(sink.writableLength).toBe(0);
    });
    const sent = pipeline(stream, sink);
    for (let turn = 0; turn < 50; turn++) await new Promise((done) => setImmediate(done));
    expect(asked).toBe(false);
    take();
    await sent;
    expect(asked).toBe(true);
  });

  test("stops before the last bytes have gone, and no longer afterwards", async () => {
    const reason = "not an error";
    const early: GuardedStream = new GuardedStream(batchOfBytes(bytesOf(100)), async (): Promise<void> =>
      early.stop(reason),
    );
    await expect(pipeline(early, new Sink())).rejects.toThrow(reason);
    expect(early).toMatchObject({ released: false, stopped: { reason } });

    const sink = new Sink(async () => {
      if (late.released) late.stop(reason);
    });
    const late = new GuardedStream(batchOfBytes(bytesOf(100)), async () => {});
    await pipeline(late, sink);
    expect(late).toMatchObject({ released: true, stopped: undefined });
    expect(sink.length).toBe(100);
  });
});

describe("a guarded stream of several blocks", () => {
  /** Blocks of a row each; `between` is called when one is asked for, with its number. */
  const batchOf = (blocks: readonly Uint8Array[], between: (i: number) => void = () => {}) => ({
    rows: blocks.length,
    blocks: (async function* () {
      for (const [i, bytes] of blocks.entries()) {
        await new Promise((done) => setImmediate(done));
        between(i);
        yield { rows: 1, bytes: new Uint8Array(bytes) };
      }
    })(),
  });

  test("asks for each when those before have left, and for the commit before the last piece", async () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 400_000 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(lengths, async (sizes) => {
        const blocks = sizes.map(bytesOf);
        const sink = new Sink(() => new Promise((done) => setImmediate(done)));
        const [asked, due]: number[][] = [[], []];
        for (let i = 0, sum = 0; i < sizes.length; sum += sizes[i++]!) due!.push(sum);
        const batch = batchOf(blocks, () => {
          expect(sink.writableLength).toBe(0);
          asked!.push(sink.length);
        });
        let before = -1;
        await pipeline(new GuardedStream(batch, async () => void (before = sink.length)), sink);
        expect(asked).toEqual(due);
        const whole = Buffer.concat(blocks);
        expect(before).toBe(whole.length - Math.min(65_536, Math.ceil(sizes.at(-1)! / 2)));
        expect(Buffer.concat(sink.parts).equals(whole)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test("ends with the reason why a block could not be made, without asking for the commit", async () => {
    const reason = new Error("a thread has ended");
    const commit = jest.fn(async () => {});
    const batch = batchOf([bytesOf(10), bytesOf(10), bytesOf(10)], (i) => {
      if (i === 1) throw reason;
    });
    const stream = new GuardedStream(batch, commit);
    await expect(pipeline(stream, new Sink())).rejects.toBe(reason);
    expect(stream).toMatchObject({ released: false, stopped: { reason } });
    expect(commit).not.toHaveBeenCalled();
  });

  test.each([1, 3])("does not end well where the blocks of 2 rows have %d", async (rows) => {
    const blocks = (async function* () {
      yield { rows, bytes: bytesOf(5) };
    })();
    const stream = new GuardedStream({ rows: 2, blocks }, async () => {});
    await expect(pipeline(stream, new Sink())).rejects.toThrow("other rows than it has");
    expect(stream.released).toBe(false);
  });
});
