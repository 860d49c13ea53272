import { spansOf } from "../../app/plan/range";
import type { Finding } from "../../app/run/check/finding";
import type { Remedy } from "../../app/run/check/verify-report";
import { quoteTable } from "../../app/server/table-name";
import type { KeyedTable } from "../../app/table/table-key";

export interface RemedyOptions {
  readonly table: KeyedTable;
  /** Whether missing rows are written right away. */
  readonly repair: boolean;
  /** The command that was called, without flags, e.g. `npm start --`. */
  readonly prefix: string;
  /** Flags that name the server again, e.g. `--embedded`. */
  readonly placeFlags?: string;
}

/** What to do about what was found. */
export function remedies(
  findings: readonly Finding[],
  { table, repair, prefix, placeFlags }: RemedyOptions,
): Remedy[] {
  const of = (...kinds: Finding["kind"][]) => findings.filter(({ kind }) => kinds.includes(kind));
  const found: Remedy[] = [];
  const say = (text: string, more: Partial<Remedy> = {}) =>
    found.push({ text, command: null, statements: [], ...more });
  if (!repair && of("missing").length > 0) {
    const command = [prefix, "verify --repair", placeFlags].filter(Boolean).join(" ");
    say("To write the missing rows", { command });
  }
  const wrong = of("altered", "doubled");
  if (wrong.length > 0) {
    const statements = conditions(wrong, table).map(
      (condition) => `DELETE FROM ${quoteTable(table.name)} WHERE ${condition}`,
    );
    say(
      `Rows that are altered or there more than once are not repaired. This removes them${table.shards ? ", sent to each shard" : ""}; then verify --repair writes them again:`,
      { statements },
    );
  }
  if (of("unlike").length > 0)
    say(
      "Steps that were made by another version of data-faker can be compared row by row only by that version.",
    );
  if (of("foreign").length > 0)
    say("Rows in no step are not of our runs and are left alone: a run over their ids is refused.");
  if (of("misplaced").length > 0)
    say(
      "Rows on another shard than theirs are not of our runs and are left alone: a run that has their numbers is refused until they are removed there.",
    );
  return found;
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
