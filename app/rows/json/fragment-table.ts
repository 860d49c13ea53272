import { ByteBuffer } from "../byte-buffer";

/** Texts that come back often, each encoded once and from then on copied by its number. */
export class FragmentTable {
  private readonly content = new ByteBuffer();
  private readonly starts: Uint32Array;
  /** 0 for a text that has not been added. */
  private readonly ends: Uint32Array;

  /** @param size numbers are 0 to `size` - 1 */
  constructor(size: number) {
    this.starts = new Uint32Array(size);
    this.ends = new Uint32Array(size);
  }

  has(number: number): boolean {
    return this.ends[number] !== 0;
  }

  /** @param text not empty */
  add(number: number, text: string): void {
    this.starts[number] = this.content.length;
    this.content.appendBytes(Buffer.from(text));
    this.ends[number] = this.content.length;
    // `append` reads whole words.
    this.content.reserve(3);
  }

  /** @param number of a text that has been added */
  append(out: ByteBuffer, number: number): void {
    const start = this.starts[number]!;
    const size = this.ends[number]! - start;
    out.reserve(size + 3);
    const { view, length } = out;
    const source = this.content.view;
    // Whole words, also the last: what is written beyond the end is written over by what comes next.
    for (let k = 0; k < size; k += 4) view.setInt32(length + k, source.getInt32(start + k, true), true);
    out.length = length + size;
  }
}
