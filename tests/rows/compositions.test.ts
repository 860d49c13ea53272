import { parseColumnType } from "../../app/model/parse-column-type";
import { imagesDomain } from "../../app/domains/images/images-domain";
import { describeType } from "../../app/model/types/describe-type";
import type { ObjectShape, Shape } from "../../app/model/types/shape";
import { ByteBuffer } from "../../app/rows/byte-buffer";
import { createRowGenerator } from "../../app/rows/row-generator";
import { createConverter } from "../../app/rows/values/create-converter";
import type { Source, TextSource } from "../../app/rows/values/source";
import { column } from "./default-model";
import { type Value, valueAt } from "./read-block";

/** The values that a column has of a source. @param rows of the source */
function converted(shape: Shape, source: Source, type: string, rows: number): Value[] {
  const to = parseColumnType(type);
  expect(describeType(to.type).takes(shape)).toBe(true);
  const values = createConverter(shape, source, to, rows)(rows);
  return Array.from({ length: rows }, (_, i) => valueAt(values, i));
}

const takes = (type: string, shape: Shape): boolean => describeType(parseColumnType(type).type).takes(shape);

function texts(...values: (string | null)[]): TextSource {
  const buffer = new ByteBuffer();
  const offsets = new Uint32Array(values.length + 1);
  values.forEach((value, i) => {
    buffer.appendBytes(Buffer.from(value ?? ""));
    offsets[i + 1] = buffer.length;
  });
  return { buffer, offsets, nulls: Uint8Array.from(values, (value) => (value === null ? 1 : 0)) };
}

const numbers = (...values: number[]) => ({ values: Int32Array.from(values) });
const count: Shape = { kind: "number", scale: 0, min: 0, max: 300 };
const price: Shape = { kind: "number", scale: 2, min: -1000, max: 1000 };
const words: Shape = { kind: "words", words: ["a", 'b"c'] };
const field = (name: string, shape: Shape, nullable = false) => ({ name, shape, nullable });

describe("objects", () => {
  const shape: ObjectShape = {
    kind: "object",
    fields: [
      field("id", count),
      field("price", price, true),
      field("on", { kind: "number", scale: 0, min: 0, max: 1 }),
      field("in", {
        kind: "object",
        fields: [field("at", { kind: "second" }), field("day", { kind: "day" })],
      }),
      field("tags", { kind: "list", element: words }),
      field("by", { kind: "map", key: words, value: count }),
      field("pair", { kind: "tuple", elements: [count, words], names: ["n", "w"] }),
      field("more", { kind: "text", maxLength: 20, format: "json" }),
    ],
  };
  const list = { offsets: Uint32Array.of(0, 2, 2), elementCapacity: 4 };
  const source: Source = {
    elements: [
      numbers(1, 300),
      { ...numbers(-250, 0), nulls: Uint8Array.of(0, 1) },
      numbers(0, 1),
      { elements: [numbers(0, 86_400), numbers(0, 19_782)] },
      { ...list, element: numbers(1, 0) },
      { ...list, key: numbers(1, 0), value: numbers(7, 8) },
      { elements: [numbers(4, 5), numbers(0, 1)] },
      texts('{"x":[]}', "{}"),
    ],
  };

  test("are written as JSON, with NULLs left out", () => {
    const expected = [
      {
        id: 1,
        price: -2.5,
        on: false,
        in: { at: "1970-01-01T00:00:00Z", day: "1970-01-01" },
        tags: ['b"c', "a"],
        by: { 'b"c': 7, a: 8 },
        pair: { n: 4, w: "a" },
        more: { x: [] },
      },
      {
        id: 300,
        on: true,
        in: { at: "1970-01-02T00:00:00Z", day: "2024-02-29" },
        tags: [],
        by: {},
        pair: { n: 5, w: 'b"c' },
        more: {},
      },
    ];
    for (const type of ["JSON", "String"])
      expect(converted(shape, source, type, 2)).toEqual(expected.map((value) => JSON.stringify(value)));
  });

  test("are written as the types of typed paths have them, at any depth", () => {
    const type =
      "JSON(id String, price Nullable(Decimal(9, 3)), on UInt8, `in.at` DateTime64(3), `in.day` DateTime)";
    expect(converted(shape, source, type, 2).map((text) => JSON.parse(text as string) as unknown)).toEqual([
      expect.objectContaining({
        id: "1",
        price: "-2.500",
        on: 0,
        in: { at: "1970-01-01T00:00:00.000Z", day: "1970-01-01T00:00:00Z" },
      }),
      expect.not.objectContaining({ price: expect.anything() as unknown }),
    ]);
  });

  test("fit JSON whose typed paths can hold their fields, and no other", () => {
    expect(takes("JSON(`in.at` UInt64, other UUID)", shape)).toBe(true);
    expect(takes("JSON(id UInt8)", shape)).toBe(false);
    expect(takes("JSON(`in.day` UUID)", shape)).toBe(false);
    expect(takes("JSON(in String)", shape)).toBe(true);
    expect(takes("Map(String, String)", shape)).toBe(false);
  });
});

