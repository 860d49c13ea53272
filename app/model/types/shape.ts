/**
 * What a column's values are before they are brought into the ClickHouse type that the table has for them.
 * Decided once a generator; the values themselves are in a `Source` of app/rows.
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

/** The last day and second that count as in reach of an integer. */
export const LAST_DAY = 47_482;
export const LAST_SECOND = 2 ** 31 - 1;

/** Integers from 0 to `max` (included). */
export const upTo = (max: number): NumberShape => ({ kind: "number", scale: 0, min: 0, max });

export function isTime({ kind }: Shape): boolean {
  return kind === "day" || kind === "second";
}

/** The largest value that a number can have, ids included. */
export function reachOf({ max, idMax }: NumberShape): number {
  return idMax ?? max;
}

/** The largest whole part of a number, whatever its sign. */
export function largestWhole(shape: NumberShape): number {
  return Math.trunc(Math.max(reachOf(shape), -shape.min) / 10 ** shape.scale);
}
