import { imagesDomain } from "../../app/domains/images/images-domain";
import fc from "fast-check";
import { createRowGenerator } from "../../app/rows/row-generator";
import { column, DEFAULT_MODEL } from "./default-model";
import { readBlock, type Value } from "./read-block";

const ROWS = 2_000;
const FIRST = 7_000_000;

function valuesOf(name: string, type: string): Value[] {
  return readBlock(createRowGenerator("42", [column(name, type)], imagesDomain).generate(FIRST, ROWS))[name]!;
}

/** The values of the column in the project's own model. */
function canonical(name: string): Value[] {
  return valuesOf(name, DEFAULT_MODEL.find((candidate) => candidate.name === name)!.clickhouseType);
}

const day = (value: Value): string => new Date((value as number) * 86_400_000).toISOString().slice(0, 10);
const second = (value: Value): string =>
  new Date((value as number) * 1000).toISOString().slice(0, 19).replace("T", " ");
const thousandths = (value: Value): number => value as number;

/** Raw little-endian bytes as a signed number. */
function wide(value: Value): bigint {
  const bytes = Buffer.from(value as string, "hex").reverse();
  return BigInt.asIntN(bytes.length * 8, BigInt(`0x${bytes.toString("hex")}`));
}

/** Column, other type, what its canonical value becomes there, how the found value is read. */
const cases: readonly [
  name: string,
  type: string,
  expected: (value: Value) => Value,
  read?: (value: Value) => Value,
][] = [
  ["image_id", "UInt64", (v) => BigInt(v as number)],
  ["image_id", "Int64", (v) => BigInt(v as number)],
  ["image_id", "Int128", (v) => BigInt(v as number), wide],
  ["image_id", "UInt256", (v) => BigInt(v as number), wide],
  ["is_dupe_of", "Float64", (v) => v],
  ["is_dupe_of", "String", (v) => String(v)],
  ["is_dupe_of", "Decimal(18, 2)", (v) => BigInt(v as number) * 100n],
  ["site_name_id", "Int16", (v) => v],
  ["site_name_id", "Nullable(UInt8)", (v) => v],
  ["site_name_id", "LowCardinality(UInt8)", (v) => v],
  ["site_name", "String", (v) => v],
  ["site_name", "LowCardinality(Nullable(String))", (v) => v],
  [
    "site_name",
    "FixedString(12)",
    (v) => v,
    (v) =>
      Buffer.from(v as string, "hex")
        .toString()
        .replace(/\0+$/, ""),
  ],
  ["site_image_id", "UInt64", (v) => BigInt(v as string)],
  ["site_image_id", "Nullable(String)", (v) => v],
  [
    "gender",
    "Enum8('' = 7, 'men' = -1, 'women' = 3, 'none' = 5)",
    (v) => ({ "": 7, men: -1, women: 3, none: 5 })[v as string]!,
  ],
  [
    "gender_id",
    "Enum16('a' = 0, 'b' = 1, 'c' = 2, 'd' = 3, 'e' = 4, 'f' = 5, 'g' = 6, 'h' = 7, 'i' = 8)",
    (v) => v,
  ],
  ["has_face", "UInt8", (v) => v],
  ["has_face", "Int64", (v) => BigInt(v as number)],
  ["has_face", "String", (v) => String(v)],
  ["ethnicity_white", "Nullable(Bool)", (v) => v],
  ["keyword_ids", "Array(UInt64)", (v) => (v as number[]).map(BigInt)],
  ["keyword_ids", "Array(Nullable(Int32))", (v) => v],
  ["keyword_ids", "Array(String)", (v) => (v as number[]).map(String)],
  ["detection_classes", "Array(UInt16)", (v) => v],
  ["face_x", "Decimal(9, 5)", (v) => thousandths(v) * 100],
  ["face_x", "Decimal(5, 2)", (v) => Math.trunc(thousandths(v) / 10)],
  ["face_x", "Decimal(18, 6)", (v) => BigInt(thousandths(v)) * 1000n],
  ["face_x", "Decimal(38, 30)", (v) => BigInt(thousandths(v)) * 10n ** 27n, wide],
  ["face_x", "Decimal(76, 60)", (v) => BigInt(thousandths(v)) * 10n ** 57n, wide],
  ["face_x", "Decimal(38, 1)", (v) => BigInt(Math.trunc(thousandths(v) / 100)), wide],
  ["face_x", "Float64", (v) => thousandths(v) / 1000],
  ["face_x", "Float32", (v) => Math.fround(thousandths(v) / 1000)],
  ["face_x", "Int8", (v) => Math.trunc(thousandths(v) / 1000) + 0],
  ["face_x", "String", (v) => (thousandths(v) / 1000).toFixed(3)],
  ["topic_score_1", "Float64", (v) => v, (v) => Math.fround(v as number)],
  ["topic_score_1", "Decimal(9, 8)", (v) => v, (v) => Math.fround((v as number) / 1e8)],
  ["topic_score_1", "String", (v) => v, (v) => Math.fround(Number(v))],
  ["body_pose_cluster_512", "UInt16", (v) => v ?? 0],
  ["body_pose_cluster_512", "Nullable(Int64)", (v) => (v === null ? null : BigInt(v as number))],
  ["body_pose_cluster_512", "Float32", (v) => v ?? 0],
  ["face_cluster", "LowCardinality(Nullable(UInt16))", (v) => v],
  ["upload_date", "Date", (v) => v],
  ["upload_date", "DateTime", (v) => (v as number) * 86_400],
  ["upload_date", "DateTime64(9)", (v) => BigInt(v as number) * 86_400_000_000_000n],
  ["upload_date", "String", day],
  ["upload_date", "FixedString(10)", day, (v) => Buffer.from(v as string, "hex").toString()],
  ["updated_at", "Date", (v) => Math.floor((v as number) / 86_400)],
  ["updated_at", "Date32", (v) => Math.floor((v as number) / 86_400)],
  ["updated_at", "DateTime64(3, 'Europe/Berlin')", (v) => BigInt(v as number) * 1000n],
  ["updated_at", "UInt64", (v) => BigInt(v as number)],
  ["updated_at", "String", second],
  ["caption", "LowCardinality(String)", (v) => v],
  [
    "caption",
    "FixedString(150)",
    (v) => v,
    (v) =>
      Buffer.from(v as string, "hex")
        .toString()
        .replace(/\0+$/, ""),
  ],
  ["caption", "Nullable(String)", (v) => v],
  ["is_dupe_of", "UInt64", (v) => BigInt(v as number)],
  ["width", "Decimal(76, 0)", (v) => BigInt(v as number), wide],
];

