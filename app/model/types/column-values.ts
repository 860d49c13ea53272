/**
 * The values of one column for the rows of a block. All variants hold one entry a row, in the column's
 * ClickHouse type. `nulls`, where present, has 1 for NULL (the value beneath is then 0 or empty).
 */
export type ColumnValues =
  | NumberValues
  | BigIntValues
  | StringValues
  | DictionaryValues
  | FixedValues
  | ArrayValues
  | TupleValues
  | MapValues;

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

/** `width` raw bytes a row: UUID, IPv6, FixedString, and little-endian integers and decimals above 64 bits. */
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

/** Row i is the row i of each element. */
export interface TupleValues {
  readonly kind: "tuple";
  readonly elements: readonly ColumnValues[];
  readonly nulls?: Uint8Array;
}

/** Row i has the keys and values `offsets[i]` (included) to `offsets[i + 1]` (not included). */
export interface MapValues {
  readonly kind: "map";
  readonly offsets: Uint32Array;
  readonly keys: ColumnValues;
  readonly values: ColumnValues;
}

/** A map's keys and values as an array each. */
export function mapArrays({ offsets, keys, values }: MapValues): readonly [ArrayValues, ArrayValues] {
  return [
    { kind: "array", offsets, elements: keys },
    { kind: "array", offsets, elements: values },
  ];
}

/** Values that others make up. */
export type ComposedValues = ArrayValues | TupleValues | MapValues;

/** What values are made up of, in the order of `partsOf` their memory; none of single values. */
export function valuesBelow(values: ColumnValues): readonly ColumnValues[] {
  switch (values.kind) {
    case "array":
      return [values.elements];
    case "tuple":
      return values.elements;
    case "map":
      return [values.keys, values.values];
    default:
      return [];
  }
}

/** 1 where a row is NULL; `undefined` where none is, or none can be. */
export function nullsOf(values: ColumnValues): Uint8Array | undefined {
  return values.kind === "array" || values.kind === "map" ? undefined : values.nulls;
}
