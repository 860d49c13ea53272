import fc from "fast-check";
import type { ColumnType, ElementType } from "../../app/model/column-type";

const name = fc.string({ unit: "grapheme", minLength: 0, maxLength: 12 });
const hostile = fc.constantFrom(
  "it's",
  "a\\b",
  "x, y",
  "(",
  ")",
  "'",
  "\\",
  "a\nb",
  "\0",
  "' = 1, '",
  "é€😀",
);

const enumType = fc
  .tuple(
    fc.constantFrom(8 as const, 16 as const),
    fc.uniqueArray(fc.oneof(name, hostile), { minLength: 1, maxLength: 8 }),
  )
  .chain(([bits, names]) => {
    const limit = 2 ** (bits - 1);
    return fc
      .uniqueArray(fc.integer({ min: -limit, max: limit - 1 }), {
        minLength: names.length,
        maxLength: names.length,
      })
      .map((numbers): Extract<ColumnType, { kind: "enum" }> => ({
        kind: "enum",
        bits,
        values: names.map((text, i) => [text, numbers[i]!]),
      }));
  });

const timezone = fc.constantFrom("", "UTC", "Europe/Berlin", "America/New_York");

type Kind = ColumnType["kind"];
type TypesByKind = {
  readonly [K in Kind]: (
    element: fc.Arbitrary<ElementType>,
  ) => fc.Arbitrary<Extract<ColumnType, { kind: K }>>;
};

/** Types of every kind: one that is forgotten here does not compile. */
const TYPES: TypesByKind = {
  integer: () =>
    fc.record({
      kind: fc.constant("integer"),
      bits: fc.constantFrom(8, 16, 32, 64, 128, 256),
      signed: fc.boolean(),
    }),
  float: () => fc.record({ kind: fc.constant("float"), bits: fc.constantFrom(32, 64) }),
  bool: () => fc.constant({ kind: "bool" }),
  string: () => fc.constant({ kind: "string" }),
  "fixed-string": () =>
    fc.record({ kind: fc.constant("fixed-string"), length: fc.integer({ min: 1, max: 300 }) }),
  date: () => fc.record({ kind: fc.constant("date"), bits: fc.constantFrom(16, 32) }),
  datetime: () => fc.record({ kind: fc.constant("datetime"), timezone }),
  datetime64: () =>
    fc.record({ kind: fc.constant("datetime64"), precision: fc.integer({ min: 0, max: 9 }), timezone }),
  decimal: () =>
    fc
      .integer({ min: 1, max: 76 })
      .chain((precision) =>
        fc
          .integer({ min: 0, max: precision })
          .map((scale) => ({ kind: "decimal" as const, precision, scale })),
      ),
  enum: () => enumType,
  uuid: () => fc.constant({ kind: "uuid" }),
  array: (element) => fc.record({ kind: fc.constant("array"), element }),
  other: () => fc.constant({ kind: "other" }),
};

const scalarKinds = (Object.keys(TYPES) as Kind[]).filter((kind) => kind !== "array" && kind !== "other");

/** Any type but `"other"`, arrays to three levels; what ClickHouse itself would refuse may be among them. */
export const elementType: fc.Arbitrary<ElementType> = fc.letrec<{ element: ElementType; type: ColumnType }>(
  (tie) => ({
    element: fc.record({ type: tie("type"), nullable: fc.boolean(), lowCardinality: fc.boolean() }),
    type: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.oneof(...scalarKinds.map((kind): fc.Arbitrary<ColumnType> => TYPES[kind](tie("element")))),
      TYPES.array(tie("element")),
    ),
  }),
).element;
