import type { ColumnValues } from "../../app/model/types/column-values";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { rowsOf, sql } from "../support/olap-insert";
import { openWriter, WRITER_NAMES } from "../support/writers";

interface Case {
  readonly type: string;
  readonly values: ColumnValues;
  /** What the server is asked for of the column `v`, as text. */
  readonly ask: string;
  readonly expected: readonly (string | null)[];
}

const EMBEDDED_NAMES = [
  "",
  "a",
  "it's",
  'say "x"',
  "back\\slash",
  "tab\tnewline\nnul\0end",
  "\u2028",
  "Zoë 😀 東京",
  "\ufffd",
];

function strings(texts: readonly string[]): ColumnValues {
  const parts = texts.map((text) => Buffer.from(text));
  const offsets = Uint32Array.from([0, ...parts.map((_, i) => Buffer.concat(parts.slice(0, i + 1)).length)]);
  return { kind: "string", bytes: Buffer.concat(parts), offsets };
}

function hex(texts: readonly string[]): string[] {
  return texts.map((text) => Buffer.from(text).toString("hex").toUpperCase());
}

function fixed(width: number, ...rows: bigint[]): ColumnValues {
  const bytes = new Uint8Array(width * rows.length);
  rows.forEach((row, i) => {
    for (let k = 0; k < width; k++) bytes[i * width + k] = Number((row >> BigInt(8 * k)) & 255n);
  });
  return { kind: "fixed", width, bytes };
}

function integers(bits: number, signed: boolean): { values: ColumnValues; expected: string[] } {
  const low = signed ? -(2n ** BigInt(bits - 1)) : 0n;
  const high = low + 2n ** BigInt(bits) - 1n;
  const rows = [low, low + 1n, 0n, 1n, high - 1n, high];
  const arrays: Record<string, (rows: bigint[]) => ColumnValues> = {
    u8: (r) => ({ kind: "number", values: Uint8Array.from(r, Number) }),
    i8: (r) => ({ kind: "number", values: Int8Array.from(r, Number) }),
    u16: (r) => ({ kind: "number", values: Uint16Array.from(r, Number) }),
    i16: (r) => ({ kind: "number", values: Int16Array.from(r, Number) }),
    u32: (r) => ({ kind: "number", values: Uint32Array.from(r, Number) }),
    i32: (r) => ({ kind: "number", values: Int32Array.from(r, Number) }),
    u64: (r) => ({ kind: "bigint", values: BigUint64Array.from(r) }),
    i64: (r) => ({ kind: "bigint", values: BigInt64Array.from(r) }),
  };
  const make = arrays[`${signed ? "i" : "u"}${bits}`] ?? ((r: bigint[]) => fixed(bits / 8, ...r));
  return { values: make(rows), expected: rows.map(String) };
}

const integerCases: Case[] = [8, 16, 32, 64, 128, 256].flatMap((bits) =>
  [true, false].map((signed) => ({
    type: `${signed ? "" : "U"}Int${bits}`,
    ...integers(bits, signed),
    ask: "toString(v)",
  })),
);

const grid = Float32Array.from({ length: 20_001 }, (_, i) => (i - 10_000) / 10_000);
const floatEdges = [
  0,
  -0,
  1.1,
  3.4028234663852886e38,
  1.401298464324817e-45,
  16777217,
  123456.789,
  NaN,
  Infinity,
  -Infinity,
];
/** Bit patterns from all over the range of floats, without NaNs. */
const bits = Uint32Array.from({ length: 6_000 }, (_, i) => Math.imul(i + 1, 2654435761));
const anyFloat32s = new Float32Array(bits.buffer).filter((value) => !Number.isNaN(value));
const anyFloat64s = new Float64Array(bits.buffer).filter((value) => !Number.isNaN(value));
const float32s = Float32Array.from([...grid, ...floatEdges, ...anyFloat32s]);
const float64s = Float64Array.from([
  ...floatEdges,
  ...anyFloat64s,
  0.1,
  1 / 3,
  5e-324,
  Number.MAX_VALUE,
  9007199254740993,
]);
const secondEdges = [0, 1, 999_999_999, 1_000_000_000, 1_711_846_799, 1_729_990_800, 4_294_967_295];
const names = ["women", "men", "", "Zoë"];

