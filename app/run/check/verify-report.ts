import type { Finding } from "./finding";

/** What `verify --json` prints. */
export interface VerifyReport {
  readonly tables: readonly TableReport[];
}

/** What was found of one table, as plain data. */
export interface TableReport {
  readonly database: string;
  readonly table: string;
  /** Whether all that was compared is as it was written; false also where nothing was compared, though there is a run. */
  readonly ok: boolean;
  readonly runs: number;
  /** Recorded as written, and compared. */
  readonly steps: number;
  readonly rows: number;
  /** Steps that were started but not recorded. */
  readonly in_doubt: number;
  /** Whether a run is under way: then rows in no step are not looked for. */
  readonly under_way: boolean;
  /** Steps with the rows that their run makes, though another checksum is recorded. */
  readonly other_checksums: number;
  /** Steps that differ and were not compared row by row. */
  readonly not_compared: number;
  /** The same in words, a sentence each. */
  readonly summary: readonly string[];
  readonly findings: readonly ReportedFinding[];
  readonly what_to_do: readonly Remedy[];
}

/** Row numbers whose rows are not as the ledger has them; both ends are included. */
export interface ReportedFinding {
  readonly kind: Finding["kind"];
  /** `null` for rows in no step, and for those on another shard than theirs. */
  readonly run_id: string | null;
  readonly first_row: number;
  readonly last_row: number;
  /** Rows found; of `missing`, the rows that are missing. */
  readonly rows: number;
  /** Whose values differ; empty where that was not compared. */
  readonly columns: readonly string[];
}

/** What helps against some of the findings. */
export interface Remedy {
  readonly text: string;
  /** To type in a terminal. */
  readonly command: string | null;
  /** To send to the server. */
  readonly statements: readonly string[];
}
