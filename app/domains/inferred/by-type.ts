import type { Column } from "../../model/column";
import type { ColumnType } from "../../model/column-type";
import type { Factors } from "../../rows/factors";
import { draw } from "../../rows/random/mix";
import { even } from "../../rows/random/shapes";
import { stateAt } from "../../rows/random/counters";
import { describeType } from "../../model/types/describe-type";
import type { Shape } from "../../model/types/shape";
import type { Source } from "../../rows/values/source";
import type { ColumnDefinition } from "../../rows/column-definition";
import { WORDS } from "./words";

/** Most elements of an array that nothing is known of. */
const MAX_ELEMENTS = 5;
/** Of values that may be NULL: one in so many is. */
const NULL_ONE_IN = 8;
/** 2016-01-01, and how many days after it dates lie. */
const FIRST_DAY = 16_801;
const DAYS = 3_650;

/** A source whose values are made by `fill`, from a state each. */
interface Filled {
  readonly source: Source;
  fill(count: number): void;
}

/**
 * Sensible values for a column of which only the type is known, from a stream named after the column: numbers
 * from 0 on, the small ones oftener: integers to 100 in 8 bits, 9,999 in 16 and 999,999 in more, floats to
 * 999.999, decimals of the type's digits to 9,999.99; short lower-case words, codes of a FixedString's length,
 * dates of ten years, UUIDs of version 4, the names of an enum evenly, arrays of 0 to 5 elements; one value in
 * eight is NULL where that is allowed.
 * @returns `undefined` for a type that can't be filled
 */
export function columnByType({ name, type, nullable }: Column): ColumnDefinition | undefined {
  const shape = describeType(type).fallback(WORDS);
  return shape && { shape, create: (factors) => column(factors, name, type, shape, nullable) };
}

function column(factors: Factors, name: string, type: ColumnType, shape: Shape, nullable: boolean): Source {
  const base = factors.streams.base(`column/${name}`, 2);
  const states = new Int32Array(factors.capacity);
  const values = filled(type, shape, nullable, states);
  const fill = (rows: number): void => {
    for (let i = 0; i < rows; i++) states[i] = stateAt(base, factors.rows, i);
    values.fill(rows);
  };
  return { ...values.source, fill };
}

/** A source whose values are made from `states`, one each. */
function filled(type: ColumnType, shape: Shape, nullable: boolean, states: Int32Array): Filled {
  const capacity = states.length;
  const nulls = nullable ? new Uint8Array(capacity) : undefined;
  const markNulls = (count: number): void => {
    for (let i = 0; nulls && i < count; i++) nulls[i] = draw(states[i]!, 9) % NULL_ONE_IN === 0 ? 1 : 0;
  };
  if (shape.kind === "list" && type.kind === "array") return list(type, shape.element, states);
  if (shape.kind === "uuid") {
    const words = new Uint32Array(capacity * 4);
    const bytes = new Uint8Array(words.buffer);
    const fill = (count: number): void => {
      markNulls(count);
      for (let i = 0; i < count; i++) writeUuid(words, bytes, i, states[i]!, nulls?.[i] === 1);
    };
    return { source: { bytes, nulls }, fill };
  }
  const values = new Uint32Array(capacity);
  const make = maker(shape);
  const fill = (count: number): void => {
    markNulls(count);
    for (let i = 0; i < count; i++)
      values[i] = nulls?.[i] ? 0 : make(draw(states[i]!, 0), draw(states[i]!, 1));
  };
  return { source: { values, nulls }, fill };
}

/** One value from two draws. */
function maker(shape: Shape): (u: number, v: number) => number {
  switch (shape.kind) {
    case "number":
      // A part of an even number is skewed towards 0.
      return shape.max === 1 ? (u) => even(u, 2) : (u, v) => even(v, 1 + even(u, shape.max + 1));
    case "words":
      return (u) => even(u, shape.words.length);
    case "day":
      return (u) => FIRST_DAY + even(u, DAYS);
    case "second":
      return (u, v) => (FIRST_DAY + even(u, DAYS)) * 86_400 + even(v, 86_400);
    default:
      throw new Error(`no values of shape ${shape.kind}`);
  }
}

function list(type: Extract<ColumnType, { kind: "array" }>, element: Shape, states: Int32Array): Filled {
  const elementCapacity = states.length * MAX_ELEMENTS;
  const offsets = new Uint32Array(states.length + 1);
  const elementStates = new Int32Array(elementCapacity);
  const elements = filled(type.element.type, element, type.element.nullable, elementStates);
  const fill = (count: number): void => {
    let at = 0;
    for (let i = 0; i < count; i++) {
      const length = even(draw(states[i]!, 2), MAX_ELEMENTS + 1);
      for (let j = 0; j < length; j++) elementStates[at++] = draw(states[i]!, 10 + j);
      offsets[i + 1] = at;
    }
    elements.fill(at);
  };
  return { source: { offsets, element: elements.source, elementCapacity }, fill };
}

/**
 * RFC 9562, version 4: `xxxxxxxx-xxxx-4xxx-[89ab]xxx-xxxxxxxxxxxx`; each half is kept with its last byte
 * first.
 */
function writeUuid(words: Uint32Array, bytes: Uint8Array, i: number, state: number, isNull: boolean): void {
  for (let w = 0; w < 4; w++) words[i * 4 + w] = isNull ? 0 : draw(state, w);
  if (isNull) return;
  bytes[i * 16 + 1] = (bytes[i * 16 + 1]! & 0x0f) | 0x40;
  bytes[i * 16 + 15] = (bytes[i * 16 + 15]! & 0x3f) | 0x80;
}
