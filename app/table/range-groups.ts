import { checkRanges, type IdRange, spansOf } from "./id-range";

/** Ranges of one query; more are asked for in several. */
const RANGES_A_QUERY = 50_000;
/** Gapless spans of one query: some of its parts are made once a span. */
const SPANS_A_QUERY = 100;

/**
 * The parts of a statement that group ids by range. The texts hold checked numbers only; they stand in the statement
 * itself because a long list does not fit into a URL, which is where parameters go.
 */
export interface RangeGroups {
  readonly ranges: readonly IdRange[];
  readonly spans: readonly IdRange[];
  /** An expression over `id`: the first id of its range, and for an id between ranges a number that is none. */
  readonly groupOf: (id: string) => string;
  /** A condition that holds from the first range's first id to the last one's last. */
  readonly within: (id: string) => string;
  /** The length, in bytes, that the server has to allow a statement with `groupOf` twice: `max_query_size`. */
  readonly querySize: number;
}

/**
 * What to ask, one element a query, about sorted disjoint ranges; there may be tens of thousands.
 * @throws RangeError as checkRanges
 */
export function rangeGroups(ranges: readonly IdRange[]): RangeGroups[] {
  checkRanges(ranges);
  const queries: RangeGroups[] = [];
  let taken: IdRange[] = [];
  let spans = 0;
  let end = -1;
  for (const range of ranges) {
    const newSpan = range.first !== end;
    if (taken.length === RANGES_A_QUERY || (newSpan && spans === SPANS_A_QUERY)) {
      queries.push(groupsOf(taken));
      taken = [];
      spans = 0;
    }
    if (newSpan || taken.length === 0) spans++;
    taken.push(range);
    end = range.first + range.rows;
  }
  if (taken.length > 0) queries.push(groupsOf(taken));
  return queries;
}

function groupsOf(ranges: readonly IdRange[]): RangeGroups {
  const spans = spansOf(ranges);
  const ends = new Set(spans.map(({ first, rows }) => first + rows));
  const bounds = [...ranges.map(({ first }) => first), ...ends].sort((a, b) => a - b).join(",");
  const [first, end] = [ranges[0]!.first, Math.max(...ends)];
  return {
    ranges,
    spans,
    groupOf: (id) => `toUInt64(roundDown(toUInt64(${id}), [${bounds}]))`,
    within: (id) => `${id} BETWEEN ${first} AND ${end - 1}`,
    querySize: 262_144 + 2 * spans.length * bounds.length + 2 * bounds.length,
  };
}
