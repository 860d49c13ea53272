import { InternalError } from "../errors";
import type { Model } from "../model/column";
import { describeType } from "../model/types/describe-type";
import { columnFactor } from "./checksum-terms";
import { murmurHashWord } from "./murmur-hash";
import type { RowBlock } from "./row-block";
import { LANES, viewsOf } from "./value-views";

const { imul } = Math;

/**
 * The checksum of a block's rows: the sum over the rows, mod 2^64, of `murmurHash3_32(h)`, where a row's h is
 * the sum over the columns, mod 2^32, of the column's factor times the value's view (32 bits). It is the
 * number that `checksumExpression` of app/table computes over the same rows in the table.
 *
 * Additive: the checksum of two batches is the sum of theirs, and k copies of a row count k-fold. Views:
 * integers, booleans, enums and dates are their number; decimals and DateTime64 their scaled integer; what is
 * wider than 32 bits is folded from its words; floats count in units of 10^-4, rounded half to even; strings
 * are hashed; arrays sum their elements by position, tuples theirs, and a map is a tuple of the array of its keys
 * and that of its values. A change that changes a view is missed with probability
 * 2^-32.
 *
 * @param columns the columns that take part; each must be a column of the block
 * @throws Error where a column is missing from the block, or has a type that is not compared
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
      if (values === undefined) throw new InternalError(`the block has no column ${name}`);
      if (describeType(type).view === undefined) throw new InternalError(`column ${name} can't be compared`);
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

/** Sums that are read and written for each column cost more than the products. */
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
