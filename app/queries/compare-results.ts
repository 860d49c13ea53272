import { Refusal } from "../errors";
import { Streams } from "../rows/random/stream";
import { compareLatencies, type LatencyChange } from "./compare-latencies";
import { isSameLoad } from "./growth";
import type { QueryMeasure, QueryResults, SizeResults } from "./query-results";

/** One query in two results, at the same size and under the same load. */
export interface QueryChange {
  readonly rows: number;
  readonly before: QueryMeasure;
  readonly after: QueryMeasure;
  /** `undefined` where one of them has no answer. */
  readonly change: LatencyChange | undefined;
}

export interface ResultsChange {
  readonly changes: readonly QueryChange[];
  /** What the two differ in besides. */
  readonly notes: readonly string[];
}

/** Sizes that are as good as the same. */
const NEAR = 0.02;
/** Of the stream that deals runs to sides: the same results have the same verdicts. */
const SEED = "compare";

/** @throws Refusal `nothing-in-common` */
export function compareResults(before: QueryResults, after: QueryResults): ResultsChange {
  const streams = new Streams(SEED);
  const changes = after.sizes.flatMap((size) => {
    const other = before.sizes.find(
      ({ rows }) => Math.abs(rows / size.rows - 1) <= NEAR || rows === size.rows,
    );
    return other === undefined ? [] : pairs(other, size, streams);
  });
  if (changes.length === 0)
    throw new Refusal(
      "nothing-in-common",
      `The two results have no query in common that was measured at the same number of rows: ${sizesText(before)} and ${sizesText(after)}`,
    );
  return { changes, notes: notesOf(before, after) };
}

function pairs(before: SizeResults, after: SizeResults, streams: Streams): QueryChange[] {
  return after.queries.flatMap((measure): QueryChange[] => {
    const other = before.queries.find(
      ({ name, load }) => name === measure.name && isSameLoad(load, measure.load),
    );
    if (other === undefined) return [];
    const base = streams.base(`queries/${measure.name}`, 1);
    return [
      { rows: after.rows, before: other, after: measure, change: compareLatencies(other, measure, base) },
    ];
  });
}

function sizesText({ sizes }: QueryResults): string {
  return sizes.map(({ rows }) => rows.toLocaleString("en-US")).join(", ") || "none";
}

function notesOf(before: QueryResults, after: QueryResults): string[] {
  const notes: string[] = [];
  const differ = (what: string, a: string, b: string) => {
    if (a !== b) notes.push(`${what}: ${a} before, ${b} after`);
  };
  differ("server", before.server.version, after.server.version);
  differ("the parameters' seed", JSON.stringify(before.seed), JSON.stringify(after.seed));
  const [a, b] = [before.server.settings, after.server.settings];
  for (const name of new Set([...Object.keys(a), ...Object.keys(b)]))
    differ(name, a[name] ?? "unset", b[name] ?? "unset");
  return notes;
}
