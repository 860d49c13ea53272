/**
 * What a column's values are before they are brought into the ClickHouse type that the table has for them.
 * Decided once a generator; the values themselves are in a `Source` of app/rows.
 */
export type Shape =
  | NumberShape
  | TimeShape
  | WordsShape
  | TextShape
  | ListShape
  | TupleShape
  | MapShape
  | ObjectShape
  | UuidShape
  | Ipv6Shape;

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

/** Days since 1970, or units of 10^-scale seconds since 1970. */
export interface TimeShape {
  readonly kind: "day" | "second";
  /** Of seconds. Default: 0. */
  readonly scale?: number;
  /** The first and the last day since 1970 that occur, both included. Default: 1970 to 2099. */
  readonly days?: readonly [first: number, last: number];
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
  /** What every text is, so that it can fill a column of that type: a JSON object, an address. Default: any. */
  readonly format?: "json" | "ipv4" | "ipv6";
}

export interface ListShape {
  readonly kind: "list";
  readonly element: Shape;
}

/** Also a geo Point, and the rows of a Nested column, which is a list of them. */
export interface TupleShape {
  readonly kind: "tuple";
  readonly elements: readonly Shape[];
  /** One for each element; where shape and type have names, they are the same in the same order. */
  readonly names?: readonly string[];
}

/** Pairs; the keys of one map are distinct. */
export interface MapShape {
  readonly kind: "map";
  readonly key: Shape;
  readonly value: Shape;
}

/** JSON objects. Flags become true and false, and a NULL is a field that is not there. */
export interface ObjectShape {
  readonly kind: "object";
  readonly fields: readonly ObjectField[];
}

export interface ObjectField {
  readonly name: string;
  readonly shape: Shape;
  /** Whether its source may have NULL. */
  readonly nullable: boolean;
}

/** 16 bytes a row, as ClickHouse keeps a UUID: two little-endian 64-bit halves, the first half first. */
export interface UuidShape {
  readonly kind: "uuid";
}

/** 16 bytes a row, in the order in which an address is written. */
export interface Ipv6Shape {
  readonly kind: "ipv6";
}

/** The days of a time that says nothing of them. */
const DAYS = [0, 47_482] as const;
/** Of a time in seconds that says nothing of its days: in reach of a signed integer. */
const LAST_SECOND = 2 ** 31 - 1;

/** Integers from 0 to `max` (included). */
export const upTo = (max: number): NumberShape => ({ kind: "number", scale: 0, min: 0, max });

/** Whether a shape is of times from the day `first` to the day `last`, both included. */
export function isTimeWithin(shape: Shape, first: number, last: number): boolean {
  if (shape.kind !== "day" && shape.kind !== "second") return false;
  const [from, to] = shape.days ?? DAYS;
  return first <= from && to <= last;
}

/** The smallest and the largest number that a time is kept as, both included. */
export function ticksOf({ kind, scale = 0, days }: TimeShape): readonly [min: number, max: number] {
  if (kind === "day") return days ?? DAYS;
  const unit = 10 ** scale;
  return days ? [days[0] * 86_400 * unit, (days[1] + 1) * 86_400 * unit - 1] : [0, LAST_SECOND * unit];
}

/** An object as the tuple of its fields, whose source is the same. */
export function asTuple(shape: Shape): Shape {
  if (shape.kind !== "object") return shape;
  const { fields } = shape;
  return {
    kind: "tuple",
    elements: fields.map((field) => field.shape),
    names: fields.map(({ name }) => name),
  };
}

/** Bytes of the longest text of a shape; infinite where it has none. */
export function longestText(shape: Shape): number {
  switch (shape.kind) {
    case "number": {
      const { min, scale } = shape;
      return (min < 0 ? 1 : 0) + String(largestWhole(shape)).length + (scale > 0 ? 1 + scale : 0);
    }
    case "day":
      return 10;
    case "second":
      return 19 + (shape.scale ? 1 + shape.scale : 0);
    case "words":
      return shape.words.reduce((most, word) => Math.max(most, Buffer.byteLength(word)), 0);
    case "text":
      return shape.maxLength;
    case "uuid":
      return 36;
    default:
      return Infinity;
  }
}

/** The largest value that a number can have, ids included. */
export function reachOf({ max, idMax }: NumberShape): number {
  return idMax ?? max;
}

/** The largest whole part of a number, whatever its sign. */
export function largestWhole(shape: NumberShape): number {
  return Math.trunc(Math.max(reachOf(shape), -shape.min) / 10 ** shape.scale);
}