test.each(cases)("%s as %s", (name, type, expected, read = (value) => value) => {
  expect(valuesOf(name, type).map(read)).toEqual(canonical(name).map(expected));
});

test("a duplicate of an id that the narrower column can't hold is none", () => {
  const model = [column("image_id", "UInt64"), column("is_dupe_of", "UInt32")];
  const both = [column("image_id", "UInt64"), column("is_dupe_of", "UInt64")];
  const first = 2 ** 40;
  const narrow = readBlock(createRowGenerator("42", model, imagesDomain).generate(first, ROWS));
  const whole = readBlock(createRowGenerator("42", both, imagesDomain).generate(first, ROWS));
  expect(whole.is_dupe_of!.some((id) => (id as bigint) > 2n ** 32n)).toBe(true);
  expect(narrow.is_dupe_of!.every((id) => id === 0)).toBe(true);
});

describe("columns of which only the type is known", () => {
  test.each([
    ["Int8", (v: Value) => (v as number) >= 0 && (v as number) <= 100],
    ["UInt64", (v: Value) => (v as bigint) >= 0n && (v as bigint) <= 999_999n],
    ["Float32", (v: Value) => (v as number) >= 0 && (v as number) < 1000],
    ["Decimal(4, 4)", (v: Value) => (v as number) >= 0 && (v as number) < 10_000],
    ["Decimal(2, 0)", (v: Value) => (v as number) >= 0 && (v as number) < 100],
    ["String", (v: Value) => /^[a-z]{3,8}$/.test(v as string)],
    ["LowCardinality(String)", (v: Value) => /^[a-z]{3,8}$/.test(v as string)],
    ["FixedString(4)", (v: Value) => /^[a-z]{4}$/.test(Buffer.from(v as string, "hex").toString())],
    ["Bool", (v: Value) => v === 0 || v === 1],
    ["Date", (v: Value) => /^20(1[6-9]|2[0-5])-/.test(day(v))],
    ["DateTime", (v: Value) => /^20(1[6-9]|2[0-5])-/.test(second(v))],
    ["Enum8('a' = -3, 'b' = 5)", (v: Value) => v === -3 || v === 5],
    ["UUID", (v: Value) => isUuid(v as string)],
    ["Array(UInt8)", (v: Value) => (v as Value[]).length <= 5],
    ["Array(Array(String))", (v: Value) => (v as Value[]).every((w) => (w as Value[]).length <= 5)],
  ])("%s", (type, isSensible) => {
    const values = valuesOf("extra", type);
    expect(values.filter((value) => !isSensible(value))).toEqual([]);
    expect(new Set(values.map(String)).size).toBeGreaterThan(1);
  });

  test("one value in eight is NULL where it may be, and 0 or empty beneath", () => {
    for (const type of [
      "Nullable(UInt8)",
      "Nullable(UUID)",
      "Nullable(DateTime)",
      "Nullable(Decimal(30, 4))",
    ]) {
      const { values } = createRowGenerator("42", [column("extra", type)], imagesDomain).generate(
        FIRST,
        20_000,
      ).columns[0]!;
      if (values.kind === "array" || values.kind === "map") throw new Error("no single values");
      const nulls = values.nulls!.reduce((sum, isNull) => sum + isNull, 0);
      expect(Math.abs(nulls / 20_000 - 1 / 8)).toBeLessThan(4.5 * Math.sqrt(7 / 64 / 20_000));
      const bare = { ...values, nulls: undefined } as typeof values;
      const beneath = readBlock({
        firstRow: 0,
        rows: 20_000,
        columns: [{ name: "extra", values: bare }],
      }).extra!;
      expect(beneath.filter((value, i) => values.nulls![i] === 1 && /[1-9a-f]/.test(String(value)))).toEqual(
        [],
      );
    }
  });

  test("two names have two streams", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (a, b) => {
        fc.pre(a !== b && ![a, b].some((name) => DEFAULT_MODEL.some((known) => known.name === name)));
        expect(valuesOf(a, "Float64")).not.toEqual(valuesOf(b, "Float64"));
      }),
      { numRuns: 15 },
    );
  });
});

/** ClickHouse keeps each half with its last byte first. */
function isUuid(hex: string): boolean {
  const half = (from: number): string =>
    Buffer.from(hex.slice(from, from + 16), "hex")
      .reverse()
      .toString("hex");
  return /^.{12}4.{3}[89ab].{15}$/.test(half(0) + half(16));
}
