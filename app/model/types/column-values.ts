/**
 * The values of one column for the rows of a block. All variants hold one entry a row, in the column's
 * ClickHouse type. `nulls`, where present, has 1 for NULL (the value beneath is then 0 or empty).
 */
export type ColumnValues =
  NumberValues | BigIntValues | StringValues | DictionaryValues | FixedValues | ArrayValues;

/**
 * Integers to 32 bits, booleans (0, 1), enums (their number), dates (days since 1970-01-01), date-times
 * (seconds since 1970), decimals to 9 digits (scaled integers), floats.
 */
export interface NumberValues {
  readonly kind: "number";
  readonly values: NumberArray;
  readonly nulls?: Uint8Array;
}

export type NumberArray =
  Uint8Array | Uint16Array | Uint32Array | Int8Array | Int16Array | Int32Array | Float32Array | Float64Array;

/** 64-bit integers, decimals of 10 to 18 digits (scaled), DateTime64 (ticks). */
export interface BigIntValues {
  readonly kind: "bigint";
  readonly values: BigIntArray;
  readonly nulls?: Uint8Array;
}

export type BigIntArray = BigUint64Array | BigInt64Array;

/** UTF-8 strings: row i is `bytes.subarray(offsets[i], offsets[i + 1])`; `offsets` has rows + 1 entries. */
export interface StringValues {
  readonly kind: "string";
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
  readonly nulls?: Uint8Array;
}

/**
 * Strings of a fixed vocabulary: row i is `dictionary[indexes[i]]`. The dictionary is the same object in
 * every block.
 */
export interface DictionaryValues {
  readonly kind: "dictionary";
  readonly dictionary: readonly string[];
  readonly indexes: Uint16Array;
  readonly nulls?: Uint8Array;
}

/** `width` raw little-endian bytes a row: UUID, FixedString, integers and decimals above 64 bits. */
export interface FixedValues {
  readonly kind: "fixed";
  readonly width: number;
  readonly bytes: Uint8Array;
  readonly nulls?: Uint8Array;
}

/**
 * Row i is elements `offsets[i]` (included) to `offsets[i + 1]` (not included); `offsets` has rows + 1
 * entries.
 */
export interface ArrayValues {
  readonly kind: "array";
  readonly offsets: Uint32Array;
  readonly elements: ColumnValues;
}
