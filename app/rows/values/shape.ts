import type { ByteBuffer } from "../byte-buffer";

/**
 * What a column's values are before they are brought into the ClickHouse type that the table has for them.
 * Decided once a generator; the values themselves are in a {@link Source}.
 */
export type Shape = NumberShape | TimeShape | WordsShape | TextShape | ListShape | UuidShape;

/** Integers, in units of 10^-scale; booleans are 0 and 1. */
export interface NumberShape {
  readonly kind: "number";
  readonly scale: number;
  /** Smallest and largest value, both included. */
  readonly min: number;
  readonly max: number;
  /**
   * For ids: the largest id that can occur at all, where `max` only says which integer types are wide enough.
   * An id above what the type holds becomes 0.
   */
  readonly idMax?: number;
}

/** Days since 1970, or seconds since 1970; both from 1970 to 2100. */
export interface TimeShape {
  readonly kind: "day" | "second";
}

/** One of a fixed vocabulary of strings. */
export interface WordsShape {
  readonly kind: "words";
  readonly words: readonly string[];
}

/** Any UTF-8 text of at most `maxLength` bytes. */
export interface TextShape {
  readonly kind: "text";
  readonly maxLength: number;
}

export interface ListShape {
  readonly kind: "list";
  readonly element: Shape;
}

/** 16 bytes a row, as ClickHouse keeps a UUID: two little-endian 64-bit halves, the first half first. */
export interface UuidShape {
  readonly kind: "uuid";
}

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
