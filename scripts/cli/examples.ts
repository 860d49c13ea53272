import { silentPrefix } from "./command-prefix";

const EXAMPLES = [
  ["--rows 100000 --embedded", "try it without any server"],
  ["--rows 1M --embedded", "go on from there to a million"],
  ["--count --embedded", "how many rows there are"],
  ["--target-size 100GB", "200,000,000 rows, Moose's server"],
  ["--rows 10k --seed spring", "the same rows on every machine"],
  ["preview", "three rows to look at, write nothing"],
] as const;

/**
 * The last part of the help.
 * @param prefix what the user types before the flags
 */
export function examples(prefix: string): string {
  const width = Math.max(...EXAMPLES.map(([flags]) => `${prefix} ${flags}`.length)) + 2;
  const fits = EXAMPLES.every(([, meaning]) => 2 + width + meaning.length <= 80);
  const lines = EXAMPLES.map(([flags, meaning]) => {
    const command = `  ${prefix} ${flags}`;
    return fits ? command.padEnd(width + 2) + meaning : `${command}\n      ${meaning}`;
  });
  const mind = prefix.endsWith(" --") ? "Mind the lone --: without it npm keeps the flags for itself.\n" : "";
  return `Commands:
  work                write parts of a run that was started with --share
  preview             print rows for a person, or as JSON, CSV, SQL, Parquet ...
  status              how each run stands, also while it is under way
  verify              compare the table with what was recorded of it
  stop                ask the runs under way to stop after their batch, and wait
  page                watch, fill, stop and verify in a browser
  explain             how the columns of a table are filled, and why
  plan                what a fill will take: time, space, and what bounds it
  queries             measure how fast queries on a table are
  report              write a page that shows what the data looks like
  ddl                 print the statements that create the tables
  dev                 run Moose and all that it needs, until Ctrl+C

Examples:
${lines.join("\n")}
  ${silentPrefix(prefix)} status --json | jq .rows_inserted

${mind}Ctrl+C stops after the batches under way; the same command goes on from there.
Exit codes: 0 done or nothing to do, 1 server or disk failed, 2 refused,
3 stopped by the command stop, 129, 130 and 143 by the end of the terminal,
Ctrl+C or SIGTERM.`;
}
