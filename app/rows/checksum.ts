import type { Model } from "../model/column";
import type { ColumnType } from "../model/column-type";
import { describeType } from "../model/types/describe-type";
import {
  columnFactor,
  ELEMENT,
  FLOAT_LIMIT,
  FOLD,
  foldFactors,
  GRID,
  NAN_VIEW,
  NULL_VIEW,
  POSITION,
} from "./checksum-terms";
import { murmurHash, murmurHashWord, textHash } from "./murmur-hash";
import type { ColumnValues, DictionaryValues } from "../model/types/column-values";
import type { RowBlock } from "./row-block";
import { viewOf } from "./view-of";

const { imul } = Math;

/**
 * The checksum of a block's rows: the sum over the rows, mod 2^64, of `murmurHash3_32(h)`, where a row's h is
 * the sum over the columns, mod 2^32, of the column's factor times the value's view (32 bits). It is the
 * number that `checksumExpression` of app/table computes over the same rows in the table.
 *
 * Additive: the checksum of two batches is the sum of theirs, and k copies of a row count k-fold. Views:
 * integers, booleans, enums and dates are their number; decimals and DateTime64 their scaled integer; what is
 * wider than 32 bits is folded from its words; floats count in units of 10^-4, rounded half to even; strings
 * are hashed; arrays sum their elements by position. A change that changes a view is missed with probability
 * 2^-32.
 *
 * @param columns the columns that take part; each must be a column of the block
 * @throws Error where a column is missing from the block or has a type that no block holds
 */
export function blockChecksum(block: RowBlock, columns: Model): bigint {
  return sumOfHashes(rowSums(block, columns));
}

/**
 * Of each row of a block, what it adds to `blockChecksum`.
 * @throws Error as blockChecksum
 */
export function rowHashes(block: RowBlock, columns: Model): Uint32Array {
  return Uint32Array.from(rowSums(block, columns), murmurHashWord);
}

function rowSums(block: RowBlock, columns: Model): Int32Array {
  const valuesByName = new Map(block.columns.map((column) => [column.name, column.values]));
  const sums = new Int32Array(block.rows);
  for (let at = 0; at < columns.length; at += LANES) {
    const terms = columns.slice(at, at + LANES).map(({ name, type }, lane): Term => {
      const values = valuesByName.get(name);
      if (values === undefined) throw new Error(`the block has no column ${name}`);
      return { views: viewsOf(values, type, block.rows, lane), factor: columnFactor(name) };
    });
    const nothing = { views: terms[0]!.views, factor: 0 };
    addProducts(sums, terms[0]!, terms[1] ?? nothing, terms[2] ?? nothing, terms[3] ?? nothing);
  }
  return sums;
}

/** The sum of checksums, mod 2^64. */
export function addChecksums(checksums: Iterable<bigint>): bigint {
  let sum = 0n;
  for (const checksum of checksums) sum += checksum;
  return BigInt.asUintN(64, sum);
}

/** A column's part in the sums. */
interface Term {
  readonly views: Int32Array;
  readonly factor: number;
}

/** Columns that are added at a time: sums that are read and written for each cost more than the products. */
const LANES = 4;

function addProducts(sums: Int32Array, ...[a, b, c, d]: readonly [Term, Term, Term, Term]): void {
  const [viewsA, viewsB, viewsC, viewsD] = [a.views, b.views, c.views, d.views];
  const [factorA, factorB, factorC, factorD] = [a.factor | 0, b.factor | 0, c.factor | 0, d.factor | 0];
  for (let i = 0; i < sums.length; i++)
    sums[i] =
      sums[i]! +
      imul(viewsA[i]!, factorA) +
      imul(viewsB[i]!, factorB) +
      imul(viewsC[i]!, factorC) +
      imul(viewsD[i]!, factorD);
}

function sumOfHashes(words: Int32Array): bigint {
  const exact = 2 ** 20; // so many 32-bit numbers add up without rounding
  let total = 0n;
  for (let start = 0; start < words.length; start += exact) {
    const end = Math.min(start + exact, words.length);
    let sum = 0;
    for (let i = start; i < end; i++) sum += murmurHashWord(words[i]!) >>> 0;
    total += BigInt(sum);
  }
  return BigInt.asUintN(64, total);
}

/**
 * Room for views, one array for each column that is added at a time, and for each depth of nested arrays below
 * it; new ones for every block would cost more than the sums.
 */
const rooms: Int32Array[] = [];

function roomFor(count: number, place: number): Int32Array {
  if ((rooms[place]?.length ?? -1) < count) rooms[place] = new Int32Array(count + (count >> 2));
  return rooms[place]!.subarray(0, count);
}

/** The views of the first `count` values; they stand until the next call with this place. */
function viewsOf(values: ColumnValues, type: ColumnType, count: number, place: number): Int32Array {
  const views = roomFor(count, place);
  fillViews(views, values, type, place);
  if ("nulls" in values && values.nulls !== undefined) viewNulls(views, values.nulls);
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
        throw new Error(`a block holds arrays where the column is of kind ${type.kind}`);
      const { offsets, elements } = values;
      const below = viewsOf(elements, view.element.type, offsets[count]!, place + LANES);
      return viewArrays(views, below, offsets);
    }
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
