import type { ByteBuffer } from "../byte-buffer";

/** The values of a shape for the rows of a block, in arrays that are used again for the next block. */
export type Source = NumberSource | TextSource | ListSource | UuidSource;

interface Filled {
  /** Fills the rows of the block; absent where the arrays are a factor's own. */
  fill?(rows: number): void;
  /** 1 where there is no value; the value beneath is then 0. */
  readonly nulls?: Uint8Array;
}

/** Of numbers, days, seconds (the value), and words (the index). */
export interface NumberSource extends Filled {
  readonly values: Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;
  /** The same values in decimal digits, where they are at hand. */
  readonly digits?: TextSource;
}

/** Row i is bytes `offsets[i]` (included) to `offsets[i + 1]` (not included) of the buffer. */
export interface TextSource extends Filled {
  readonly buffer: ByteBuffer;
  readonly offsets: Uint32Array;
}

/** Row i is elements `offsets[i]` (included) to `offsets[i + 1]` (not included). */
export interface ListSource extends Filled {
  readonly offsets: Uint32Array;
  readonly element: Source;
  /** Most elements that a block can have. */
  readonly elementCapacity: number;
}

export interface UuidSource extends Filled {
  readonly bytes: Uint8Array;
}
