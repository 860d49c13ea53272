import { InternalError } from "../../errors";
import type { ElementType } from "../../model/column-type";
import { describeType } from "../../model/types/describe-type";
import { fieldType, PLAIN_JSON } from "../../model/types/field-type";
import type { ListShape, MapShape, NumberShape, Shape } from "../../model/types/shape";
import { draw, partState } from "../../rows/random/mix";
import { even } from "../../rows/random/shapes";
import type { NumberSource, Source } from "../../rows/values/source";
import { writeIpv6, writeUuid } from "./write-bytes";
import { type States, statesLike } from "../../rows/random/states";

/** Most elements of an array, or pairs of a map, that nothing is known of. */
const MAX_ELEMENTS = 5;
/** Of values that may be NULL: one in so many is. */
const NULL_ONE_IN = 8;
/** 2016-01-01, and how many days after it dates lie. */
const FIRST_DAY = 16_801;
const DAYS = 3_650;

/** A source whose values are made by `fill`, from a state each. */
export interface Filled {
  readonly source: Source;
  fill(count: number): void;
}

/**
 * A source whose values are made from `states`, one each.
 * @param lengths the states that the number of elements is drawn from. Default: `states`
 */
export function filled(to: ElementType, shape: Shape, states: States, lengths = states): Filled {
  const capacity = states.length;
  const nulls = to.nullable ? new Uint8Array(capacity) : undefined;
  const withNulls = ({ source, fill }: Filled): Filled => ({
    source: { ...source, nulls },
    fill: (count) => {
      for (let i = 0; nulls && i < count; i++) nulls[i] = draw(states[i]!, 9) % NULL_ONE_IN === 0 ? 1 : 0;
      fill(count);
    },
  });
  switch (shape.kind) {
    case "list":
      return list(to, shape, states, lengths);
    case "map":
      return map(to, shape, states);
    case "tuple": {
      const { memory } = describeType(to.type.kind === "nested" ? to.type.row : to.type);
      if (memory.kind !== "tuple") throw new InternalError("a tuple needs a tuple");
      return withNulls(parts(memory.elements, shape.elements, states));
    }
    case "object": {
      const json = to.type.kind === "json" ? to.type : PLAIN_JSON;
      const types = shape.fields.map((field) => fieldType(json, field));
      return withNulls(
        parts(
          types,
          shape.fields.map((field) => field.shape),
          states,
        ),
      );
    }
    case "uuid":
    case "ipv6": {
      const words = new Uint32Array(capacity * 4);
      const bytes = new Uint8Array(words.buffer);
      const write = shape.kind === "uuid" ? writeUuid : writeIpv6;
      const fill = (count: number): void => {
        for (let i = 0; i < count; i++) write(words, bytes, i, states[i]!, nulls?.[i] === 1);
      };
      return withNulls({ source: { bytes }, fill });
    }
    default: {
      const signed = shape.kind === "number" && shape.min < 0;
      const values = signed ? new Int32Array(capacity) : new Uint32Array(capacity);
      const make = maker(shape);
      const fill = (count: number): void => {
        for (let i = 0; i < count; i++)
          values[i] = nulls?.[i] ? 0 : make(draw(states[i]!, 0), draw(states[i]!, 1));
      };
      return withNulls({ source: { values }, fill });
    }
  }
}

/** One value from two draws. */
function maker(shape: Shape): (u: number, v: number) => number {
  switch (shape.kind) {
    case "number":
      return number(shape);
    case "words":
      return (u) => even(u, shape.words.length);
    case "day":
      return (u) => FIRST_DAY + even(u, DAYS);
    case "second":
      return (u, v) => (FIRST_DAY + even(u, DAYS)) * 86_400 + even(v, 86_400);
    default:
      throw new InternalError(`no values of shape ${shape.kind}`);
  }
}

