/** A contiguous range of row numbers: `first` (included) to `first + rows` (not included). */
export interface Range {
  readonly first: number;
  readonly rows: number;
}

/** Rows of all the ranges together. */
export function rowsOf(ranges: Iterable<Range>): number {
  let sum = 0;
  for (const { rows } of ranges) sum += rows;
  return sum;
}

/**
 * The row numbers of a run that no step covers yet.
 * @param covered sorted by first id; ranges outside the whole are ignored
 */
export function gaps(whole: Range, covered: readonly Range[]): Range[] {
  const end = whole.first + whole.rows;
  const found: Range[] = [];
  let next = whole.first;
  for (const { first, rows } of covered) {
    if (first >= end) break;
    if (first > next) found.push({ first: next, rows: first - next });
    next = Math.max(next, first + rows);
  }
  if (next < end) found.push({ first: next, rows: end - next });
  return found;
}

/** Cuts ranges into pieces of at most `size` rows, lazily: a run can have 200,000 of them. */
export function* pieces(ranges: Iterable<Range>, size: number): Generator<Range> {
  for (const { first, rows } of ranges) {
    for (let done = 0; done < rows; done += size)
      yield { first: first + done, rows: Math.min(size, rows - done) };
  }
}

/** Cuts ranges into lists of `size` rows in all, the last of fewer; lazily. */
export function* batchesOf(ranges: Iterable<Range>, size: number): Generator<Range[]> {
  let [batch, rows]: [Range[], number] = [[], 0];
  for (const range of ranges) {
    for (let { first } = range, left = range.rows; left > 0;) {
      const taken = Math.min(left, size - rows);
      batch.push({ first, rows: taken });
      [first, left, rows] = [first + taken, left - taken, rows + taken];
      if (rows < size) continue;
      yield batch;
      [batch, rows] = [[], 0];
    }
  }
  if (rows > 0) yield batch;
}

/**
 * Checks numbers that become part of a statement.
 * @throws RangeError where a number is not a safe integer, a range is empty, or one begins before the last
 * one ends. Where a range ends, its last number and 1, may be 2^53
 */
export function checkRanges(ranges: readonly Range[]): void {
  let end = 0;
  for (const { first, rows } of ranges) {
    const sound =
      Number.isSafeInteger(first) &&
      Number.isSafeInteger(rows) &&
      rows > 0 &&
      rows - 1 <= Number.MAX_SAFE_INTEGER - first;
    if (!sound || first < end)
      throw new RangeError(`not a sorted list of disjoint ranges: ${first} + ${rows} after ${end}`);
    end = first + rows;
  }
}

/** What two sorted lists of disjoint ranges have in common, lazily. */
export function* common(some: Iterable<Range>, others: Iterable<Range>): Generator<Range> {
  const [a, b] = [some[Symbol.iterator](), others[Symbol.iterator]()];
  let [one, other] = [a.next(), b.next()];
  while (!one.done && !other.done) {
    const [endOfOne, endOfOther] = [one.value.first + one.value.rows, other.value.first + other.value.rows];
    const first = Math.max(one.value.first, other.value.first);
    const end = Math.min(endOfOne, endOfOther);
    if (first < end) yield { first, rows: end - first };
    if (endOfOne <= endOfOther) one = a.next();
    else other = b.next();
  }
}

/** The gapless spans that sorted disjoint ranges make up. */
export function spansOf(ranges: readonly Range[]): Range[] {
  const spans: { first: number; rows: number }[] = [];
  for (const range of ranges) {
    const last = spans[spans.length - 1];
    if (last !== undefined && last.first + last.rows === range.first) last.rows += range.rows;
    else spans.push({ ...range });
  }
  return spans;
}
