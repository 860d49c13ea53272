import type { ByteBuffer } from "../byte-buffer";

/** The values of a shape for the rows of a block, in arrays that are used again for the next block. */
export type Source = NumberSource | TextSource | ListSource | PartsSource | MapSource | UuidSource;

interface Filled {
  /**
   * Fills the rows of the block, with all that is below them; absent where the arrays are a factor's own. That
   * of a source below is not called.
   */
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

/** Of tuples, an element each, and of objects, a field each. */
export interface PartsSource extends Filled {
  readonly elements: readonly Source[];
}

/** Row i has the pairs `offsets[i]` (included) to `offsets[i + 1]` (not included), whose keys are distinct. */
export interface MapSource extends Filled {
  readonly offsets: Uint32Array;
  readonly key: Source;
  readonly value: Source;
  /** Most pairs that a block can have. */
  readonly elementCapacity: number;
}

/** Of UUIDs and IPv6 addresses: 16 bytes a row. */
export interface UuidSource extends Filled {
  readonly bytes: Uint8Array;
}
