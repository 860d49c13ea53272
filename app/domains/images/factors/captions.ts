import { ByteBuffer } from "../../../rows/byte-buffer";
import { appendCaption, CAPTION_VERSION } from "../captions/caption";
import { stateAt } from "../../../rows/random/counters";
import type { Factor, Factors } from "../../../rows/factors";
import { People } from "./people";

/**
 * The captions, by row, as UTF-8: row i is bytes `offsets[i]` (included) to `offsets[i + 1]` (not included).
 */
export class Captions implements Factor {
  readonly buffer: ByteBuffer;
  readonly offsets: Uint32Array;
  readonly #people: People;
  readonly #shootBase: number;
  readonly #takeBase: number;

  constructor(factors: Factors) {
    this.#people = factors.get(People);
    this.buffer = new ByteBuffer(factors.capacity * 96);
    this.offsets = new Uint32Array(factors.capacity + 1);
    this.#shootBase = factors.streams.base("caption-shoot", CAPTION_VERSION);
    this.#takeBase = factors.streams.base("caption", CAPTION_VERSION);
  }

  fill(rows: number): void {
    const { buffer, offsets } = this;
    const { people, gender, age, face } = this.#people;
    const { takeOf, shootOfTake, takes, shoots } = this.#people.shoots;
    buffer.clear();
    for (let i = 0; i < rows; i++) {
      const t = takeOf[i]!;
      if (i > 0 && t === takeOf[i - 1]) appendAgain(buffer, offsets[i - 1]!, offsets[i]!);
      else {
        const shootState = stateAt(this.#shootBase, shoots, shootOfTake[t]!);
        const takeState = stateAt(this.#takeBase, takes, t);
        appendCaption(
          buffer,
          people[t] as 0,
          gender[t] as 0,
          age[t] as 0,
          face[t] === 1,
          shootState,
          takeState,
        );
      }
      offsets[i + 1] = buffer.length;
    }
  }
}

/** Appends bytes `start` (included) to `end` (not included) of the buffer itself. */
export function appendAgain(buffer: ByteBuffer, start: number, end: number): void {
  buffer.reserve(end - start);
  const { bytes } = buffer;
  let to = buffer.length;
  // For a hundred bytes a loop takes half the time of copyWithin.
  for (let from = start; from < end; from++) bytes[to++] = bytes[from]!;
  buffer.length = to;
}
