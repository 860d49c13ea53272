import { copyBytes } from "./copy-bytes";

/**
 * A growable buffer of UTF-8 bytes, used again from block to block. Only the first `length` of `bytes` are
 * content.
 */
export class ByteBuffer {
  /** Replaced by a larger array when it grows: do not keep it across an append. */
  bytes: Uint8Array;
  /** The same memory, for writers that copy whole words. */
  view: DataView;
  /** Bytes written so far. */
  length = 0;

  /**
   * @param memory filled from its start on; or how many bytes are held before the first growth, at least 1
   */
  constructor(memory: SharedArrayBuffer | number = 65_536) {
    this.bytes = new Uint8Array(memory as SharedArrayBuffer);
    this.view = new DataView(this.bytes.buffer);
  }

  /** Makes room for `extra` more bytes, so that they can be written to `bytes` without a check each. */
  reserve(extra: number): void {
    const needed = this.length + extra;
    if (needed <= this.bytes.length) return;
    const size = Math.max(needed, this.bytes.length * 2);
    const grown =
      this.bytes.buffer instanceof SharedArrayBuffer
        ? new Uint8Array(new SharedArrayBuffer(size))
        : new Uint8Array(size);
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
    this.view = new DataView(grown.buffer);
  }

  appendByte(byte: number): void {
    this.reserve(1);
    this.bytes[this.length++] = byte;
  }

  /** Appends a copy of the fragment. Fragments here are short, where a byte loop beats `Uint8Array.set`. */
  appendBytes(fragment: Uint8Array): void {
    const size = fragment.length;
    this.reserve(size);
    const { bytes, length } = this;
    if (size > 64) bytes.set(fragment, length);
    else for (let i = 0; i < size; i++) bytes[length + i] = fragment[i]!;
    this.length = length + size;
  }

  /** Appends the bytes `start` (included) to `end` (not included) of another memory. */
  appendRange(source: Uint8Array, start: number, end: number): void {
    const size = end - start;
    this.reserve(size);
    const { bytes, length } = this;
    for (let i = 0; i < size; i++) bytes[length + i] = source[start + i]!;
    this.length = length + size;
  }

  /** Appends its own bytes `start` (included) to `end` (not included) once more. */
  repeat(start: number, end: number): void {
    this.reserve(end - start + 3);
    this.length = copyBytes(this.view, start, end, this.view, this.length);
  }

  /** Forgets the content and keeps the memory. */
  clear(): void {
    this.length = 0;
  }
}
