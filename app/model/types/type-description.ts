import type { ColumnType, ElementType } from "../column-type";
import type { Memory } from "./memory";
import type { Shape } from "./shape";

/** All that there is to know of a kind of ClickHouse types, in one file of `kinds/` each. */
export interface TypeEntry<T extends ColumnType> {
  /**
   * ClickHouse's names of the types of this kind, each with what makes a type of the parameters that stand
   * behind it; `undefined` for parameters that can't be read.
   */
  readonly names: Readonly<Record<string, ParseParameters<T>>>;
  /** @param describe describes other types: those of elements */
  describe(type: T, describe: (type: ColumnType) => TypeDescription): TypeDescription;
}

export type ParseParameters<T> = (
  parameters: readonly string[],
  parse: (clickhouseType: string) => ElementType,
) => T | undefined;

/** One ClickHouse type, `Nullable` and `LowCardinality` aside. */
export interface TypeDescription {
  /**
   * The type's text in `system.columns`.
   * @throws RangeError where it is not kept
   */
  print(): string;
  readonly memory: Memory;
  /** What the Native format has before all values of a block, as a 64-bit number. Absent: nothing. */
  readonly prefix?: number;
  /** What the number in memory counts: units of 10^-scale ones or seconds, or days. Absent: no numbers. */
  readonly counts?: { readonly unit: "one" | "day" | "second"; readonly scale: number };
  readonly json: JsonForm;
  /** Present where strings can fill the type. */
  readonly text?: TextForm;
  /** The names of the numbers, of which each value is one. */
  readonly names?: readonly (readonly [name: string, value: number])[];
  /** What the checksum sees of a value; absent where it can't: columns of the type are not compared. */
  readonly view?: View | undefined;
  /** Whether the type can hold every value of a shape. Decided from the shape alone. */
  takes(shape: Shape): boolean;
  /**
   * The shape of values for a column of which only the type is known.
   * @param words for texts
   * @returns `undefined` where the type can't be filled
   */
  fallback(words: readonly string[]): Shape | undefined;
}

/** What JSON carries for a single value: 64-bit and wider integers, decimals and times as text. */
export type JsonValue = string | number | boolean;

/**
 * The JSON value of which ClickHouse (with best-effort date parsing, as Moose sets it) reads exactly the
 * value, whatever the time zones of column, server and client; by the memory that the value lies in.
 */
export interface JsonForm {
  readonly number?: (value: number) => JsonValue;
  /** Also for wider integers. */
  readonly bigint?: (value: bigint) => JsonValue;
  /** Of bytes that are no integer, from `start` on. */
  readonly bytes?: (bytes: Buffer, start: number) => JsonValue;
  /** Whether a string is JSON itself. Default: false. */
  readonly raw?: true;
  /** Of a tuple: the names of its elements, which is an array without. */
  readonly names?: readonly string[] | undefined;
}

/** How a string becomes a value. */
export interface TextForm {
  /**
   * The value's bytes in memory; absent where they are the string's own, padded with NULs to the width.
   * @throws TypeError for a text that is no value of the type
   */
  readonly parse?: (text: string) => Uint8Array;
}

/**
 * The checksum's 32 bits of a value, which are computed from a block's memory and by the server alike:
 * - `integer`: the integer in memory, folded where it is wider; `sql` gives an expression's value as that
 *   integer
 * - `float`: units of a grid
 * - `text`: a hash of the bytes
 * - `elements`: the sum of the elements' views by position
 * - `parts`: the sum of the parts' views by position; `sql` gives part `i` of an expression's value. The parts
 *   of a map are the array of its keys, and that of its values
 */
export type View =
  | { readonly as: "integer"; readonly sql: (value: string) => string }
  | { readonly as: "float" }
  | { readonly as: "text" }
  | { readonly as: "elements"; readonly element: ElementType }
  | {
      readonly as: "parts";
      readonly parts: readonly ElementType[];
      readonly sql: (value: string, i: number) => string;
    };
