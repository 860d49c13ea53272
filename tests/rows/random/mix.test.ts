import fc from "fast-check";
import { Counters, IdsTooWide, stateAt } from "../../../app/rows/random/counters";
import { draw, eitherState, idState, partState, rowState, streamBase } from "../../../app/rows/random/mix";
import { murmur3 } from "./murmur3";

const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const id = fc.oneof(fc.nat(), fc.integer({ min: 2 ** 32 - 3, max: 2 ** 32 + 3 }), fc.maxSafeNat());

describe("the reference", () => {
  test.each([
    ["", 0, 0x00000000],
    ["", 1, 0x514e28b7],
    ["", 0xffffffff, 0x81f16f39],
    ["test", 0, 0xba6bd213],
    ["test", 0x9747b28c, 0x704b81dc],
    ["Hello, world!", 0, 0xc0363e43],
    ["Hello, world!", 0x9747b28c, 0x24884cba],
    ["The quick brown fox jumps over the lazy dog", 0x9747b28c, 0x2fa826cd],
  ])("gives the published hash of %j with seed %i", (text, seed, hash) => {
    expect(murmur3(Buffer.from(text), seed)).toBe(hash);
  });

  test("gives the verification value of SMHasher, 0xB0F57EE3", () => {
    const hashes = Buffer.alloc(1024);
    const key = Uint8Array.from({ length: 256 }, (_, i) => i);
    for (let i = 0; i < 256; i++) hashes.writeUInt32LE(murmur3(key.subarray(0, i), 256 - i), i * 4);
    expect(murmur3(hashes, 0)).toBe(0xb0f57ee3);
  });
});

/** A draw by its definition: see mix.ts. */
function drawnByDefinition(key0: number, key1: number, id: number, n: number): number {
  const bytes = Buffer.alloc(16);
  bytes.writeInt32LE(key1, 0);
  bytes.writeBigUInt64LE(BigInt(id), 4);
  bytes.writeUInt32LE(n, 12);
  const hash = murmur3(bytes, key0);
  return id < 2 ** 32 ? hash : murmur3(bytes.subarray(8, 12), hash);
}

test("a draw is MurmurHash3_x86_32 of (key1, id low, id high, draw) with key0 as seed, and beyond 2^32 that of the id's high word with the first as seed", () => {
  fc.assert(
    fc.property(word, word, id, fc.oneof(fc.nat(200), fc.nat()), (key0, key1, id, n) => {
      expect(draw(rowState(key0, key1, id), n)).toBe(drawnByDefinition(key0, key1, id, n));
    }),
    { numRuns: 1_000 },
  );
});

test("the parts make the whole", () => {
  fc.assert(
    fc.property(word, word, fc.array(id, { minLength: 1, maxLength: 9 }), (key0, key1, ids) => {
      const pushed = new Counters(ids.length, true);
      for (const id of ids) pushed.push(id);
      const filled = new Counters(ids.length, true);
      filled.fill(ids.map((first) => ({ first, rows: 1 })));
      const filledAt = new Counters(ids.length, true);
      filledAt.fillAt(Float64Array.from(ids), ids.length);
      const base = streamBase(key0, key1);
      for (const [i, id] of ids.entries()) {
        const state = rowState(key0, key1, id);
        expect(idState(base, id)).toBe(state);
        for (const counters of [pushed, filled, filledAt]) expect(stateAt(base, counters, i)).toBe(state);
      }
    }),
  );
});

test("a state is a safe integer that keeps the id's high word, and so is that of a part; below 2^32 both are of 32 bits", () => {
  fc.assert(
    fc.property(word, id, fc.nat(), (base, id, n) => {
      for (const state of [idState(base, id), partState(idState(base, id), n)]) {
        expect(Number.isSafeInteger(state)).toBe(true);
        expect(Math.round(state / 2 ** 32) + 0).toBe(Math.floor(id / 2 ** 32));
      }
      const part = partState(idState(base, id), n);
      if (id < 2 ** 32) expect(part).toBe(draw(idState(base, id), n) | 0);
    }),
  );
});

test("the one or the other of two states, with and without high words", () => {
  fc.assert(
    fc.property(word, id, id, (base, one, other) => {
      const [first, second] = [idState(base, one), idState(base, other)];
      expect(eitherState(-1, first, second)).toBe(first);
      expect(eitherState(0, first, second)).toBe(second);
    }),
  );
});

test("ids from 2^32 on are not filled in where states of 32 bits are", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 2 ** 32 - 100, max: 2 ** 32 }),
      (rows, first) => {
        const ids = Float64Array.from({ length: rows }, (_, i) => first + i);
        const fills = [
          (counters: Counters) => counters.fill([{ first, rows }]),
          (counters: Counters) => counters.fillAt(ids, rows),
        ];
        for (const fill of fills) {
          fill(new Counters(rows, true));
          if (first + rows <= 2 ** 32) fill(new Counters(rows));
          else expect(() => fill(new Counters(rows))).toThrow(IdsTooWide);
        }
      },
    ),
  );
});
