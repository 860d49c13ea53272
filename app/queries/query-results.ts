import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import typia from "typia";
import { EnvironmentFailure, Refusal } from "../errors";
import { escaped } from "../request/quoted";

/** The file of what queries took, at one size of a table or at several. Times are in microseconds. */
export interface QueryResults {
  readonly format: 1;
  /** When the newest of the sizes was measured, as ISO 8601 has it. */
  readonly measuredAt: string;
  readonly table: { readonly database: string; readonly table: string };
  /** What the queries' parameters are drawn with. */
  readonly seed: string;
  /** The run that filled the table, by its ledger; `null` where none is known. */
  readonly run: { readonly seed: string; readonly streams: Readonly<Record<string, number>> } | null;
  readonly server: {
    readonly version: string;
    /** Those that are changed from the server's defaults, and a few that matter to queries. */
    readonly settings: Readonly<Record<string, string>>;
  };
  /** By rising number of rows. */
  readonly sizes: readonly SizeResults[];
  /** What the sizes say of a larger one; empty where there are fewer than two. */
  readonly estimates: readonly Estimate[];
}

/** What queries took at one size. */
export interface SizeResults {
  readonly measuredAt: string;
  /** Of the whole table. */
  readonly rows: number;
  /** Of the table's active parts; `null` where the user may not see them. */
  readonly uncompressedBytes: number | null;
  readonly diskBytes: number | null;
  readonly queries: readonly QueryMeasure[];
}

/** What a query will take at a size that was not measured, by a power law through the medians of those that were. */
export interface Estimate {
  readonly name: string;
  readonly load: Load;
  /** The size. */
  readonly rows: number;
  /** The largest size that it was made from. */
  readonly from: number;
  /** Of the median, and of the bytes that are read. 1: in proportion to the rows. */
  readonly exponent: number;
  readonly bytesExponent: number | null;
  /** The median there. */
  readonly latency: number;
  /** Where it lies with a probability of 95 %; `null` where two sizes leave nothing to tell it by. */
  readonly range: readonly [low: number, high: number] | null;
  readonly bytes: number | null;
}

/** How a query was sent: each client again when it has its answer, or so many a second whatever the server does. */
export type Load =
  | { readonly kind: "closed"; readonly clients: number }
  | { readonly kind: "open"; readonly rate: number }
  /** Closed, beside a run that fills the table. */
  | { readonly kind: "filling"; readonly clients: number };

/** What one query took under one load. */
export interface QueryMeasure {
  readonly name: string;
  readonly load: Load;
  /** Answered ones, without the cold one. */
  readonly runs: number;
  /** Runs that the server refused or broke off. */
  readonly errors: number;
  /** Of an open loop: runs without an answer in the end; they count in `latency` with the time so far. */
  readonly unanswered: number;
  /** The first error's message. */
  readonly error: string | null;
  /** For how long it was sent. */
  readonly seconds: number;
  /** The first run of all, before the server has read what the query needs; it is not part of `latency`. */
  readonly cold: number | null;
  /** As the client saw it; of an open loop from the moment when the query should have been sent. */
  readonly latency: Percentiles | null;
  /** The server's own, by the same runs; `null` where it does not say. */
  readonly serverMedian: number | null;
  /** The medians of the parts in which it was measured, between which other queries were. */
  readonly parts: readonly number[];
  /** Counts by latency, rising; a latency stands for those that have the same three leading digits. */
  readonly histogram: readonly (readonly [latency: number, count: number])[];
  readonly read: ReadFigures;
  /** What it read by which key; empty where the server does not say. */
  readonly keys: readonly TableRead[];
  /** `null` where the query's file expects nothing. */
  readonly answer: AnswerCheck | null;
}

export interface Percentiles {
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** What a run reads, on average; `null` where the server does not say. */
export interface ReadFigures {
  readonly rows: number | null;
  /** Uncompressed, of the columns that were read. */
  readonly bytes: number | null;
  readonly marks: number | null;
  /** The highest of all runs, in bytes. */
  readonly peakMemory: number | null;
  /** Where they come from. */
  readonly source: "query_log" | "summary" | "events" | "none";
}

/** How one table of a query is read. */
export interface TableRead {
  /** As `database.table`, or a projection's name. */
  readonly table: string;
  readonly projection: boolean;
  /** In the order in which they were applied. */
  readonly stages: readonly KeyStage[];
}

/** What one index leaves of the granules that the stage before it left. */
export interface KeyStage {
  /** E.g. `MinMax`, `Partition`, `PrimaryKey`, `Skip`. */
  readonly type: string;
  /** Of a skip index. */
  readonly name: string | null;
  /** Columns or expressions of the key that the query's conditions use. */
  readonly keys: readonly string[];
  readonly parts: readonly [selected: number, of: number];
  readonly granules: readonly [selected: number, of: number];
}

/** A query's answer beside what the table's rows are declared to have. */
export interface AnswerCheck {
  /** As the query's file says it, e.g. `shares of gender`. */
  readonly expects: string;
  readonly right: boolean;
  /** Each value that differs by more than chance explains, the worst first; all shares are from 0 to 1. */
  readonly wrong: readonly {
    readonly value: string;
    readonly declared: number;
    readonly answered: number;
    /** Standard error. */
    readonly error: number;
  }[];
  /** How many values were compared. */
  readonly values: number;
}

const EXPECTED = "expected a file that queries has written, of format 1";

/**
 * @param called what a message calls the file
 * @throws Refusal `results-unreadable` where it is missing or no such file
 */
export function readQueryResults(file: string, called = file): QueryResults {
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const problem = escaped((error as Error).message, 200);
    throw new Refusal("results-unreadable", `${called}: ${problem}; ${EXPECTED}`, { file });
  }
  const checked = typia.validate<QueryResults>(read);
  if (checked.success) return checked.data;
  const [fault] = checked.errors;
  throw new Refusal(
    "results-unreadable",
    `${called}: ${fault!.path.replace("$input", "the file")} is not ${fault!.expected}; ${EXPECTED}`,
    { file },
  );
}

/** Whole or not at all; makes the folder. @throws EnvironmentFailure `results-unwritable` */
export function writeQueryResults(file: string, results: QueryResults): void {
  try {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    const beside = `${file}.new`;
    writeFileSync(beside, `${JSON.stringify(results, undefined, 1)}\n`);
    renameSync(beside, file);
  } catch (error) {
    throw new EnvironmentFailure(
      "results-unwritable",
      `The results cannot be written to ${file}: ${(error as Error).message}; name another file with --out`,
      { file },
    );
  }
}
