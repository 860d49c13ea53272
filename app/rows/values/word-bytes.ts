import type { ByteBuffer } from "../byte-buffer";

/** Words as UTF-8, one behind the other, for texts that are made of them. */
export class WordBytes {
  readonly #bytes: Uint8Array;
  /** Where each word begins, and where the last one ends. */
  readonly #starts: Uint32Array;

  constructor(words: readonly string[]) {
    this.#bytes = new TextEncoder().encode(words.join(""));
    this.#starts = new Uint32Array(words.length + 1);
    words.forEach((word, i) => (this.#starts[i + 1] = this.#starts[i]! + Buffer.byteLength(word)));
  }

  append(out: ByteBuffer, word: number): void {
    out.appendRange(this.#bytes, this.#starts[word]!, this.#starts[word + 1]!);
  }
}
