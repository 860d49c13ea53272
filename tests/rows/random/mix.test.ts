import fc from "fast-check";
import { Counters, stateAt } from "../../../app/rows/random/counters";
import { draw, idState, rowState, streamBase } from "../../../app/rows/random/mix";
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

test("a draw is MurmurHash3_x86_32 of (key1, id low, id high, draw) with key0 as seed", () => {
  fc.assert(
    fc.property(word, word, id, fc.nat(200), (key0, key1, id, n) => {
      const bytes = Buffer.alloc(16);
      bytes.writeInt32LE(key1, 0);
      bytes.writeBigUInt64LE(BigInt(id), 4);
      bytes.writeUInt32LE(n, 12);
      expect(draw(rowState(key0, key1, id), n)).toBe(murmur3(bytes, key0));
    }),
  );
});

test("the parts make the whole", () => {
  fc.assert(
    fc.property(word, word, id, (key0, key1, id) => {
      const counters = new Counters(1);
      counters.push(id);
      const base = streamBase(key0, key1);
      expect(idState(base, id)).toBe(rowState(key0, key1, id));
      expect(stateAt(base, counters, 0)).toBe(rowState(key0, key1, id));
    }),
  );
});
