import Table from "cli-table3";
import { FOR_ALL, roomOf, ROOMS } from "./house-rules";
import { lineCount } from "./line-count";

/**
 * The rooms, lowest first, with their files and lines.
 * @param texts the sources by path from the project's folder, with `/` and the extension
 */
export function housePlan(texts: ReadonlyMap<string, string>): string {
  const rows = [FOR_ALL, ...ROOMS].map((name) => ({ name, files: 0, lines: 0, longest: 0 }));
  for (const [file, text] of texts) {
    const row = rows[(roomOf(file.replace(/\.ts$/, "")) ?? -1) + 1]!;
    const lines = lineCount(text);
    row.files += 1;
    row.lines += lines;
    row.longest = Math.max(row.longest, lines);
  }
  const table = new Table({
    head: ["room, lowest first", "files", "lines", "longest file"],
    colAligns: ["left", "right", "right", "right"],
    style: { head: [], border: [], compact: true },
  });
  for (const { name, files, lines, longest } of rows) table.push([name, files, lines, longest]);
  return table.toString();
}
