import type { ColumnType } from "../../column-type";
import { decimalText } from "../decimal-text";
import { integerMemory } from "../memory";
import { parseCount } from "../parse-parameters";
import { largestWhole, type NumberShape } from "../shape";
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
      fallback: () => amounts(precision, scale),
    };
  },
};

/** From 0 on, in as many of the type's digits as a draw has: four before the point at most, six in all. */
function amounts(precision: number, scale: number): NumberShape {
  const whole = Math.min(precision - scale, 4);
  const decimals = Math.min(scale, 6 - whole);
  return { kind: "number", scale: decimals, min: 0, max: 10 ** (whole + decimals) - 1 };
}

function decimalType(precision: number, scale: number): DecimalType {
  return { kind: "decimal", precision, scale };
}

function bitsOf(precision: number): 32 | 64 | 128 | 256 {
  return DIGITS.find(([, digits]) => precision <= digits)?.[0] ?? 256;
}
