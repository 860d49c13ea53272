import fc from "fast-check";
import type { Column } from "../../../app/model/column";
import { modelFromServer } from "../../../app/model/model-from-server";
import { describeType } from "../../../app/model/types/describe-type";
import type { ColumnValues } from "../../../app/model/types/column-values";
import { Factors } from "../../../app/rows/factors";
import { keyDefinition, keyIn, keyNeeds } from "../../../app/rows/keys/keys";
import { Streams } from "../../../app/rows/random/stream";
import { createRowGenerator } from "../../../app/rows/row-generator";
import { rowSize } from "../../../app/rows/row-size";
import { streamVersions } from "../../../app/rows/stream-versions";
import { createConverter } from "../../../app/rows/values/create-converter";
import type { KeyForm } from "../../../app/model/key-form";
import { KEY_CASES, keyedDomain } from "../../support/key-forms";

const columnOf = (type: string): Column => modelFromServer([{ name: "id", type, default_kind: "" }])[0]!;

/** The values as texts, by which they can be told apart. */
function textsOf(values: ColumnValues, rows: number): string[] {
  return Array.from({ length: rows }, (_, i) => {
    switch (values.kind) {
      case "number":
      case "bigint":
        return String(values.values[i]);
      case "string":
        return Buffer.from(values.bytes.subarray(values.offsets[i], values.offsets[i + 1])).toString();
      case "fixed":
        return Buffer.from(values.bytes.subarray(i * values.width, (i + 1) * values.width)).toString(
          "latin1",
        );
      default:
        throw new Error(values.kind);
    }
  });
}

/** The number that stands in a value, read by other means than the server's. */
function numberOf(form: KeyForm, { type }: Column, text: string): number {
  switch (form.as) {
    case "integer":
      return Number(text);
    case "text":
      return Number(text.replace(/\0+$/, "").slice(-form.digits));
    case "uuid": {
      const uuid = form.text ? text : String(describeType(type).json.bytes!(Buffer.from(text, "latin1"), 0));
      expect(uuid).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
      const digits = uuid.replaceAll("-", "");
      return parseInt(form.text ? digits.slice(0, 12) : digits.slice(17, 29), 16);
    }
    case "time": {
      const perSecond = 10 ** (type.kind === "datetime64" ? type.precision : 0);
      return Number((BigInt(text) - BigInt(form.first) * BigInt(perSecond)) / BigInt(form.everyTicks));
    }
  }
}

describe.each(KEY_CASES)("a key that is $name", ({ form, type }) => {
  const column = columnOf(type);
  const domain = keyedDomain(form);
  const largest = Math.min(keyIn(column, domain)!.largest, Number.MAX_SAFE_INTEGER - 1);
  const made = (first: number, rows: number, seed = "42") =>
    textsOf(createRowGenerator(seed, [column], domain).generate(first, rows).columns[0]!.values, rows);

  it("holds each row's number, up to the largest", () => {
    const firsts = fc
      .oneof(fc.nat(5_000), fc.maxSafeNat(), fc.constant(largest - 10))
      .map((n) => Math.min(n, largest - 10));
    fc.assert(
      fc.property(firsts, (first) => {
        expect(made(first, 11).map((text) => numberOf(form, column, text))).toEqual(
          Array.from({ length: 11 }, (_, i) => first + i),
        );
      }),
    );
  });

  it("is the same whatever the blocks, and for rows that refer to it in any order", () => {
    const whole = made(100, 300);
    expect([...made(100, 1), ...made(101, 199), ...made(300, 100)]).toEqual(whole);
    if (form.as === "time") {
      expect(() => keyDefinition(domain.name, "id", form)).toThrow("Nothing can refer to forms.id");
      return;
    }
    const { shape, create } = keyDefinition(domain.name, "id", form);
    const factors = new Factors(new Streams("42"), 300);
    const source = create(factors);
    const convert = createConverter(shape, source, column, 300);
    factors.fillAt(
      Float64Array.from({ length: 300 }, (_, i) => 399 - i),
      300,
    );
    source.fill?.(300);
    expect(textsOf(convert(300), 300)).toEqual([...whole].reverse());
  });

  it("does not depend on the seed where nothing is drawn, and does where something is", () => {
    const isDrawn = form.as === "uuid" || (form.as === "time" && form.everyTicks > 1);
    expect(made(1, 50, "43").join() === made(1, 50).join()).toBe(!isDrawn);
  });

  it("has a size", () => {
    expect(rowSize([column], domain)).toBeGreaterThan(0);
  });
});