function number({ min, max }: NumberShape): (u: number, v: number) => number {
  const span = max - min + 1;
  if (min !== 0) return (u) => min + even(u, span);
  // A part of an even number is skewed towards 0.
  return max === 1 ? (u) => even(u, 2) : (u, v) => even(v, 1 + even(u, span));
}

/** The elements of tuples, the fields of objects. */
function parts(types: readonly ElementType[], shapes: readonly Shape[], states: States): Filled {
  const made = types.map((type, k) => {
    const own = statesLike(states);
    const { source, fill } = filled(type, shapes[k]!, own);
    const fillOwn = (count: number): void => {
      for (let i = 0; i < count; i++) own[i] = partState(states[i]!, 10 + k);
      fill(count);
    };
    return { source, fill: fillOwn };
  });
  return {
    source: { elements: made.map(({ source }) => source) },
    fill: (count) => made.forEach(({ fill }) => fill(count)),
  };
}

function list(to: ElementType, shape: ListShape, states: States, lengths: States): Filled {
  const { memory } = describeType(to.type);
  if (memory.kind !== "array") throw new InternalError("a list needs an array");
  const elementCapacity = states.length * MAX_ELEMENTS;
  const offsets = new Uint32Array(states.length + 1);
  const elementStates = statesLike(states, elementCapacity);
  const elements = filled(memory.element, shape.element, elementStates);
  const fill = (count: number): void => {
    let at = 0;
    for (let i = 0; i < count; i++) {
      const length = even(draw(lengths[i]!, 2), MAX_ELEMENTS + 1);
      for (let j = 0; j < length; j++) elementStates[at++] = partState(states[i]!, 10 + j);
      offsets[i + 1] = at;
    }
    elements.fill(at);
  };
  return { source: { offsets, element: elements.source, elementCapacity }, fill };
}

/** No more pairs than there are keys. */
function map(to: ElementType, shape: MapShape, states: States): Filled {
  const { memory } = describeType(to.type);
  if (memory.kind !== "map") throw new InternalError("pairs need a map");
  const most = Math.min(MAX_ELEMENTS, keysOf(shape.key));
  const elementCapacity = states.length * most;
  const offsets = new Uint32Array(states.length + 1);
  const [keyStates, valueStates] = [statesLike(states, elementCapacity), statesLike(states, elementCapacity)];
  const keys = filled(memory.key, shape.key, keyStates);
  const values = filled(memory.value, shape.value, valueStates);
  const fill = (count: number): void => {
    let at = 0;
    for (let i = 0; i < count; i++) {
      const length = even(draw(states[i]!, 2), most + 1);
      for (let j = 0; j < length; j++, at++) {
        keyStates[at] = partState(states[i]!, 10 + j);
        valueStates[at] = partState(states[i]!, 20 + j);
      }
      offsets[i + 1] = at;
    }
    keys.fill(at);
    values.fill(at);
    if ("values" in keys.source) separate(shape.key, keys.source, offsets, count);
  };
  return { source: { offsets, key: keys.source, value: values.source, elementCapacity }, fill };
}

/** How many different keys of a shape there are, at most about; 1 of those that can't be told apart here. */
function keysOf(shape: Shape): number {
  switch (shape.kind) {
    case "number":
      return shape.max - shape.min + 1;
    case "words":
      return new Set(shape.words).size;
    case "day":
    case "second":
    case "uuid":
    case "ipv6":
      return Infinity;
    default:
      return 1;
  }
}

/** Moves on keys that their map has already. */
function separate(shape: Shape, { values }: NumberSource, offsets: Uint32Array, count: number): void {
  const [first, last] =
    shape.kind === "number"
      ? [shape.min, shape.max]
      : [0, shape.kind === "words" ? shape.words.length - 1 : Infinity];
  const key = (at: number): number | string =>
    shape.kind === "words" ? shape.words[values[at]!]! : values[at]!;
  for (let i = 0; i < count; i++) {
    const seen = new Set<number | string>();
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      while (seen.has(key(at))) values[at] = values[at] === last ? first : values[at]! + 1;
      seen.add(key(at));
    }
  }
}