describe("texts of a format", () => {
  const text = (format?: "json" | "ipv4" | "ipv6"): Shape => ({
    kind: "text",
    maxLength: 50,
    ...(format && { format }),
  });

  test("fill the type that they are texts of, and no other", () => {
    for (const [type, format] of [
      ["JSON", "json"],
      ["IPv4", "ipv4"],
      ["IPv6", "ipv6"],
    ] as const) {
      expect(takes(type, text(format))).toBe(true);
      expect(takes("String", text(format))).toBe(true);
      expect(takes(type, text())).toBe(false);
    }
  });

  test("become addresses; what lies beneath NULL is 0", () => {
    expect(converted(text("ipv4"), texts("1.2.3.4", null), "Nullable(IPv4)", 2)).toEqual([0x01020304, null]);
    const addresses = texts("2001:DB8::ff", "::", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4");
    expect(converted(text("ipv6"), addresses, "IPv6", 4)).toEqual([
      "20010db80000000000000000000000ff",
      "00000000000000000000000000000000",
      "00010002000300040005000600070008",
      "00000000000000000000ffff01020304",
    ]);
    expect(() => converted(text("ipv4"), texts("1.2.3"), "IPv4", 1)).toThrow(
      /"1.2.3" is not an IPv4 address/,
    );
    expect(() => converted(text("ipv6"), texts("x"), "IPv6", 1)).toThrow(/"x" is not an IPv6 address/);
  });

  test("as words, too", () => {
    const shape: Shape = { kind: "words", words: ["10.0.0.1", "10.0.0.2"] };
    expect(converted(shape, numbers(1, 0), "IPv4", 2)).toEqual([0x0a000002, 0x0a000001]);
    expect(takes("IPv4", words)).toBe(false);
    expect(takes("IPv6", shape)).toBe(false);
  });

  test("JSON that may be NULL is an empty object beneath", () => {
    const to = parseColumnType("Nullable(JSON)");
    const values = createConverter(text("json"), texts(null, '{"a":1}'), to, 2)(2);
    expect(values).toMatchObject({ nulls: Uint8Array.of(1, 0), offsets: Uint32Array.of(0, 2, 9) });
  });
});

test("tuples and maps fit types whose parts can hold theirs; names must agree where both have some", () => {
  const tuple: Shape = { kind: "tuple", elements: [count, words], names: ["n", "w"] };
  expect(takes("Tuple(n UInt16, w String)", tuple)).toBe(true);
  expect(takes("Tuple(UInt16, String)", tuple)).toBe(true);
  expect(takes("Tuple(w UInt16, n String)", tuple)).toBe(false);
  expect(takes("Tuple(n UInt8, w String)", tuple)).toBe(false);
  expect(takes("Tuple(n UInt16)", tuple)).toBe(false);
  expect(takes("Nested(n UInt16, w String)", { kind: "list", element: tuple })).toBe(true);
  expect(takes("Map(String, UInt16)", { kind: "map", key: words, value: count })).toBe(true);
  expect(takes("Map(String, UInt8)", { kind: "map", key: words, value: count })).toBe(false);
  expect(takes("Point", { kind: "tuple", elements: [price, price] })).toBe(true);
});

test.each(["UInt8", "Bool", "IPv4", "Enum8('a' = 1, 'b' = 2, 'c' = 3)", "Date", "UUID", "FixedString(1)"])(
  "the keys of a Map(%s, ...) made by type are distinct",
  (key) => {
    const model = [column("m", `Map(${key}, UInt8)`)];
    const { values } = createRowGenerator("42", model, imagesDomain).generate(1, 3_000).columns[0]!;
    const maps = Array.from({ length: 3_000 }, (_, i) => valueAt(values, i) as [Value, Value][]);
    for (const map of maps) expect(new Set(map.map(([key]) => String(key))).size).toBe(map.length);
    expect(Math.max(...maps.map((map) => map.length))).toBeGreaterThan(1);
  },
);
