import { longestText, type NumberShape, type Shape, type TimeShape } from "../../../model/types/shape";
import { appenderOf } from "../../../rows/values/append-value";
import { integerArray } from "../../../rows/random/integers";
import type { NumberSource } from "../../../rows/values/source";
import { SpecFault } from "../spec-fault";
import type { Generator } from "../generator";
import type { KindContext, ShapeContext, Values } from "./kind";
import { madeTexts } from "./text-maker";
import { type States, statesLike } from "../../../rows/random/states";

/** The shape of values that come from one of several generators each: numbers, or times, or else texts. */
export function mixedShape(generators: readonly Generator[], { shapeOf }: ShapeContext): Shape {
  const shapes = generators.map(shapeOf);
  if (shapes.every((shape) => shape.kind === "number")) return widest(shapes);
  const times = shapes.filter(({ kind }) => kind === "day" || kind === "second") as TimeShape[];
  if (times.length === shapes.length) {
    const { kind, scale } = times[0]!;
    if (!times.every((time) => time.kind === kind && time.scale === scale))
      throw new SpecFault("its times have several units", "give them one unit");
    return { kind, scale, days: daysOf(times) };
  }
  const maxLength = Math.max(...shapes.map(longestText));
  if (maxLength === Infinity) throw new SpecFault("a group has arrays", "give it single values");
  return { kind: "text", maxLength };
}

function widest(shapes: readonly NumberShape[]): NumberShape {
  const scale = Math.max(...shapes.map((shape) => shape.scale));
  const ends = (end: "min" | "max"): number[] =>
    shapes.map((shape) => shape[end] * 10 ** (scale - shape.scale));
  return { kind: "number", scale, min: Math.min(...ends("min")), max: Math.max(...ends("max")) };
}

function daysOf(shapes: readonly TimeShape[]): readonly [number, number] {
  const days = shapes.map((shape) => shape.days!);
  return [Math.min(...days.map(([first]) => first)), Math.max(...days.map(([, last]) => last))];
}

/**
 * Values of which each is made by one of several generators, and only by that.
 * @param positions of their generators, given before each fill
 */
export function mixedValues(
  generators: readonly Generator[],
  positions: Uint16Array,
  states: States,
  context: KindContext,
): Values {
  const shape = mixedShape(generators, context);
  const capacity = states.length;
  const parts = generators.map((generator) => {
    const own = statesLike(states);
    return { own, count: 0, shape: context.shapeOf(generator), values: context.valuesOf(generator, own) };
  });
  const split = (count: number): void => {
    for (const part of parts) part.count = 0;
    for (let i = 0; i < count; i++) {
      const part = parts[positions[i]!]!;
      part.own[part.count++] = states[i]!;
    }
    for (const part of parts) {
      part.values.fill(part.count);
      part.count = 0;
    }
  };
  const nulls = parts.some(({ values }) => values.source.nulls) ? new Uint8Array(capacity) : undefined;
  const next = (i: number): number => {
    const part = parts[positions[i]!]!;
    if (nulls) nulls[i] = part.values.source.nulls?.[part.count] ?? 0;
    return part.count++;
  };
  if (shape.kind === "text") {
    const appends = parts.map((part) => appenderOf(part.shape, part.values.source));
    const { source, fill } = madeTexts(capacity, (out, i) => appends[positions[i]!]!(out, next(i)));
    return {
      source: { ...source, nulls },
      fill: (count) => {
        split(count);
        fill(count);
      },
    };
  }
  const scale = shape.kind === "number" ? shape.scale : 0;
  const units = parts.map((part) => (part.shape.kind === "number" ? 10 ** (scale - part.shape.scale) : 1));
  const sources = parts.map((part) => (part.values.source as NumberSource).values);
  const values =
    shape.kind === "number" ? integerArray(shape.min, shape.max, capacity) : new Float64Array(capacity);
  const fill = (count: number): void => {
    split(count);
    for (let i = 0; i < count; i++) {
      const position = positions[i]!;
      values[i] = sources[position]![next(i)]! * units[position]!;
    }
  };
  return { source: { values, nulls }, fill };
}
