import fc from "fast-check";
import type { ColumnType, ElementType, TupleType } from "../../app/model/column-type";

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

const names = fc.uniqueArray(fc.oneof(name.filter(Boolean), hostile), { minLength: 1, maxLength: 3 });

const namedTuple = (element: fc.Arbitrary<ElementType>) =>
  names.chain((names) =>
    fc
      .array(element, { minLength: names.length, maxLength: names.length })
      .map((elements): TupleType => ({ kind: "tuple", elements, names })),
  );

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
  ipv4: () => fc.constant({ kind: "ipv4" }),
  ipv6: () => fc.constant({ kind: "ipv6" }),
  tuple: (element) =>
    fc.oneof(
      namedTuple(element),
      fc
        .array(element, { minLength: 1, maxLength: 3 })
        .map((elements) => ({ kind: "tuple" as const, elements })),
    ),
  nested: (element) => namedTuple(element).map((row) => ({ kind: "nested", row })),
  geo: () =>
    fc.record({
      kind: fc.constant("geo"),
      name: fc.constantFrom("Point", "Ring", "LineString", "MultiLineString", "Polygon", "MultiPolygon"),
    }),
  map: (element) => fc.record({ kind: fc.constant("map"), key: element, value: element }),
  json: (element) =>
    fc.record({
      kind: fc.constant("json"),
      paths: fc.uniqueArray(fc.tuple(fc.oneof(name.filter(Boolean), hostile), element), {
        maxLength: 3,
        selector: ([path]) => path,
      }),
      limits: fc.constantFrom([], ["max_dynamic_paths=16"], ["max_dynamic_types=8", "max_dynamic_paths=16"]),
      skips: fc.constantFrom([], ["SKIP a", "SKIP `b.c`", "SKIP REGEXP '^a'"]),
    }),
  other: () => fc.constant({ kind: "other" }),
};

const COMPOSED: readonly Kind[] = ["array", "tuple", "nested", "map", "json"];
const scalarKinds = (Object.keys(TYPES) as Kind[]).filter(
  (kind) => !COMPOSED.includes(kind) && kind !== "other",
);

const ofKinds = (kinds: readonly Kind[], element: fc.Arbitrary<ElementType>) =>
  fc.oneof(...kinds.map((kind): fc.Arbitrary<ColumnType> => TYPES[kind](element)));

/** Any type but `"other"`, to three levels; what ClickHouse itself would refuse may be among them. */
export const elementType: fc.Arbitrary<ElementType> = fc.letrec<{ element: ElementType; type: ColumnType }>(
  (tie) => ({
    element: fc.record({ type: tie("type"), nullable: fc.boolean(), lowCardinality: fc.boolean() }),
    type: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      ofKinds(scalarKinds, tie("element")),
      ofKinds(COMPOSED, tie("element")),
    ),
  }),
).element;
