import { InternalError } from "../errors";
import type { ColumnType } from "../model/column-type";
import { type ColumnValues, type DictionaryValues, mapArrays, nullsOf } from "../model/types/column-values";
import { describeType } from "../model/types/describe-type";
import {
  ELEMENT,
  FLOAT_LIMIT,
  FOLD,
  foldFactors,
  GRID,
  NAN_VIEW,
  NULL_VIEW,
  POSITION,
} from "./checksum-terms";
import { murmurHash, textHash } from "./murmur-hash";
import { viewOf } from "./view-of";

const { imul } = Math;

/** Columns whose views stand at a time, one at each place from 0 on. */
export const LANES = 4;

/**
 * Room for views, one array for each column that is added at a time, and for each depth of nested arrays below
 * it; new ones for every block would cost more than the sums.
 */
const rooms: Int32Array[] = [];

function roomFor(count: number, place: number): Int32Array {
  if ((rooms[place]?.length ?? -1) < count) rooms[place] = new Int32Array(count + (count >> 2));
  return rooms[place]!.subarray(0, count);
}

/** The views of the first `count` values, as `blockChecksum` says; they stand until the next call with this place. */
export function viewsOf(values: ColumnValues, type: ColumnType, count: number, place: number): Int32Array {
  const views = roomFor(count, place);
  fillViews(views, values, type, place);
  const nulls = nullsOf(values);
  if (nulls !== undefined) viewNulls(views, nulls);
  return views;
}

function viewNulls(views: Int32Array, nulls: Uint8Array): void {
  const view = NULL_VIEW | 0;
  for (let i = 0; i < views.length; i++) if (nulls[i] === 1) views[i] = view;
}

/** As if nothing were NULL. Each hot loop sees one class of typed array only, which keeps it fast. */
function fillViews(views: Int32Array, values: ColumnValues, type: ColumnType, place: number): void {
  const count = views.length;
  const { view } = describeType(type);
  switch (values.kind) {
    case "number":
      if (view?.as === "float") return viewFloats(views, values.values.subarray(0, count));
      return views.set(values.values.subarray(0, count));
    case "bigint":
      return foldWords(views, new Int32Array(values.values.buffer, values.values.byteOffset, 2 * count), 2);
    case "string":
      return viewStrings(views, values.bytes, values.offsets);
    case "dictionary":
      return viewDictionary(views, values);
    case "fixed": {
      const { width, bytes } = values;
      if (view?.as === "text") return viewFixedStrings(views, bytes, width);
      return foldWords(views, new Int32Array(bytes.slice(0, count * width).buffer), width / 4);
    }
    case "array": {
      if (view?.as !== "elements")
        throw new InternalError(`a block holds arrays where the column is of kind ${type.kind}`);
      const { offsets, elements } = values;
      const below = viewsOf(elements, view.element.type, offsets[count]!, place + LANES);
      return viewArrays(views, below, offsets);
    }
    case "tuple":
      return viewParts(views, values.elements, type, place);
    case "map":
      return viewParts(views, mapArrays(values), type, place);
  }
}

function viewParts(
  views: Int32Array,
  values: readonly ColumnValues[],
  type: ColumnType,
  place: number,
): void {
  const { view } = describeType(type);
  if (view?.as !== "parts")
    throw new InternalError(`a block holds parts where the column is of kind ${type.kind}`);
  views.fill(0);
  for (const [part, { type }] of view.parts.entries()) {
    const below = viewsOf(values[part]!, type, views.length, place + LANES);
    const position = imul(POSITION, part + 1);
    for (let i = 0; i < views.length; i++) views[i]! += imul(below[i]!, ELEMENT) ^ position;
  }
}

/**
 * `words` holds little-endian words of little-endian machines, the only ones that Node and ClickHouse run on
 * alike.
 */
function foldWords(views: Int32Array, words: Int32Array, perValue: number): void {
  const factors = Int32Array.from(foldFactors(perValue));
  for (let i = 0, at = 0; i < views.length; i++) {
    let view = 0;
    for (let word = 0; word < perValue; word++) view += imul(words[at++]!, factors[word]!);
    views[i] = view;
  }
}

/**
 * Adding and subtracting 1.5 * 2^52 rounds a double below 2^51 half to even, as ClickHouse's `round` does.
 */
const ROUNDER = 6_755_399_441_055_744;

let floatRoom = new Float64Array(0);

function viewFloats(views: Int32Array, floats: ArrayLike<number>): void {
  if (floatRoom.length < views.length) floatRoom = new Float64Array(views.length);
  const values = floatRoom;
  values.set(floats);
  const grid = GRID;
  const fold = FOLD | 0;
  for (let i = 0; i < views.length; i++) {
    const units = values[i]! * grid + ROUNDER - ROUNDER;
    const low = units | 0;
    // The upper word of such a number is 0 or -1.
    views[i] = low === units ? low - (fold & (low >> 31)) : viewWideFloat(values, i);
  }
}

function viewWideFloat(values: Float64Array, i: number): number {
  const value = values[i]!;
  const units = value * GRID;
  if (units > -FLOAT_LIMIT && units < FLOAT_LIMIT) {
    const whole = units + ROUNDER - ROUNDER;
    return whole + imul(Math.floor(whole / 4294967296), FOLD);
  }
  if (value !== value) return NAN_VIEW;
  const bits = new Int32Array(values.buffer, 8 * i, 2);
  return bits[0]! + imul(bits[1]!, FOLD);
}

function viewStrings(views: Int32Array, bytes: Uint8Array, offsets: Uint32Array): void {
  const view = viewOf(bytes);
  for (let i = 0; i < views.length; i++) views[i] = murmurHash(view, offsets[i]!, offsets[i + 1]!);
}

function viewFixedStrings(views: Int32Array, bytes: Uint8Array, width: number): void {
  const view = viewOf(bytes);
  for (let i = 0; i < views.length; i++) views[i] = murmurHash(view, i * width, (i + 1) * width);
}

const dictionaryHashes = new WeakMap<readonly string[], Int32Array>();

function viewDictionary(views: Int32Array, values: DictionaryValues): void {
  let hashes = dictionaryHashes.get(values.dictionary);
  if (hashes === undefined) {
    hashes = Int32Array.from(values.dictionary, textHash);
    dictionaryHashes.set(values.dictionary, hashes);
  }
  const indexes = values.indexes;
  for (let i = 0; i < views.length; i++) views[i] = hashes[indexes[i]!]!;
}

function viewArrays(views: Int32Array, elements: Int32Array, offsets: Uint32Array): void {
  // Read once: each look into another module costs more than the product.
  const factor = ELEMENT | 0;
  const step = POSITION | 0;
  for (let i = 0; i < views.length; i++) {
    const end = offsets[i + 1]!;
    let view = 0;
    let position = 0;
    for (let at = offsets[i]!; at < end; at++) {
      position = (position + step) | 0;
      view = (view + (imul(elements[at]!, factor) ^ position)) | 0;
    }
    views[i] = view;
  }
}
