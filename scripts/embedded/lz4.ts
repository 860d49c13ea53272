/*
 * LZ4's block format (lz4_Block_format.md of the LZ4 project): sequences of a token (length of the literals, length of
 * the match less 4, four bits each, 15 going on in bytes of 255), the literals, and a match's 16-bit distance; the last
 * sequence has literals only.
 */

/** A block of one sequence: `raw` as literals. */
export function lz4Literals(raw: Buffer): Buffer {
  const length = [];
  if (raw.length >= 15) {
    let rest = raw.length - 15;
    for (; rest >= 255; rest -= 255) length.push(255);
    length.push(rest);
  }
  return Buffer.concat([Buffer.from([Math.min(raw.length, 15) << 4, ...length]), raw]);
}

/** What `block` decompresses to, if that is exactly `rawSize` bytes; `undefined` for anything else. */
export function lz4Decompress(block: Buffer, rawSize: number): Buffer | undefined {
  // A byte of a block gives at most 255 bytes: no small block may claim much memory.
  if (rawSize > block.length * 255) return undefined;
  const raw = Buffer.alloc(rawSize);
  let from = 0;
  let to = 0;
  const length = (start: number): number => {
    let total = start;
    if (start === 15) {
      let byte;
      do {
        byte = block[from++] ?? NaN;
        total += byte;
      } while (byte === 255);
    }
    return total;
  };
  while (from < block.length) {
    const token = block[from++]!;
    const literals = length(token >> 4);
    if (!(from + literals <= block.length && to + literals <= rawSize)) return undefined;
    block.copy(raw, to, from, from + literals);
    from += literals;
    to += literals;
    if (from === block.length) return to === rawSize ? raw : undefined;
    if (from + 2 > block.length) return undefined;
    const distance = block.readUInt16LE(from);
    from += 2;
    const matched = length(token & 15) + 4;
    if (distance === 0 || distance > to || !(to + matched <= rawSize)) return undefined;
    // Byte by byte, because a match may reach into what it is writing.
    for (let i = 0; i < matched; i += 1, to += 1) raw[to] = raw[to - distance]!;
  }
  return undefined;
}
