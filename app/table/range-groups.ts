import { checkRanges, type Range, spansOf } from "../plan/range";

/** Most ranges in one query; more take several queries. */
const RANGES_A_QUERY = 50_000;
/** Gapless spans of one query: each may need a sub-query. */
const SPANS_A_QUERY = 100;

/**
 * The parts of a statement that group rows by range. The texts contain checked numbers only. They are part of
 * the statement itself because a long list does not fit into a URL, which is where parameters go.
 */
export interface RangeGroups {
  readonly ranges: readonly Range[];
  readonly spans: readonly Range[];
  /**
   * An expression over a row number of type UInt64: the first number of its range, and for one between ranges
   * a number that is none.
   */
  readonly groupOf: (rowNumber: string) => string;
  /** From the first range's first row to the last one's last. */
  readonly whole: Range;
  /** The bytes that the server must allow a statement that contains `groupOf` twice: `max_query_size`. */
  readonly querySize: number;
}

/**
 * What to ask about sorted disjoint ranges, one element per query; there may be tens of thousands of them.
 * @throws RangeError as checkRanges
 */
export function rangeGroups(ranges: readonly Range[]): RangeGroups[] {
  checkRanges(ranges);
  const queries: RangeGroups[] = [];
  let taken: Range[] = [];
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

function groupsOf(ranges: readonly Range[]): RangeGroups {
  const stretches = stretchesOf(ranges);
  const [first, end] = [stretches[0]!.first, stretches[stretches.length - 1]!.end];
  const direct = stretches.length <= STRETCHES_BY_DIVISION;
  // With `end` as a bound, what lies beyond the last range is in no range either.
  const bounds = direct
    ? ""
    : [...ranges.map((range) => range.first), ...spansOf(ranges).map(endOf)].sort((a, b) => a - b).join(",");
  return {
    ranges,
    spans: spansOf(ranges),
    groupOf: (rowNumber) =>
      direct ? divided(rowNumber, stretches) : `toUInt64(roundDown(${rowNumber}, [${bounds}]))`,
    whole: { first, rows: end - first },
    querySize: 262_144 + 2 * bounds.length,
  };
}

const endOf = ({ first, rows }: Range) => first + rows;

/** Up to this many stretches a division is faster than `roundDown`, which searches its list for every row. */
const STRETCHES_BY_DIVISION = 8;

/** Neighbouring ranges of one size, or the gap between two ranges, whose rows then share one number. */
interface Stretch {
  readonly first: number;
  readonly size: number;
  end: number;
}

function stretchesOf(ranges: readonly Range[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { first, rows } of ranges) {
    const last = stretches[stretches.length - 1];
    if (last !== undefined && last.end === first && last.size === rows) {
      last.end += rows;
      continue;
    }
    if (last !== undefined && last.end < first)
      stretches.push({ first: last.end, size: first - last.end, end: first });
    stretches.push({ first, size: rows, end: first + rows });
  }
  return stretches;
}

function divided(id: string, stretches: readonly Stretch[]): string {
  const numbers = stretches.map(({ first, size, end }) =>
    end - first === size ? String(first) : `${first} + intDiv(${id} - ${first}, ${size}) * ${size}`,
  );
  const last = numbers.pop()!;
  const branches = numbers.map((number, i) => `${id} < ${stretches[i]!.end}, ${number}, `);
  return `toUInt64(${branches.length === 0 ? last : `multiIf(${branches.join("")}${last})`})`;
}
