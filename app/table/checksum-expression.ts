import { InternalError } from "../errors";
import type { Model } from "../model/column";
import type { ColumnType, ElementType } from "../model/column-type";
import { describeType } from "../model/types/describe-type";
import { widthOf } from "../model/types/memory";
import {
  columnFactor,
  ELEMENT,
  FLOAT_LIMIT,
  foldFactors,
  GRID,
  NAN_VIEW,
  NULL_VIEW,
  POSITION,
} from "../rows/checksum-terms";
import { quoteIdentifier } from "../model/quoting";

/**
 * The aggregate that adds up the checksums of rows in ClickHouse: the same number as `blockChecksum` of
 * app/rows, which says how it is made. A UInt64.
 * @param columns the columns that take part; no more than the table has
 * @throws Error for a type that no generator fills
 */
export function checksumExpression(columns: Model): string {
  const products = columns.map(
    (column) => `${columnFactor(column.name)} * ${view(quoteIdentifier(column.name), column)}`,
  );
  return `sum(murmurHash3_32(toUInt32(${sumOf(products)})))`;
}

/**
 * In halves of halves: `a + b + c...` is a tree as deep as it has terms, and a server takes 1,000 levels
 * (`max_ast_depth`).
 */
function sumOf(terms: readonly string[]): string {
  if (terms.length <= TERMS_IN_A_ROW) return terms.join(" + ") || "0";
  const half = Math.ceil(terms.length / 2);
  return `(${sumOf(terms.slice(0, half))}) + (${sumOf(terms.slice(half))})`;
}

const TERMS_IN_A_ROW = 64;

/** An unsigned integer whose low 32 bits are the value's view; products and sums keep them right mod 2^32. */
function view(value: string, { type, nullable }: Pick<ElementType, "type" | "nullable">, depth = 0): string {
  if (!nullable) return plainView(value, type, depth);
  return `if(isNull(${value}), ${NULL_VIEW}, ${plainView(`assumeNotNull(${value})`, type, depth)})`;
}

function plainView(value: string, type: ColumnType, depth: number): string {
  const { memory, view: form } = describeType(type);
  switch (form?.as) {
    case "integer": {
      const bits = widthOf(memory) * 8;
      return bits <= 32 ? `toUInt32(${form.sql(value)})` : folded(form.sql(value), bits);
    }
    case "float":
      return floatView(value);
    case "text":
      return `murmurHash3_32(${value})`;
    case "elements":
      return arrayView(value, form.element, depth);
    case "parts":
      return partsView(form.parts, (i) => form.sql(value, i), depth);
    case undefined:
      throw new InternalError(`no checksum for ${value}: its type is one that nothing fills`);
  }
}

function partsView(parts: readonly ElementType[], sql: (i: number) => string, depth: number): string {
  const terms = parts.map(
    (part, i) => `bitXor(${view(sql(i), part, depth)} * ${ELEMENT}, toUInt64(${i + 1}) * ${POSITION})`,
  );
  return `(${sumOf(terms)})`;
}

function folded(value: string, bits: number): string {
  const terms = foldFactors(bits / 32).map((factor, word) =>
    word === 0 ? `toUInt32(${value})` : `${factor} * toUInt32(bitShiftRight(${value}, ${32 * word}))`,
  );
  return `(${terms.join(" + ")})`;
}

/** The inner `if` keeps what no integer can hold away from the conversion. */
function floatView(value: string): string {
  const units = `(toFloat64(${value}) * ${GRID})`;
  const small = `abs(${units}) < ${FLOAT_LIMIT}`;
  const whole = folded(`toInt64(round(if(${small}, ${units}, 0)))`, 64);
  const bits = folded(`reinterpretAsUInt64(toFloat64(${value}))`, 64);
  return `multiIf(${small}, ${whole}, isNaN(${value}), ${NAN_VIEW}, ${bits})`;
}

function arrayView(value: string, element: ElementType, depth: number): string {
  const [item, position] = [`item${depth}`, `position${depth}`];
  const term = `bitXor(${view(item, element, depth + 1)} * ${ELEMENT}, toUInt64(${position}) * ${POSITION})`;
  return `arraySum((${item}, ${position}) -> ${term}, ${value}, arrayEnumerate(${value}))`;
}
