import type { NumberShape, WordsShape } from "../../../model/types/shape";
import { integerArray } from "../../../rows/random/integers";
import type { Scalar } from "../generator";
import type { Values } from "./kind";
import { scaledBy } from "./number";

/** Most decimals of numbers. */
export const MOST_DECIMALS = 9;

/**
 * The shape of values of which each is one of a list: words, numbers, or flags for booleans; NULLs aside.
 * @param values all of one type or null, 1 to 65,535
 */
export function scalarShape(values: readonly Scalar[]): NumberShape | WordsShape {
  const words = values.filter((value) => typeof value === "string");
  if (words.length > 0) return { kind: "words", words: [...new Set(words)] };
  const numbers = values.map(Number);
  const scale = numbers.reduce((most, value) => Math.max(most, decimalsOf(value)), 0);
  const sorted = numbers.map((value) => scaledBy(value, scale)).sort((a, b) => a - b);
  return { kind: "number", scale, min: sorted[0]!, max: sorted.at(-1)! };
}

/** The decimals of a number, up to 9. */
export function decimalsOf(value: number): number {
  let scale = 0;
  while (scale < MOST_DECIMALS && Number(value.toFixed(scale)) !== value) scale++;
  return scale;
}

/** The values of a list by their positions in it, which are given before each `fill`. */
export function scalarValues(values: readonly Scalar[], positions: Uint16Array): Values {
  const shape = scalarShape(values);
  const capacity = positions.length;
  const isNull = values.includes(null)
    ? Uint8Array.from(values, (value) => (value === null ? 1 : 0))
    : undefined;
  const nulls = isNull && new Uint8Array(capacity);
  const markNulls = (count: number): void => {
    for (let i = 0; nulls && i < count; i++) nulls[i] = isNull[positions[i]!]!;
  };
  // The positions are the words' own where each is there once.
  if (shape.kind === "words" && shape.words.length === values.length)
    return { source: { values: positions }, fill() {} };
  const table = Float64Array.from(values, valueOf(shape));
  const out =
    shape.kind === "words" ? new Uint16Array(capacity) : integerArray(shape.min, shape.max, capacity);
  const fill = (count: number): void => {
    markNulls(count);
    for (let i = 0; i < count; i++) out[i] = table[positions[i]!]!;
  };
  return { source: { values: out, nulls }, fill };
}

/** What stands for a value in a source; 0 for null. */
function valueOf(shape: NumberShape | WordsShape): (value: Scalar) => number {
  if (shape.kind === "number") return (value) => scaledBy(Number(value), shape.scale);
  const places = new Map(shape.words.map((word, place) => [word, place]));
  return (value) => (value === null ? 0 : places.get(String(value))!);
}
