import Table from "cli-table3";
import type { Finding } from "../../app/run/check/finding";
import type { Verification } from "../../app/run/check/verify-table";
import { quoteTable } from "../../app/server/table-name";
import type { KeyedTable } from "../../app/table/table-key";
import { spansOf } from "../../app/plan/range";
import { formatCount } from "../../app/request/format";
import type { Style } from "./style";

export interface VerifyViewOptions {
  readonly style: Style;
  readonly table: KeyedTable;
  /** Whether missing rows are written right away. */
  readonly repair: boolean;
  /** The command that was called, without flags, e.g. `npm start --`. */
  readonly prefix: string;
  /** Flags that name the server again, e.g. `--embedded`. */
  readonly placeFlags?: string;
}

/** Most lines in the table of findings; the rest are only counted. */
const SHOWN = 40;
const COLUMNS_SHOWN = 4;

/**
 * One line where all is well or nothing was compared, else a table of what is wrong and what to do about it; ends without a line
 * feed.
 */
export function renderVerification(verification: Verification, options: VerifyViewOptions): string {
  const { style } = options;
  const { findings, rows, steps, notCompared } = verification;
  const lines = notes(verification).map((note) => `${style.cyan("note:")} ${note}`);
  if (findings.length + notCompared === 0) return [...lines, allWell(verification, style)].join("\n");
  lines.push(
    style.bold(
      style.red(`Not all of the ${formatCount(rows)} rows in ${inSteps(steps)} are as they were written:`),
    ),
  );
  lines.push(tableOf(findings));
  if (findings.length > SHOWN) lines.push(`... and ${formatCount(findings.length - SHOWN)} more lines`);
  if (notCompared > 0)
    lines.push(
      `... and ${formatCount(notCompared)} more steps that differ; correct these first, then run it again`,
    );
  return [...lines, ...remedies(findings, options)].join("\n");
}

function notes({ inDoubt, underWay, otherChecksums }: Verification): string[] {
  const found: string[] = [];
  if (underWay) found.push("a run is under way: only what it has recorded was compared");
  else if (inDoubt > 0)
    found.push(`${formatCount(inDoubt)} steps were started but not recorded: the next run settles them`);
  if (otherChecksums > 0)
    found.push(
      `${formatCount(otherChecksums)} steps have the rows that their run makes, though another checksum is recorded for them; have column types changed?`,
    );
  return found;
}

function allWell({ runs, steps, rows }: Verification, style: Style): string {
  if (runs === 0) return "There is no run yet: nothing to verify.";
  if (steps === 0) return `${style.red("Nothing was compared:")} no step is recorded as written`;
  return `${style.green("All is well:")} all ${formatCount(rows)} rows in ${inSteps(steps)} are as they were written`;
}

function tableOf(findings: readonly Finding[]): string {
  const grid = new Table({
    head: ["row numbers", "rows", "wrong", "columns"],
    style: { head: [], border: [], compact: true },
    colAligns: ["left", "right"],
  });
  for (const { kind, range, rows, columns } of findings.slice(0, SHOWN))
    grid.push([ids(range), formatCount(rows), WORDS[kind], shortened(columns)]);
  return grid.toString();
}

const WORDS: Record<Finding["kind"], string> = {
  missing: "missing",
  doubled: "more than once",
  altered: "altered",
  unlike: "made differently now",
  foreign: "in no step",
};

function ids({ first, rows }: { readonly first: number; readonly rows: number }): string {
  return rows === 1 ? formatCount(first) : `${formatCount(first)} to ${formatCount(first + rows - 1)}`;
}

function shortened(columns: readonly string[]): string {
  const rest = columns.length - COLUMNS_SHOWN;
  return columns.slice(0, COLUMNS_SHOWN).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

function remedies(
  findings: readonly Finding[],
  { table, repair, prefix, placeFlags }: VerifyViewOptions,
): string[] {
  const command = (flags: string) => [prefix, flags, placeFlags].filter(Boolean).join(" ");
  const of = (...kinds: Finding["kind"][]) => findings.filter(({ kind }) => kinds.includes(kind));
  const lines: string[] = [];
  if (!repair && of("missing").length > 0)
    lines.push(`To write the missing rows: ${command("verify --repair")}`);
  const wrong = of("altered", "doubled");
  if (wrong.length > 0) {
    lines.push(
      "Rows that are altered or there more than once are not repaired. This removes them; then verify --repair writes them again:",
    );
    for (const condition of conditions(wrong, table))
      lines.push(`  DELETE FROM ${quoteTable(table.name)} WHERE ${condition}`);
  }
  if (of("unlike").length > 0)
    lines.push(
      "Steps that were made by another version of data-faker can be compared row by row only by that version.",
    );
  if (of("foreign").length > 0)
    lines.push("Rows in no step are not of our runs and are left alone: a run over their ids is refused.");
  return lines;
}

/** Ranges in one statement; a long list of single rows makes several. */
const RANGES_A_STATEMENT = 100;

function conditions(findings: readonly Finding[], { key }: KeyedTable): string[] {
  const sorted = findings.map(({ range }) => range).sort((a, b) => a.first - b.first);
  const spans = spansOf(sorted);
  const texts: string[] = [];
  for (let i = 0; i < spans.length; i += RANGES_A_STATEMENT) {
    const some = spans.slice(i, i + RANGES_A_STATEMENT);
    texts.push(some.map((span) => key.within(span)).join(" OR "));
  }
  return texts;
}

function inSteps(steps: number): string {
  return steps === 1 ? "1 step" : `${formatCount(steps)} steps`;
}
