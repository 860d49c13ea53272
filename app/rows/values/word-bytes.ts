import { ByteBuffer } from "../byte-buffer";
import { copyBytes } from "../copy-bytes";

/** Words as UTF-8, one behind the other, for texts that are made of them. */
export class WordBytes {
  /** Copies read some bytes behind the last word. */
  readonly bytes = new ByteBuffer(1);
  /** Where each word begins, and where the last one ends. */
  readonly starts: Uint32Array;

  constructor(words: readonly string[]) {
    const { bytes } = this;
    this.starts = new Uint32Array(words.length + 1);
    bytes.appendBytes(new TextEncoder().encode(words.join("")));
    bytes.reserve(3);
    words.forEach((word, i) => (this.starts[i + 1] = this.starts[i]! + Buffer.byteLength(word)));
  }

  append(out: ByteBuffer, word: number): void {
    const start = this.starts[word]!;
    const end = this.starts[word + 1]!;
    out.reserve(end - start + 3);
    out.length = copyBytes(this.bytes.view, start, end, out.view, out.length);
  }
}
