/**
 * A ClickHouse type as plain data. `Nullable` and `LowCardinality` wrap at the top of a column and are flags
 * of {@link Column}; inside arrays, tuples, maps and JSON they are flags of the element. A
 * `SimpleAggregateFunction` is the type of its values.
 */
export type ColumnType =
  | { readonly kind: "integer"; readonly bits: 8 | 16 | 32 | 64 | 128 | 256; readonly signed: boolean }
  | { readonly kind: "float"; readonly bits: 32 | 64 }
  | { readonly kind: "bool" }
  | { readonly kind: "string" }
  | { readonly kind: "fixed-string"; readonly length: number }
  | { readonly kind: "date"; readonly bits: 16 | 32 }
  /** `timezone` is `""` where the type names none: the server's applies. */
  | { readonly kind: "datetime"; readonly timezone: string }
  | { readonly kind: "datetime64"; readonly precision: number; readonly timezone: string }
  | { readonly kind: "decimal"; readonly precision: number; readonly scale: number }
  | {
      readonly kind: "enum";
      readonly bits: 8 | 16;
      readonly values: readonly (readonly [name: string, value: number])[];
    }
  | { readonly kind: "uuid" }
  | { readonly kind: "ipv4" }
  | { readonly kind: "ipv6" }
  | { readonly kind: "array"; readonly element: ElementType }
  | TupleType
  /** A Nested column that is kept whole: an array of named tuples. */
  | { readonly kind: "nested"; readonly row: TupleType }
  | { readonly kind: "geo"; readonly name: GeoName }
  | { readonly kind: "map"; readonly key: ElementType; readonly value: ElementType }
  | JsonType
  /** A type that no generator fills (aggregation states, variants...). */
  | { readonly kind: "other" };

/** Elements and, where they have some, their names. */
export interface TupleType {
  readonly kind: "tuple";
  readonly elements: readonly ElementType[];
  readonly names?: readonly string[];
}

export interface JsonType {
  readonly kind: "json";
  /** Its typed paths; a path's names are joined by dots. */
  readonly paths: readonly (readonly [path: string, type: ElementType])[];
  /** Its other parameters as they are written: those before the paths, and those after them. */
  readonly limits: readonly string[];
  readonly skips: readonly string[];
}

export type GeoName = "Point" | "Ring" | "LineString" | "MultiLineString" | "Polygon" | "MultiPolygon";

export interface ElementType {
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly lowCardinality: boolean;
}
