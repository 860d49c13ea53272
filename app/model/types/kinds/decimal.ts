import type { ColumnType } from "../../column-type";
import { decimalText } from "../decimal-text";
import { integerMemory } from "../memory";
import { parseCount } from "../parse-parameters";
import { FRACTION, largestWhole, upTo } from "../shape";
import type { ParseParameters, TypeEntry } from "../type-description";

type DecimalType = Extract<ColumnType, { kind: "decimal" }>;

/** The most digits that a decimal of so many bits has. */
const DIGITS = [
  [32, 9],
  [64, 18],
  [128, 38],
  [256, 76],
] as const;

export const decimal: TypeEntry<DecimalType> = {
  names: {
    Decimal: ([precision = "10", scale = "0"]) =>
      parseCount(precision, (precision) => parseCount(scale, (scale) => decimalType(precision, scale))),
    ...Object.fromEntries(
      DIGITS.map(([bits, precision]): [string, ParseParameters<DecimalType>] => [
        `Decimal${bits}`,
        ([scale]) => parseCount(scale, (scale) => decimalType(precision, scale)),
      ]),
    ),
  },
  describe: ({ precision, scale }) => {
    const bits = bitsOf(precision);
    return {
      print: () => `Decimal(${precision}, ${scale})`,
      memory: integerMemory(bits, true),
      counts: { unit: "one", scale },
      json: {
        number: (value) => decimalText(String(value), scale),
        bigint: (value) => decimalText(value.toString(), scale),
      },
      view: { as: "integer", sql: (value) => `reinterpretAsInt${bits}(${value})` },
      takes: (shape) => shape.kind === "number" && largestWhole(shape) < 10 ** (precision - scale),
      fallback: () => (scale === 0 ? upTo(10 ** Math.min(precision, 3) - 1) : FRACTION),
    };
  },
};

function decimalType(precision: number, scale: number): DecimalType {
  return { kind: "decimal", precision, scale };
}

function bitsOf(precision: number): 32 | 64 | 128 | 256 {
  return DIGITS.find(([, digits]) => precision <= digits)?.[0] ?? 256;
}
