/**
 * Writes `value * 10^zeros` as a little-endian two's complement integer of `words` 32-bit words, without a
 * BigInt. Typed arrays share the machine's byte order; ClickHouse and every machine that it runs on are
 * little-endian.
 * @param value a safe integer
 */
export function writeWide(out: Uint32Array, at: number, words: number, value: number, zeros: number): void {
  const negative = value < 0;
  const size = negative ? -value : value;
  out[at] = size;
  out[at + 1] = Math.floor(size / 4294967296);
  for (let w = 2; w < words; w++) out[at + w] = 0;
  for (let z = 0; z < zeros; z++) {
    let carry = 0;
    for (let w = 0; w < words; w++) {
      const product = out[at + w]! * 10 + carry;
      out[at + w] = product;
      carry = Math.floor(product / 4294967296);
    }
  }
  if (!negative) return;
  let carry = 1;
  for (let w = 0; w < words; w++) {
    const sum = (~out[at + w]! >>> 0) + carry;
    out[at + w] = sum;
    carry = sum > 4294967295 ? 1 : 0;
  }
}

/** Writes the first `count` of some safe integers in 64 bits each, as {@link writeWide} does. */
export function writeInt64s(out: Uint32Array, values: ArrayLike<number>, count: number): void {
  for (let i = 0; i < count; i++) {
    const value = values[i]!;
    // Both take a number modulo 2^32, of a negative one, too.
    out[2 * i] = value;
    out[2 * i + 1] = Math.floor(value / 4294967296);
  }
}
