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
import { murmurHash, murmurHashWord } from "./murmur-hash";
import type { ColumnValues, DictionaryValues } from "../model/types/column-values";
import type { RowBlock } from "./row-block";

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
  const rows = block.rows;
  const valuesByName = new Map(block.columns.map((column) => [column.name, column.values]));
  const sums = new Int32Array(rows);
  for (const column of columns) {
    const values = valuesByName.get(column.name);
    if (values === undefined) throw new Error(`the block has no column ${column.name}`);
    addProducts(sums, viewsOf(values, column.type, rows, 0), columnFactor(column.name));
  }
  return sums;
}

/** The sum of checksums, mod 2^64. */
export function addChecksums(checksums: Iterable<bigint>): bigint {
  let sum = 0n;
  for (const checksum of checksums) sum += checksum;
  return BigInt.asUintN(64, sum);
}

function addProducts(sums: Int32Array, views: Int32Array, factor: number): void {
  for (let i = 0; i < sums.length; i++) sums[i] = sums[i]! + Math.imul(views[i]!, factor);
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
 * Room for views, one array for each depth of nested arrays; new ones for every block would cost more than
 * the sums.
 */
const rooms: Int32Array[] = [];

function roomFor(count: number, depth: number): Int32Array {
  if ((rooms[depth]?.length ?? -1) < count) rooms[depth] = new Int32Array(count + (count >> 2));
  return rooms[depth]!.subarray(0, count);
}

/** The views of the first `count` values; they stand until the next call with this depth. */
function viewsOf(values: ColumnValues, type: ColumnType, count: number, depth: number): Int32Array {
  const views = roomFor(count, depth);
  fillViews(views, values, type, depth);
  if ("nulls" in values && values.nulls !== undefined) {
    const nulls = values.nulls;
    for (let i = 0; i < count; i++) if (nulls[i] === 1) views[i] = NULL_VIEW;
  }
  return views;
}

/** As if nothing were NULL. Each hot loop sees one class of typed array only, which keeps it fast. */
function fillViews(views: Int32Array, values: ColumnValues, type: ColumnType, depth: number): void {
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
      return viewArrays(views, viewsOf(elements, view.element.type, offsets[count]!, depth + 1), offsets);
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
    for (let word = 0; word < perValue; word++) view += Math.imul(words[at++]!, factors[word]!);
    views[i] = view;
  }
}

/**
 * Adding and subtracting 1.5 * 2^52 rounds a double below 2^51 half to even, as ClickHouse's `round` does.
 */
const ROUNDER = 6_755_399_441_055_744;

function viewFloats(views: Int32Array, floats: ArrayLike<number>): void {
  const values = new Float64Array(views.length);
  values.set(floats);
  const bits = new Int32Array(values.buffer);
  for (let i = 0; i < views.length; i++) {
    const value = values[i]!;
    const units = value * GRID;
    if (units > -FLOAT_LIMIT && units < FLOAT_LIMIT) {
      const whole = units + ROUNDER - ROUNDER;
      views[i] = whole + Math.imul(Math.floor(whole / 4294967296), FOLD);
    } else if (value !== value) {
      views[i] = NAN_VIEW;
    } else {
      views[i] = bits[2 * i]! + Math.imul(bits[2 * i + 1]!, FOLD);
    }
  }
}

function viewStrings(views: Int32Array, bytes: Uint8Array, offsets: Uint32Array): void {
  for (let i = 0; i < views.length; i++) views[i] = murmurHash(bytes, offsets[i]!, offsets[i + 1]!);
}

function viewFixedStrings(views: Int32Array, bytes: Uint8Array, width: number): void {
  for (let i = 0; i < views.length; i++) views[i] = murmurHash(bytes, i * width, (i + 1) * width);
}

const dictionaryHashes = new WeakMap<readonly string[], Int32Array>();

function viewDictionary(views: Int32Array, values: DictionaryValues): void {
  let hashes = dictionaryHashes.get(values.dictionary);
  if (hashes === undefined) {
    const encoder = new TextEncoder();
    hashes = Int32Array.from(values.dictionary, (text) => {
      const bytes = encoder.encode(text);
      return murmurHash(bytes, 0, bytes.length);
    });
    dictionaryHashes.set(values.dictionary, hashes);
  }
  const indexes = values.indexes;
  for (let i = 0; i < views.length; i++) views[i] = hashes[indexes[i]!]!;
}

function viewArrays(views: Int32Array, elements: Int32Array, offsets: Uint32Array): void {
  for (let i = 0; i < views.length; i++) {
    const start = offsets[i]!;
    const end = offsets[i + 1]!;
    let view = 0;
    for (let at = start; at < end; at++) {
      view = (view + (Math.imul(elements[at]!, ELEMENT) ^ Math.imul(at - start + 1, POSITION))) | 0;
    }
    views[i] = view;
  }
}
