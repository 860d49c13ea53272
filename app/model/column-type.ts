/**
 * A ClickHouse type as plain data. `Nullable` and `LowCardinality` wrap at the top of a column and are flags
 * of {@link Column}; inside arrays they are flags of the element.
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
  | { readonly kind: "array"; readonly element: ElementType }
  /** A type that no generator fills (maps, tuples, JSON...). */
  | { readonly kind: "other" };

export interface ElementType {
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly lowCardinality: boolean;
}
