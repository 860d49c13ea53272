/** A contiguous range of image ids: `first` included, `rows` of them. */
export interface Range {
  readonly first: number;
  readonly rows: number;
}

/**
 * What of a run's ids no step covers yet.
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
