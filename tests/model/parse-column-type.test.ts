import fc from "fast-check";
import { parseColumnType } from "../../app/model/parse-column-type";
import { printColumnType } from "../../app/model/print-column-type";
import { elementType } from "../support/column-types";

describe("parseColumnType", () => {
  it("reads what printColumnType writes, for all types", () => {
    fc.assert(
      fc.property(elementType, (element) => {
        expect(parseColumnType(printColumnType(element))).toEqual(element);
      }),
      { numRuns: 1000 },
    );
  });

  it("never throws", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."Array(Nullable)',\\ 8=") })),
        (text) => {
          expect(parseColumnType(text).type.kind).toEqual(expect.any(String));
        },
      ),
    );
  });

  it.each([
    ["UInt32", { kind: "integer", bits: 32, signed: false }],
    ["Int256", { kind: "integer", bits: 256, signed: true }],
    ["Float32", { kind: "float", bits: 32 }],
    ["Decimal(6,3)", { kind: "decimal", precision: 6, scale: 3 }],
    ["Decimal(6, 3)", { kind: "decimal", precision: 6, scale: 3 }],
    ["Decimal64(3)", { kind: "decimal", precision: 18, scale: 3 }],
    ["Decimal(5)", { kind: "decimal", precision: 5, scale: 0 }],
    ["DateTime", { kind: "datetime", timezone: "" }],
    ["DateTime('UTC')", { kind: "datetime", timezone: "UTC" }],
    ["DateTime64(3,'Europe/Berlin')", { kind: "datetime64", precision: 3, timezone: "Europe/Berlin" }],
    ["DateTime64(6)", { kind: "datetime64", precision: 6, timezone: "" }],
    ["FixedString(16)", { kind: "fixed-string", length: 16 }],
    ["Date32", { kind: "date", bits: 32 }],
    ["Bool", { kind: "bool" }],
    [
      "Enum8('a' = 1, 'it\\'s' = -2)",
      {
        kind: "enum",
        bits: 8,
        values: [
          ["a", 1],
          ["it's", -2],
        ],
      },
    ],
    [
      "Enum16('a, b' = 1, '(' = 300)",
      {
        kind: "enum",
        bits: 16,
        values: [
          ["a, b", 1],
          ["(", 300],
        ],
      },
    ],
  ])("reads %s", (text, type) => {
    expect(parseColumnType(text)).toEqual({ type, nullable: false, lowCardinality: false });
  });

  it("reads wrappers, at the top and inside arrays", () => {
    const inner = { type: { kind: "string" }, nullable: true, lowCardinality: true };
    expect(parseColumnType("LowCardinality(Nullable(String))")).toEqual(inner);
    expect(parseColumnType("Array(LowCardinality(Nullable(String)))")).toEqual({
      type: { kind: "array", element: inner },
      nullable: false,
      lowCardinality: false,
    });
  });

  it("reads names in backticks, and a SimpleAggregateFunction as its values' type", () => {
    const uint8 = {
      type: { kind: "integer", bits: 8, signed: false },
      nullable: false,
      lowCardinality: false,
    };
    expect(parseColumnType("Tuple(`b c` UInt8, `x\\`, (` UInt8)").type).toEqual({
      kind: "tuple",
      elements: [uint8, uint8],
      names: ["b c", "x`, ("],
    });
    expect(
      parseColumnType("JSON(max_dynamic_paths=8, `a.b` UInt8, SKIP c, SKIP REGEXP '^d, e')").type,
    ).toEqual({
      kind: "json",
      limits: ["max_dynamic_paths=8"],
      paths: [["a.b", uint8]],
      skips: ["SKIP c", "SKIP REGEXP '^d, e'"],
    });
    expect(parseColumnType("SimpleAggregateFunction(anyLast, Nullable(UInt8))")).toEqual({
      ...uint8,
      nullable: true,
    });
  });

  it.each([
    "AggregateFunction(uniq, String)",
    "Variant(String, UInt8)",
    "Dynamic",
    "Tuple",
    "Map(String)",
    "Nested(UInt8)",
    "JSON(UInt8)",
    "Decimal(x)",
    "FixedString",
    "Array()",
    "Enum8(1)",
    "",
  ])("has %s as other", (text) => {
    expect(parseColumnType(text).type).toEqual({ kind: "other" });
  });
});
