import type { QueryResults, SizeResults } from "../../app/queries/query-results";

/** What one query took, at two sizes. */
export function resultsOf(table: string): QueryResults {
  const size = (rows: number): SizeResults => ({
    measuredAt: "2026-01-01T10:00:00.000Z",
    rows,
    uncompressedBytes: null,
    diskBytes: null,
    queries: [
      {
        name: table,
        load: { kind: "closed", clients: 1 },
        runs: 2,
        errors: 0,
        unanswered: 0,
        error: null,
        seconds: 1,
        cold: null,
        latency: { p50: rows, p90: rows, p95: rows, p99: rows, max: rows },
        serverMedian: null,
        parts: [rows],
        histogram: [[rows, 2]],
        read: { rows: null, bytes: null, marks: null, peakMemory: null, source: "none" },
        keys: [],
        answer: null,
      },
    ],
  });
  return {
    format: 1,
    measuredAt: "2026-01-01T10:00:00.000Z",
    table: { database: "local", table },
    seed: "a",
    run: null,
    server: { version: "1", settings: {} },
    sizes: [size(1_000), size(10_000)],
    estimates: [],
  };
}
