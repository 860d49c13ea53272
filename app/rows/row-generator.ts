import { Refusal } from "../errors";
import type { Model } from "../model/column";
import { checkRanges, type Range, rowsOf } from "../plan/range";
import { coverColumns, fillerOf } from "./column-coverage";
import type { Domain } from "./domain";
import { Factors } from "./factors";
import type { ColumnFiller } from "./column-filler";
import { keyIn, keyNeeds } from "./keys/keys";
import { IdsTooWide } from "./random/counters";
import { Streams } from "./random/stream";
import type { RowBlock } from "./row-block";

/** Most rows of one block. */
export const MAX_BLOCK_ROWS = 100_000;

/** Makes the rows of one seed and model, a block of any range of row numbers at a time. */
export interface RowGenerator {
  /** The columns that the block will carry (subset of the model, same order). */
  readonly columns: Model;
  /**
   * The rows of the numbers `firstRow` (included) to `firstRow + rows` (not included). Blocks can
   * be asked for in any order and size; all use the same arrays, so a block is valid until the next call.
   * @param firstRow a safe integer of 0 or more
   * @param rows 1 to 100,000
   * @throws RangeError when `rows`, or a number (by the type of the key column, or the domain), is out of range
   */
  generate(firstRow: number, rows: number): RowBlock;
  /**
   * The same for the rows of several ranges, one after another; as fast as one range where they are not short.
   * @param ranges sorted and disjoint, 1 to 100,000 rows in all
   */
  generateRanges(ranges: readonly Range[]): RowBlock;
}

/**
 * @param seed any string
 * @throws Refusal `column-unfillable` when the key can't be filled
 */
export function createRowGenerator(seed: string, model: Model, domain: Domain): RowGenerator {
  const { filled, impossible } = coverColumns(model, domain);
  const [column] = impossible;
  if (column) {
    throw new Refusal(
      "column-unfillable",
      `Column ${column.name} has the type ${column.clickhouseType}, which can't hold row numbers: make it ${keyNeeds(domain)}`,
      { column: column.name, type: column.clickhouseType },
    );
  }
  return new BlockGenerator(new Streams(seed), filled, domain);
}

interface Pipe extends ColumnFiller {
  readonly name: string;
}

class BlockGenerator implements RowGenerator {
  /** Made for the largest block so far, and for ids from 2^32 on once there were any. */
  #factors: Factors;
  #pipes: readonly Pipe[] = [];
  readonly #largestRow: number;

  constructor(
    readonly streams: Streams,
    readonly columns: Model,
    private readonly domain: Domain,
  ) {
    this.#factors = new Factors(streams, 0, domain.contents);
    const key = columns.find(({ name }) => name === domain.key);
    this.#largestRow = Math.min(
      (key && keyIn(key, domain))?.largest ?? Number.MAX_SAFE_INTEGER,
      domain.capacity?.largestRow ?? Number.MAX_SAFE_INTEGER,
    );
  }

  generate(firstRow: number, rows: number): RowBlock {
    return this.generateRanges([{ first: firstRow, rows }]);
  }

  generateRanges(ranges: readonly Range[]): RowBlock {
    const rows = rowsOf(ranges);
    if (!Number.isInteger(rows) || rows < 1 || rows > MAX_BLOCK_ROWS) {
      throw new RangeError(`a block has 1 to ${MAX_BLOCK_ROWS} rows, not ${rows}`);
    }
    checkRanges(ranges);
    const firstRow = ranges[0]!.first;
    const last = ranges[ranges.length - 1]!;
    if (last.first > this.#largestRow + 1 - last.rows) {
      throw new RangeError(
        `the numbers of ${last.rows} rows from ${last.first} on leave the range 0 to ${this.#largestRow}`,
      );
    }
    if (rows > this.#factors.capacity) this.#prepare(rows, this.#factors.isWide);
    try {
      this.#factors.fill(ranges);
    } catch (error) {
      // Of the rows, or of others that they refer to.
      if (!(error instanceof IdsTooWide)) throw error;
      this.#prepare(this.#factors.capacity, true);
      this.#factors.fill(ranges);
    }
    const columns = this.#pipes.map(({ name, fill, convert }) => {
      fill?.(rows);
      return { name, values: convert(rows) };
    });
    return { firstRow, rows, columns };
  }

  #prepare(capacity: number, isWide: boolean): void {
    this.#factors = new Factors(this.streams, capacity, this.domain.contents, isWide);
    this.#pipes = this.columns.map((column) => ({
      name: column.name,
      ...fillerOf(column, this.domain, this.#factors),
    }));
  }
}
