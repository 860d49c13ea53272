/** MurmurHash3_x86_32 of any bytes, written from its description, to hold the generator's mixing against. */
export function murmur3(bytes: Uint8Array, seed: number): number {
  const rotate = (x: bigint, r: bigint): bigint => ((x << r) | (x >> (32n - r))) & MASK;
  const scramble = (k: bigint): bigint => (rotate((k * 0xcc9e2d51n) & MASK, 15n) * 0x1b873593n) & MASK;
  let h = BigInt(seed >>> 0);
  const tail = bytes.length & ~3;
  for (let i = 0; i < tail; i += 4) {
    h ^= scramble(littleEndian(bytes.subarray(i, i + 4)));
    h = (rotate(h, 13n) * 5n + 0xe6546b64n) & MASK;
  }
  if (tail < bytes.length) h ^= scramble(littleEndian(bytes.subarray(tail)));
  h ^= BigInt(bytes.length);
  h = ((h ^ (h >> 16n)) * 0x85ebca6bn) & MASK;
  h = ((h ^ (h >> 13n)) * 0xc2b2ae35n) & MASK;
  return Number(h ^ (h >> 16n));
}

const MASK = 0xffffffffn;

function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}
