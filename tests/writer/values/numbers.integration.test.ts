import type { ColumnValues } from "../../../app/model/types/column-values";
import { fixed, testEachWriter, type ValueCase } from "./value-case";

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

const integerCases: ValueCase[] = [8, 16, 32, 64, 128, 256].flatMap((bits) =>
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

testEachWriter([
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
]);
