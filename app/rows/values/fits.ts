import type { ColumnType, ElementType } from "../../model/column-type";
import type { NumberShape, Shape, WordsShape } from "../../model/types/shape";

/**
 * Whether a ClickHouse type can hold every value of a shape. Decided from types alone, never by looking at
 * rows.
 */
export function fits(shape: Shape, to: Omit<ElementType, "lowCardinality">): boolean {
  const { type } = to;
  switch (shape.kind) {
    case "number":
      return numberFits(shape, type);
    case "day":
    case "second":
      return timeFits(shape.kind, type);
    case "words":
      return wordsFit(shape, type);
    case "text":
      return type.kind === "string" || (type.kind === "fixed-string" && type.length >= shape.maxLength);
    case "list":
      return type.kind === "array" && fits(shape.element, type.element);
    case "uuid":
      return type.kind === "uuid";
  }
}

function numberFits({ scale, min, max, idMax }: NumberShape, type: ColumnType): boolean {
  const reach = idMax ?? max;
  const whole = Math.trunc(Math.max(reach, -min) / 10 ** scale);
  switch (type.kind) {
    case "integer":
      return integerHolds(
        type.bits,
        type.signed,
        Math.trunc(min / 10 ** scale),
        Math.trunc(max / 10 ** scale),
      );
    case "float":
      return type.bits === 64 || whole <= 2 ** 24;
    case "decimal":
      return whole < 10 ** (type.precision - type.scale);
    case "bool":
      return scale === 0 && min === 0 && reach === 1;
    case "string":
      return true;
    case "fixed-string":
      return type.length >= (min < 0 ? 1 : 0) + String(whole).length + (scale > 0 ? 1 + scale : 0);
    case "enum":
      return scale === 0 && min === 0 && reach <= 255 && declaresAll(type.values, reach);
    default:
      return false;
  }
}

function integerHolds(bits: number, signed: boolean, min: number, max: number): boolean {
  const magnitude = signed ? bits - 1 : bits;
  return (signed || min >= 0) && -min <= 2 ** magnitude && max < 2 ** magnitude;
}

function declaresAll(values: readonly (readonly [string, number])[], max: number): boolean {
  const declared = new Set(values.map(([, value]) => value));
  for (let value = 0; value <= max; value++) if (!declared.has(value)) return false;
  return true;
}

function timeFits(kind: "day" | "second", type: ColumnType): boolean {
  switch (type.kind) {
    case "date":
    case "datetime":
    case "datetime64":
    case "string":
      return true;
    case "fixed-string":
      return type.length >= (kind === "day" ? 10 : 19);
    case "integer":
      return integerHolds(type.bits, type.signed, 0, kind === "day" ? 47_482 : 2 ** 31 - 1);
    default:
      return false;
  }
}

function wordsFit({ words }: WordsShape, type: ColumnType): boolean {
  switch (type.kind) {
    case "string":
      return true;
    case "fixed-string":
      return words.every((word) => Buffer.byteLength(word) <= type.length);
    case "enum": {
      const names = new Set(type.values.map(([name]) => name));
      return words.every((word) => names.has(word));
    }
    default:
      return false;
  }
}
