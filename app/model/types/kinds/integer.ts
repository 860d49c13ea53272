import type { ColumnType } from "../../column-type";
import { integerMemory } from "../memory";
import { type Shape, ticksOf, upTo } from "../shape";
import type { ParseParameters, TypeEntry } from "../type-description";

type IntegerType = Extract<ColumnType, { kind: "integer" }>;

const WIDTHS = [8, 16, 32, 64, 128, 256] as const;

const names = WIDTHS.flatMap((bits) =>
  [true, false].map((signed): [string, ParseParameters<IntegerType>] => [
    nameOf({ bits, signed }),
    () => ({ kind: "integer", bits, signed }),
  ]),
);

/** Int8 to Int256, UInt8 to UInt256. */
export const integer: TypeEntry<IntegerType> = {
  names: Object.fromEntries(names),
  describe: (type) => ({
    print: () => nameOf(type),
    memory: integerMemory(type.bits, type.signed),
    counts: { unit: "one", scale: 0 },
    json: { number: (value) => value, bigint: (value) => value.toString() },
    view: { as: "integer", sql: (value) => value },
    takes: (shape) => takes(type, shape),
    fallback: () => upTo(type.bits === 8 ? 100 : type.bits === 16 ? 9_999 : 999_999),
  }),
};

function nameOf({ bits, signed }: Pick<IntegerType, "bits" | "signed">): string {
  return `${signed ? "" : "U"}Int${bits}`;
}

/** Days, seconds and their parts as they are; of numbers the whole part, and ids without regard to the last ones. */
function takes({ bits, signed }: IntegerType, shape: Shape): boolean {
  const magnitude = 2 ** (signed ? bits - 1 : bits);
  const holds = (min: number, max: number): boolean =>
    (signed || min >= 0) && -min <= magnitude && max < magnitude;
  switch (shape.kind) {
    case "number": {
      const unit = 10 ** shape.scale;
      return holds(Math.trunc(shape.min / unit), Math.trunc(shape.max / unit));
    }
    case "day":
    case "second":
      return holds(...ticksOf(shape));
    default:
      return false;
  }
}
