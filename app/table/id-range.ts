/**
 * The image ids from `first` (included) to `first + rows` (not included); safe integers, `rows` at least 1.
 */
export interface IdRange {
  readonly first: number;
  readonly rows: number;
}

/**
 * For numbers that become part of a statement.
 * @throws RangeError where a number is not a safe integer, a range is empty, or one begins before the last
 * one ends
 */
export function checkRanges(ranges: readonly IdRange[]): void {
  let end = 0;
  for (const { first, rows } of ranges) {
    const sound =
      Number.isSafeInteger(first) &&
      Number.isSafeInteger(rows) &&
      rows > 0 &&
      Number.isSafeInteger(first + rows);
    if (!sound || first < end)
      throw new RangeError(`not a sorted list of disjoint id ranges: ${first} + ${rows} after ${end}`);
    end = first + rows;
  }
}

/** The gapless spans that sorted disjoint ranges make up. */
export function spansOf(ranges: readonly IdRange[]): IdRange[] {
  const spans: { first: number; rows: number }[] = [];
  for (const range of ranges) {
    const last = spans[spans.length - 1];
    if (last !== undefined && last.first + last.rows === range.first) last.rows += range.rows;
    else spans.push({ ...range });
  }
  return spans;
}
