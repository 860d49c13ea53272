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
      .map((numbers): ColumnType => ({
        kind: "enum",
        bits,
        values: names.map((text, i) => [text, numbers[i]!]),
      }));
  });

const timezone = fc.constantFrom("", "UTC", "Europe/Berlin", "America/New_York");

const scalarType: fc.Arbitrary<ColumnType> = fc.oneof(
  fc.record({
    kind: fc.constant("integer" as const),
    bits: fc.constantFrom(8 as const, 16 as const, 32 as const, 64 as const, 128 as const, 256 as const),
    signed: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("float" as const), bits: fc.constantFrom(32 as const, 64 as const) }),
  fc.constantFrom<ColumnType>({ kind: "bool" }, { kind: "string" }, { kind: "uuid" }),
  fc.record({ kind: fc.constant("fixed-string" as const), length: fc.integer({ min: 1, max: 300 }) }),
  fc.record({ kind: fc.constant("date" as const), bits: fc.constantFrom(16 as const, 32 as const) }),
  fc.record({ kind: fc.constant("datetime" as const), timezone }),
  fc.record({
    kind: fc.constant("datetime64" as const),
    precision: fc.integer({ min: 0, max: 9 }),
    timezone,
  }),
  fc
    .integer({ min: 1, max: 76 })
    .chain((precision) =>
      fc
        .integer({ min: 0, max: precision })
        .map((scale): ColumnType => ({ kind: "decimal", precision, scale })),
    ),
  enumType,
);

/** Any type but `"other"`, arrays to three levels; what ClickHouse itself would refuse may be among them. */
export const elementType: fc.Arbitrary<ElementType> = fc.letrec<{ element: ElementType; type: ColumnType }>(
  (tie) => ({
    element: fc.record({ type: tie("type"), nullable: fc.boolean(), lowCardinality: fc.boolean() }),
    type: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      scalarType,
      tie("element").map((element): ColumnType => ({ kind: "array", element })),
    ),
  }),
).element;