test("a time may be any of its slot's", () => {
  const form: KeyForm = { as: "time", first: 0, everyTicks: 10 };
  const { values } = createRowGenerator("42", [columnOf("DateTime")], keyedDomain(form)).generate(0, 10_000)
    .columns[0]!.values as { values: Uint32Array };
  const counts = new Array<number>(10).fill(0);
  for (const value of values) counts[value % 10]!++;
  for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(150);
});

test("values of seed 42", () => {
  const first = (form: KeyForm, type: string) => {
    const column = columnOf(type);
    const text = textsOf(
      createRowGenerator("42", [column], keyedDomain(form)).generate(42, 1).columns[0]!.values,
      1,
    )[0]!;
    return type === "UUID" ? describeType(column.type).json.bytes!(Buffer.from(text, "latin1"), 0) : text;
  };
  expect([
    first({ as: "text", prefix: "cus_", digits: 12 }, "String"),
    first({ as: "uuid" }, "UUID"),
    first({ as: "uuid", text: true }, "String"),
    first({ as: "time", first: 1_700_000_000, everyTicks: 60 }, "DateTime"),
    first({ as: "time", first: -100, everyTicks: 1_000_000_007 }, "DateTime64(9)"),
  ]).toEqual([
    "cus_000000000042",
    "b3ceb821-99b8-86f8-8000-00000002a13e",
    "00000000-002a-86f8-804c-bb256aff113e",
    "1700002567",
    "-57458499956",
  ]);
});

test("another form, prefix or slot is another stream", () => {
  const version = (form: KeyForm, type: string) =>
    streamVersions([columnOf(type)], keyedDomain(form))["forms/id"];
  const versions = [
    version({ as: "text", prefix: "a", digits: 12 }, "String"),
    version({ as: "text", prefix: "b", digits: 12 }, "String"),
    version({ as: "text", prefix: "a", digits: 13 }, "String"),
    version({ as: "uuid" }, "UUID"),
    version({ as: "uuid", text: true }, "String"),
    version({ as: "time", first: 0, everyTicks: 1 }, "DateTime"),
    version({ as: "time", first: 1, everyTicks: 1 }, "DateTime"),
    version({ as: "time", first: 0, everyTicks: 2 }, "DateTime"),
  ];
  expect(new Set(versions).size).toBe(versions.length);
  for (const one of versions) expect(one).toBeLessThan(2 ** 31);
});

test.each<[KeyForm, readonly string[], RegExp]>([
  [{ as: "integer" }, ["String", "UUID", "Float64", "DateTime", "Decimal(9, 0)"], /^an unsigned integer$/],
  [
    { as: "text", prefix: "é", digits: 3 },
    ["UInt64", "FixedString(4)", "Nullable(String)", "UUID"],
    /^a String, or a FixedString of 5 bytes or more, not Nullable$/,
  ],
  [{ as: "uuid" }, ["String", "FixedString(36)", "UInt128", "Nullable(UUID)"], /^a UUID/],
  [
    { as: "uuid", text: true },
    ["UUID", "FixedString(37)", "Nullable(String)"],
    /^a String or a FixedString\(36\)/,
  ],
  [
    { as: "time", first: -1, everyTicks: 1 },
    ["DateTime", "Date", "Date32", "UInt64", "Nullable(DateTime64(3))"],
    /^a DateTime or a DateTime64, not Nullable, that holds 1969-12-31T23:59:59/,
  ],
])("%j is in no column of types %j", (form, types, needs) => {
  const domain = keyedDomain(form);
  for (const type of types) {
    expect(keyIn(columnOf(type), domain)).toBeUndefined();
    expect(() => createRowGenerator("42", [columnOf(type)], domain)).toThrow(
      "can't hold row numbers: make it a",
    );
  }
  expect(keyNeeds(domain)).toMatch(needs);
});

test.each<[unknown, string]>([
  [undefined, '"as" is one of integer, text, uuid, time'],
  [{ as: "toString" }, '"as" is one of'],
  [{ as: "text", digits: 3 }, '"prefix" is a text'],
  [{ as: "text", prefix: "", digits: 0 }, '"digits" is a whole number from 1 to 20'],
  [{ as: "text", prefix: "", digits: 2.5 }, '"digits" is'],
  [{ as: "uuid", text: "yes" }, '"text" is true or false'],
  [{ as: "time", first: 0.5, everyTicks: 1 }, '"first" is a second'],
  [{ as: "time", first: 0, everyTicks: 0 }, '"everyTicks" is a whole number from 1'],
  [{ as: "time", first: 0, everyTicks: 2 ** 51 }, '"everyTicks" is'],
])("the form %j is refused", (form, fault) => {
  expect(() => keyedDomain(form as KeyForm)).toThrow(fault);
});
