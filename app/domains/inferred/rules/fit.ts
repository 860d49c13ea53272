import type { ColumnType } from "../../../model/column-type";
import type { Generator } from "../../spec/generator";

type NumberGenerator = Extract<Generator, { kind: "number" }>;

/**
 * A generator as a column's type can hold it: numbers within its range and decimals, times in its unit, NULLs only
 * where they are allowed.
 * @returns `undefined` where nothing sensible is left
 */
export function fitted(generator: Generator, type: ColumnType): Generator | undefined {
  switch (generator.kind) {
    case "number":
      return fittedNumber(generator, type);
    case "choice":
      return type.kind === "integer" && generator.values.some((value) => !isWhole(value))
        ? undefined
        : generator;
    case "time":
    case "rising":
    case "after": {
      const unit = unitOf(type) ?? generator.unit;
      return unit === undefined ? generator : { ...generator, unit };
    }
    case "when":
    case "per":
    case "run":
    case "nullable": {
      const of = fitted(generator.of, type);
      return of && { ...generator, of };
    }
    case "array": {
      const of = type.kind === "array" ? fitted(generator.of, type.element.type) : undefined;
      return of && { ...generator, of };
    }
    default:
      return generator;
  }
}

const isWhole = (value: unknown): boolean => typeof value !== "number" || Number.isInteger(value);

/** The finest that a type holds of times; `undefined` where it is no time. */
function unitOf(type: ColumnType): "day" | "second" | "millisecond" | "microsecond" | undefined {
  if (type.kind === "date") return "day";
  if (type.kind === "datetime") return "second";
  if (type.kind !== "datetime64") return undefined;
  return type.precision < 3 ? "second" : type.precision < 6 ? "millisecond" : "microsecond";
}

function fittedNumber(generator: NumberGenerator, type: ColumnType): Generator | undefined {
  const reach = reachOf(type);
  if (reach === undefined)
    return type.kind === "string" || type.kind === "fixed-string" ? generator : undefined;
  const scale = Math.min(generator.scale ?? 0, reach.scale);
  const unit = 10 ** scale;
  const [min, max] = [
    Math.max(Math.ceil(generator.min * unit) / unit, reach.min),
    Math.min(Math.floor(generator.max * unit) / unit, reach.max),
  ];
  // Of a range that becomes a point nothing is left: a share in a whole number.
  if (min > max || (min === max && generator.min < generator.max)) return undefined;
  if ((generator.scale ?? 0) > 0 && scale === 0 && generator.max <= 1) return undefined;
  const { scale: _, quantiles, ...rest } = generator;
  const inside = quantiles?.filter((value) => value >= min && value <= max);
  return {
    ...rest,
    min,
    max,
    ...(scale > 0 && { scale }),
    ...(inside && inside.length >= 2 && { quantiles: inside }),
  };
}

/** The range and the decimals of a type of numbers. */
function reachOf(type: ColumnType): { min: number; max: number; scale: number } | undefined {
  // What a generator may reach: see `checkSpec`.
  const most = Number.MAX_SAFE_INTEGER - 1;
  switch (type.kind) {
    case "integer": {
      const max = Math.min(2 ** (type.signed ? type.bits - 1 : type.bits) - 1, most);
      return { min: type.signed ? -max : 0, max, scale: 0 };
    }
    case "float":
      return type.bits === 32
        ? { min: -(2 ** 24), max: 2 ** 24, scale: 9 }
        : { min: -most, max: most, scale: 9 };
    case "decimal": {
      const max = Math.min(10 ** (type.precision - type.scale) - 1, most);
      return max === 0
        ? { min: 0, max: 1 - 10 ** -type.scale, scale: type.scale }
        : { min: -max, max, scale: type.scale };
    }
    default:
      return undefined;
  }
}
