import fc from "fast-check";
import type {
  Estimate,
  Load,
  QueryMeasure,
  QueryResults,
  SizeResults,
} from "../../app/queries/query-results";
import { queriesDocument } from "../../app/page/queries-document";
import { queriesSection } from "../../app/report/view/queries";

/** Whatever a file may say that has the form of results, 1e999 too: it need not come from `queries`. */
const figure = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -1, 1e300, Number.MAX_VALUE, Number.MIN_VALUE, Infinity),
  fc.nat(),
);
const name = fc.oneof(
  fc.string(),
  fc.constantFrom("", "<img src=x onerror=alert(1)>", "__proto__", "a\nb\\'\"`"),
);
const load: fc.Arbitrary<Load> = fc.oneof(
  fc.record({ kind: fc.constantFrom("closed" as const, "filling" as const), clients: figure }),
  fc.record({ kind: fc.constant("open" as const), rate: figure }),
);
const measure: fc.Arbitrary<QueryMeasure> = fc.record({
  name,
  load,
  runs: figure,
  errors: figure,
  unanswered: figure,
  error: fc.option(name),
  seconds: figure,
  cold: fc.option(figure),
  latency: fc.option(fc.record({ p50: figure, p90: figure, p95: figure, p99: figure, max: figure })),
  serverMedian: fc.option(figure),
  parts: fc.array(figure, { maxLength: 2 }),
  histogram: fc.constant([]),
  read: fc.record({
    rows: fc.option(figure),
    bytes: fc.option(figure),
    marks: fc.option(figure),
    peakMemory: fc.option(figure),
    source: fc.constant("none" as const),
  }),
  keys: fc.constant([]),
  answer: fc.constant(null),
});
const size: fc.Arbitrary<SizeResults> = fc.record({
  measuredAt: name,
  rows: figure,
  uncompressedBytes: fc.option(figure),
  diskBytes: fc.option(figure),
  queries: fc.array(measure, { maxLength: 3 }),
});
const estimate: fc.Arbitrary<Estimate> = fc.record({
  name,
  load,
  rows: figure,
  from: figure,
  exponent: figure,
  bytesExponent: fc.option(figure),
  latency: figure,
  range: fc.option(fc.tuple(figure, figure)),
  bytes: fc.option(figure),
});
const results: fc.Arbitrary<QueryResults> = fc.record({
  format: fc.constant(1 as const),
  measuredAt: name,
  table: fc.record({ database: name, table: name }),
  seed: name,
  run: fc.constant(null),
  server: fc.record({ version: name, settings: fc.constant({}) }),
  sizes: fc.array(size, { maxLength: 3 }),
  estimates: fc.array(estimate, { maxLength: 2 }),
});

describe("results of queries in a page", () => {
  it("whatever numbers and names a file has, they are shown, and none of them as markup", () => {
    fc.assert(
      fc.property(fc.array(results, { maxLength: 2 }), (all) => {
        const html = queriesDocument({ results: all, problems: [] });
        expect(html).not.toContain("<img");
        expect(html).not.toMatch(/ (d|x|y|[cxy][xy12]|r|width|height|viewBox)="[^"]*(NaN|Infinity)/);
      }),
      { numRuns: 300 },
    );
  });

  it("one without a size has no section", () => {
    fc.assert(
      fc.property(results, (one) => {
        expect(queriesSection({ ...one, sizes: [] })).toBeUndefined();
      }),
    );
  });
});
