import type { ColumnType } from "../../column-type";
import { largestWhole } from "../shape";
import type { JsonValue, TypeEntry } from "../type-description";

/** Float32 and Float64. */
export const float: TypeEntry<Extract<ColumnType, { kind: "float" }>> = {
  names: {
    Float32: () => ({ kind: "float", bits: 32 }),
    Float64: () => ({ kind: "float", bits: 64 }),
  },
  describe: ({ bits }) => ({
    print: () => `Float${bits}`,
    memory: { kind: "number", width: bits / 8, array: bits === 32 ? Float32Array : Float64Array },
    counts: { unit: "one", scale: 0 },
    json: { number: bits === 32 ? float32Json : floatJson },
    view: { as: "float" },
    takes: (shape) => shape.kind === "number" && (bits === 64 || largestWhole(shape) <= 2 ** 24),
    fallback: () => ({ kind: "number", scale: 3, min: 0, max: 999_999 }),
  }),
};

/** What JSON.stringify would turn into null, or lose the sign of, ClickHouse reads from strings. */
function floatJson(value: number): JsonValue {
  if (Number.isFinite(value)) return Object.is(value, -0) ? "-0" : value;
  return Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
}

/** Values on the generator's grid of 10^-8 are written with its digits, others with all. */
function float32Json(value: number): JsonValue {
  const short = Math.round(value * 1e8) / 1e8;
  return floatJson(Math.fround(short) === value ? short : value);
}
