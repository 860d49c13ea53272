import type { RunStatus } from "../ledger/run-status";
import type { TableReport } from "../run/check/verify-report";

/** All that the page shows, as JSON. It is read from the server anew each time, but for the jobs. */
export interface PageState {
  /** By the server's clock, as ISO 8601 has it. */
  readonly at: string;
  /** E.g. `127.0.0.1:8123/local`. */
  readonly server: string;
  /** Those with runs first, then by name. */
  readonly tables: readonly TableState[];
  /** What the page was asked for and does, the newest first; `null` where it only reads. */
  readonly jobs: readonly Job[] | null;
  /** Why something is missing from this, a line each. */
  readonly problems: readonly string[];
}

export interface TableState {
  readonly database: string;
  readonly table: string;
  /** As `--table` takes it. */
  readonly name: string;
  /** That it holds now, on this server; `null` where there is no such table, or the user may not see it. */
  readonly rows: number | null;
  /** On disk, of this server. */
  readonly bytes: number | null;
  /** How many servers its runs have spread its rows over: 1 where it is not spread. */
  readonly servers: number;
  /** The newest ones; the one that was active last comes first. */
  readonly runs: readonly RunStatus[];
  /** With those that are not among `runs`. */
  readonly runCount: number;
  /** `null` where no refill is known. */
  readonly refill: Refill | null;
  /** Why its runs can't be read. */
  readonly problem: string | null;
}

/** What a scheduled refill will do, as things stand. */
export interface Refill {
  /** E.g. `1m`. */
  readonly every: string;
  readonly targetRows: number;
  /** What the next one does: the row with which it stops, or why it does nothing. */
  readonly next: { readonly rows: number } | { readonly nothing: string };
}

/** A command that the page has started. */
export interface Job {
  readonly id: number;
  readonly action: PageAction;
  /** As a user would type it. */
  readonly command: string;
  /** `null` while it runs, or where it was ended from outside. */
  readonly code: number | null;
  readonly running: boolean;
  /** The end of what it has printed. */
  readonly output: string;
  /** What a verification has found; `null` for other commands, while it runs, and where it failed. */
  readonly verified: Verified | null;
}

/** As `verify --json` has it, with the first findings only. */
export interface Verified extends Pick<TableReport, "ok" | "summary" | "findings" | "what_to_do"> {
  readonly findingCount: number;
}

/** What the page can be asked for. `table` is a {@link TableState.name}. */
export type PageAction =
  | { readonly kind: "fill"; readonly table: string; readonly rows: number }
  | { readonly kind: "stop"; readonly table: string }
  | { readonly kind: "verify"; readonly table: string };
