import { ByteBuffer } from "../../rows/byte-buffer";
import { copyBytes } from "../../rows/copy-bytes";
import { viewOf } from "../../rows/view-of";

/**
 * The arrays whose memory is what the format has; ClickHouse and every platform of Node.js are little-endian.
 */
export type TypedArray = {
  readonly buffer: ArrayBufferLike;
  readonly byteOffset: number;
  readonly BYTES_PER_ELEMENT: number;
};

/** A buffer that is filled with the pieces that the Native format is made of. */
export class NativeOutput extends ByteBuffer {
  /** The format's way with lengths (LEB128). @param value an integer of 0 to 2^32 - 1 */
  appendVarint(value: number): void {
    this.reserve(5);
    this.length = putVarint(this.bytes, this.length, value);
  }

  /** @param value a safe integer of 0 or more */
  appendUint64(value: number): void {
    this.reserve(8);
    this.putUint64(this.length, value);
    this.length += 8;
  }

  /** Writes over what is there. */
  putUint64(at: number, value: number): void {
    this.view.setUint32(at, value, true);
    this.view.setUint32(at + 4, Math.floor(value / 2 ** 32), true);
  }

  appendZeros(count: number): void {
    this.reserve(count);
    this.bytes.fill(0, this.length, (this.length += count));
  }

  /** The elements `from` (included) to `to` (not included) of an array, as they lie in memory. */
  appendMemory(array: TypedArray, from: number, to: number): void {
    const size = array.BYTES_PER_ELEMENT;
    this.reserve((to - from) * size);
    this.bytes.set(
      new Uint8Array(array.buffer, array.byteOffset + from * size, (to - from) * size),
      this.length,
    );
    this.length += (to - from) * size;
  }

  /**
   * Strings `from` (included) to `to` (not included), each with its length before it; string i begins at
   * `offsets[i]`.
   */
  appendStrings(source: Uint8Array, offsets: Uint32Array, from: number, to: number): void {
    // Copies write up to three bytes behind the last one.
    this.reserve(offsets[to]! - offsets[from]! + 5 * (to - from) + 3);
    const { bytes, view } = this;
    const words = viewOf(source);
    let at = this.length;
    for (let i = from; i < to; i++) {
      const start = offsets[i]!;
      const size = offsets[i + 1]! - start;
      if (size < 128) bytes[at++] = size;
      else at = putVarint(bytes, at, size);
      if (start + size + 3 <= source.length) copyBytes(words, start, start + size, view, at);
      else for (let k = 0; k < size; k++) bytes[at + k] = source[start + k]!;
      at += size;
    }
    this.length = at;
  }

  /** Pieces of another memory: piece i is from `starts[places[i]]` (included) to `starts[places[i] + 1]` (not included). */
  appendPieces(source: ByteBuffer, starts: Uint32Array, places: Uint32Array, count: number): void {
    let size = 3;
    for (let i = 0; i < count; i++) size += starts[places[i]! + 1]! - starts[places[i]!]!;
    this.reserve(size);
    const { view } = this;
    let at = this.length;
    for (let i = 0; i < count; i++)
      at = copyBytes(source.view, starts[places[i]!]!, starts[places[i]! + 1]!, view, at);
    this.length = at;
  }

  /** The string from `start` (included) to `end` (not included) with its length before it. */
  appendString(source: Uint8Array, start: number, end: number): void {
    const size = end - start;
    this.reserve(5 + size);
    const { bytes } = this;
    const at = putVarint(bytes, this.length, size);
    for (let k = 0; k < size; k++) bytes[at + k] = source[start + k]!;
    this.length = at + size;
  }
}

function putVarint(bytes: Uint8Array, at: number, value: number): number {
  let rest = value;
  while (rest > 127) {
    bytes[at++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  bytes[at++] = rest;
  return at;
}