const cases: Case[] = [
  ...integerCases,
  {
    type: "Float32",
    values: { kind: "number", values: float32s },
    ask: "toString(reinterpretAsUInt32(v))",
    expected: Array.from(new Uint32Array(float32s.buffer), String),
  },
  {
    type: "Float64",
    values: { kind: "number", values: float64s },
    ask: "toString(reinterpretAsUInt64(v))",
    expected: Array.from(new BigUint64Array(float64s.buffer), String),
  },
  {
    type: "Bool",
    values: { kind: "number", values: Uint8Array.of(0, 1) },
    ask: "toString(v)",
    expected: ["false", "true"],
  },
  { type: "String", values: strings(EMBEDDED_NAMES), ask: "hex(v)", expected: hex(EMBEDDED_NAMES) },
  { type: "String", values: strings(["plain", "", "text"]), ask: "v", expected: ["plain", "", "text"] },
  {
    type: "LowCardinality(String)",
    values: { kind: "dictionary", dictionary: names, indexes: Uint16Array.of(3, 2, 1, 0) },
    ask: "v",
    expected: ["Zoë", "", "men", "women"],
  },
  {
    type: "LowCardinality(Nullable(String))",
    values: {
      kind: "dictionary",
      dictionary: names,
      indexes: Uint16Array.of(0, 0),
      nulls: Uint8Array.of(1, 0),
    },
    ask: "v",
    expected: [null, "women"],
  },
  {
    type: "FixedString(4)",
    values: { kind: "fixed", width: 4, bytes: Buffer.from("abcdé\0\0\0\0\0\0") },
    ask: "hex(v)",
    expected: ["61626364", "C3A90000", "00000000"],
  },
  {
    type: "Date",
    values: { kind: "number", values: Uint16Array.of(0, 1, 19_723, 65_535) },
    ask: "toString(toUInt16(v))",
    expected: ["0", "1", "19723", "65535"],
  },
  {
    type: "Date32",
    values: { kind: "number", values: Int32Array.of(-25_567, -1, 0, 120_529) },
    ask: "toString(toInt32(v))",
    expected: ["-25567", "-1", "0", "120529"],
  },
  ...["DateTime", "DateTime('UTC')", "DateTime('Europe/Berlin')", "DateTime('America/New_York')"].map(
    (type) => ({
      type,
      values: { kind: "number" as const, values: Uint32Array.from(secondEdges) },
      ask: "toString(toUnixTimestamp(v))",
      expected: secondEdges.map(String),
    }),
  ),
  ...[0, 3, 6, 9].map((precision) => {
    const second = 10n ** BigInt(precision);
    const ticks = [
      -1n,
      -second,
      0n,
      1n,
      1_711_846_799n * second + second - 1n,
      -2_208_988_800n * second,
      7_258_118_400n * second,
    ];
    return {
      type: `DateTime64(${precision}, 'Europe/Berlin')`,
      values: { kind: "bigint" as const, values: BigInt64Array.from(ticks) },
      ask: "toString(reinterpretAsInt64(v))",
      expected: ticks.map(String),
    };
  }),
  {
    type: "Decimal(6, 3)",
    values: { kind: "number", values: Int32Array.of(0, 1, -1, 999_999, -999_999, -25_000, 12_340) },
    ask: "toString(toDecimalString(v, 3))",
    expected: ["0.000", "0.001", "-0.001", "999.999", "-999.999", "-25.000", "12.340"],
  },
  {
    type: "Decimal(9, 0)",
    values: { kind: "number", values: Int32Array.of(-999_999_999, 7) },
    ask: "toString(v)",
    expected: ["-999999999", "7"],
  },
  {
    type: "Decimal(4, 4)",
    values: { kind: "number", values: Int32Array.of(-9_999, 1) },
    ask: "toDecimalString(v, 4)",
    expected: ["-0.9999", "0.0001"],
  },
  {
    type: "Decimal(18, 4)",
    values: { kind: "bigint", values: BigInt64Array.of(-(10n ** 18n) + 1n, 10n ** 18n - 1n, -5n) },
    ask: "toDecimalString(v, 4)",
    expected: ["-99999999999999.9999", "99999999999999.9999", "-0.0005"],
  },
  {
    type: "Decimal(38, 10)",
    values: fixed(16, -(10n ** 38n) + 1n, 10n ** 38n - 1n, 0n),
    ask: "toDecimalString(v, 10)",
    expected: [
      "-9999999999999999999999999999.9999999999",
      "9999999999999999999999999999.9999999999",
      "0.0000000000",
    ],
  },
  {
    type: "Decimal(76, 2)",
    values: fixed(32, -(10n ** 76n) + 1n, 1n),
    ask: "toDecimalString(v, 2)",
    expected: [`-${"9".repeat(74)}.99`, "0.01"],
  },
  {
    type: "Enum8('a' = 1, 'it\\'s' = -2, '' = 0)",
    values: { kind: "number", values: Int8Array.of(1, -2, 0) },
    ask: "toString(toInt8(v))",
    expected: ["1", "-2", "0"],
  },
  {
    type: "Enum16('a, b' = 300, '(' = -32768)",
    values: { kind: "dictionary", dictionary: ["(", "a, b"], indexes: Uint16Array.of(1, 0) },
    ask: "toString(toInt16(v))",
    expected: ["300", "-32768"],
  },
  {
    type: "UUID",
    values: {
      kind: "fixed",
      width: 16,
      bytes: Uint8Array.from([7, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8]),
    },
    ask: "toString(v)",
    expected: ["00010203-0405-0607-0809-0a0b0c0d0e0f"],
  },
  {
    type: "UUID",
    values: strings(["00010203-0405-0607-0809-0a0b0c0d0e0f"]),
    ask: "toString(v)",
    expected: ["00010203-0405-0607-0809-0a0b0c0d0e0f"],
  },
  {
    type: "Nullable(UInt16)",
    values: { kind: "number", values: Uint16Array.of(0, 5, 0), nulls: Uint8Array.of(1, 0, 0) },
    ask: "toString(v)",
    expected: [null, "5", "0"],
  },
  {
    type: "Nullable(DateTime64(3, 'UTC'))",
    values: { kind: "bigint", values: BigInt64Array.of(0n, 5n), nulls: Uint8Array.of(1, 0) },
    ask: "toString(toUnixTimestamp64Milli(v))",
    expected: [null, "5"],
  },
  {
    type: "Array(UInt32)",
    values: {
      kind: "array",
      offsets: Uint32Array.of(0, 0, 2, 3),
      elements: { kind: "number", values: Uint32Array.of(1, 4_294_967_295, 7) },
    },
    ask: "toString(v)",
    expected: ["[]", "[1,4294967295]", "[7]"],
  },
  {
    type: "Array(LowCardinality(Nullable(String)))",
    values: {
      kind: "array",
      offsets: Uint32Array.of(0, 2, 3),
      elements: {
        kind: "dictionary",
        dictionary: ["x", "y'"],
        indexes: Uint16Array.of(0, 1, 1),
        nulls: Uint8Array.of(1, 0, 0),
      },
    },
    ask: "toString(v)",
    expected: ["[NULL,'y\\'']", "['y\\'']"],
  },
  {
    type: "Array(Array(Int64))",
    values: {
      kind: "array",
      offsets: Uint32Array.of(0, 1, 3),
      elements: {
        kind: "array",
        offsets: Uint32Array.of(0, 2, 2, 3),
        elements: { kind: "bigint", values: BigInt64Array.of(-(2n ** 63n), 1n, 2n) },
      },
    },
    ask: "toString(v)",
    expected: ["[[-9223372036854775808,1]]", "[[],[2]]"],
  },
];

let server: TestEmbedded;
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server.stop());

describe.each(WRITER_NAMES)("the writer %s", (name) => {
  it.each(cases.map((one, i) => [`${one.type} (${one.values.kind})`, i, one] as const))(
    "brings %s into the table exactly",
    async (_, i, one) => {
      const { connection } = server;
      const rows = one.expected.length;
      const table = `${name}${i}`;
      await sql(connection, `CREATE TABLE ${table} (n UInt32, v ${one.type}) ENGINE = MergeTree ORDER BY n`);
      const writer = await openWriter(name, connection, table);
      const batch = writer.encode({
        firstRow: 0,
        rows,
        columns: [
          { name: "n", values: { kind: "number", values: Uint32Array.from({ length: rows }, (_, n) => n) } },
          { name: "v", values: one.values },
        ],
      });
      await writer.send(batch, { id: "one batch", commit: async () => {} });
      await writer.close();
      const found = await rowsOf<{ answer: string | null }>(
        connection,
        `SELECT ${one.ask} AS answer FROM ${table} ORDER BY n`,
      );
      expect(found.map(({ answer }) => answer)).toEqual(one.expected);
    },
  );
});
