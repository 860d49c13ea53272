import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import fc from "fast-check";
import { bytePieces, GuardedStream } from "../../app/writer/guarded-stream";

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
        const stream = new GuardedStream(bytePieces(bytes), async () => {
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
    const stream = new GuardedStream(bytePieces(bytesOf(length)), () => Promise.reject(reason));
    await expect(pipeline(stream, sink)).rejects.toBe(reason);
    expect(stream).toMatchObject({ released: false, stopped: { reason } });
    expect(sink.length).toBeLessThan(length);
  });

  test("does not ask for the commit while bytes before the last wait in this process", async () => {
    let take!: () => void;
    const taken = new Promise<void>((resolve) => (take = resolve));
    const sink = new Sink(() => taken);
    let asked = false;
    const stream = new GuardedStream(bytePieces(bytesOf(400_000)), async () => {
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
    const early: GuardedStream = new GuardedStream(bytePieces(bytesOf(100)), async (): Promise<void> =>
      early.stop(reason),
    );
    await expect(pipeline(early, new Sink())).rejects.toThrow(reason);
    expect(early).toMatchObject({ released: false, stopped: { reason } });

    const sink = new Sink(async () => {
      if (late.released) late.stop(reason);
    });
    const late = new GuardedStream(bytePieces(bytesOf(100)), async () => {});
    await pipeline(late, sink);
    expect(late).toMatchObject({ released: true, stopped: undefined });
    expect(sink.length).toBe(100);
  });
});
