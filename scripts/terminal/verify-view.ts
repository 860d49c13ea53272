import Table from "cli-table3";
import { type Finding, FINDING_WORDS } from "../../app/run/check/finding";
import type { Verification } from "../../app/run/check/verify-table";
import { formatCount } from "../../app/request/format";
import { remedies, type RemedyOptions } from "./remedies";
import type { Style } from "./style";

export interface VerifyViewOptions extends RemedyOptions {
  readonly style: Style;
}

/** Most lines in the table of findings; the rest are only counted. */
const SHOWN = 40;
const COLUMNS_SHOWN = 4;

/**
 * One line where all is well or nothing was compared, else a table of what is wrong and what to do about it; ends without a line
 * feed.
 */
export function renderVerification(verification: Verification, options: VerifyViewOptions): string {
  const { findings, notCompared } = verification;
  const lines = summaryOf(verification, options.style);
  if (findings.length + notCompared === 0) return lines.join("\n");
  lines.push(tableOf(findings));
  if (findings.length > SHOWN) lines.push(`... and ${formatCount(findings.length - SHOWN)} more lines`);
  if (notCompared > 0)
    lines.push(
      `... and ${formatCount(notCompared)} more steps that differ; correct these first, then run it again`,
    );
  for (const { text, command, statements } of remedies(findings, options))
    lines.push(command === null ? text : `${text}: ${command}`, ...statements.map((one) => `  ${one}`));
  return lines.join("\n");
}

/** How it stands, a sentence each. */
export function summaryOf(verification: Verification, style: Style): string[] {
  const { findings, rows, steps, notCompared } = verification;
  const lines = notes(verification).map((note) => `${style.cyan("note:")} ${note}`);
  if (findings.length + notCompared === 0) return [...lines, allWell(verification, style)];
  const wrong = `Not all of the ${formatCount(rows)} rows in ${inSteps(steps)} are as they were written:`;
  return [...lines, style.bold(style.red(wrong))];
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
    grid.push([ids(range), formatCount(rows), FINDING_WORDS[kind], shortened(columns)]);
  return grid.toString();
}

function ids({ first, rows }: { readonly first: number; readonly rows: number }): string {
  return rows === 1 ? formatCount(first) : `${formatCount(first)} to ${formatCount(first + rows - 1)}`;
}

function shortened(columns: readonly string[]): string {
  const rest = columns.length - COLUMNS_SHOWN;
  return columns.slice(0, COLUMNS_SHOWN).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

function inSteps(steps: number): string {
  return steps === 1 ? "1 step" : `${formatCount(steps)} steps`;
}
