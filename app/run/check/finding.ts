import type { Range } from "../../plan/range";

/** Row numbers whose rows are not as the ledger has them. */
export interface Finding {
  /**
   * `missing`: no row; `doubled`: several rows an id; `altered`: one row with other contents; `unlike`: the
   * step differs, but its rows cannot be made again to say in what; `foreign`: rows that no step wrote;
   * `misplaced`: such rows with numbers of a step, on another shard than its rows.
   */
  readonly kind: "missing" | "doubled" | "altered" | "unlike" | "foreign" | "misplaced";
  /** `undefined` for foreign and misplaced rows. */
  readonly runId: string | undefined;
  /** Foreign and misplaced rows: from the smallest id to the largest, others between them need not be there. */
  readonly range: Range;
  /** Rows found; of `missing`, the rows that are missing. */
  readonly rows: number;
  /** Names of the columns whose values differ; empty where that was not compared. */
  readonly columns: readonly string[];
}

/** What is wrong with the rows, in words. */
export const FINDING_WORDS: Readonly<Record<Finding["kind"], string>> = {
  missing: "missing",
  doubled: "more than once",
  altered: "altered",
  unlike: "made differently now",
  foreign: "in no step",
  misplaced: "on another shard",
};

/** Adds a finding, to the last one where it goes on from there. */
export function addFinding(findings: Finding[], finding: Finding): void {
  const last = findings.at(-1);
  const goesOn =
    last !== undefined &&
    last.kind === finding.kind &&
    last.runId === finding.runId &&
    last.range.first + last.range.rows === finding.range.first &&
    last.columns.join("\n") === finding.columns.join("\n");
  if (!goesOn) return void findings.push(finding);
  const range = { first: last.range.first, rows: last.range.rows + finding.range.rows };
  findings[findings.length - 1] = { ...last, range, rows: last.rows + finding.rows };
}
