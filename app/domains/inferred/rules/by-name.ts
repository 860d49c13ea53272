import type { Column } from "../../../model/column";
import type { ColumnType } from "../../../model/column-type";
import { NAME_RULES } from "../names/name-rules";
import type { NameRule } from "../names/name-rule";
import { fitsPattern, nameWords, singular } from "../names/name-words";
import type { Generator } from "../../spec/generator";
import type { TableFacts } from "../../../model/table-facts";
import type { Inferred } from "./rule";

type Slot = "text" | "number" | "time" | "boolean" | "uuid" | "map";

/** Which of a rule's generators a type may take, in the order of preference. */
const SLOTS: Readonly<Partial<Record<ColumnType["kind"], readonly Slot[]>>> = {
  string: ["text", "time", "number"],
  "fixed-string": ["text", "time", "number"],
  integer: ["number", "boolean", "time"],
  float: ["number", "boolean"],
  decimal: ["number"],
  bool: ["boolean"],
  date: ["time"],
  datetime: ["time"],
  datetime64: ["time"],
  uuid: ["uuid"],
  map: ["map"],
};

/** What names tell. */
export const byName = (column: Column, { name: table }: Pick<TableFacts, "name">): readonly Inferred[] => {
  const tableWords = nameWords(table).map(singular);
  return rulesFor(nameWords(column.name), tableWords).flatMap(({ rule, pattern }) => {
    const where = rule.tables ? ` in ${table}` : "";
    return generatorsOf(rule, column).map((generator) => ({ generator, rule: `name ${pattern}${where}` }));
  });
};

interface Match {
  readonly rule: NameRule;
  readonly pattern: string;
}

/** All patterns by their letters: a table of columns asks for many. */
const PATTERNS = new Map<string, Match[]>();
for (const rule of NAME_RULES)
  for (const pattern of rule.names) {
    const text = lettersOf(pattern);
    PATTERNS.set(text, [...(PATTERNS.get(text) ?? []), { rule, pattern }]);
  }

/** The rules whose names fit, the longest name first, then those for the table, then in their order. */
export function rulesFor(words: readonly string[], tableWords: readonly string[]): readonly Match[] {
  const parts = words.flatMap((_, at) => [words.slice(at).join(""), words.slice(0, at + 1).join("")]);
  const matches = [...new Set(parts)].flatMap((part) => PATTERNS.get(part) ?? []);
  const weight = ({ rule, pattern }: Match): number => 2 * lettersOf(pattern).length + (rule.tables ? 1 : 0);
  return matches
    .filter(
      ({ rule, pattern }) =>
        (!rule.tables || rule.tables.some((word) => tableWords.includes(word))) &&
        fitsPattern(words, pattern),
    )
    .sort((a, b) => weight(b) - weight(a));
}

function lettersOf(pattern: string): string {
  return pattern.replace(/[ *]/g, "");
}

function generatorsOf(rule: NameRule, { type }: Column): readonly Generator[] {
  return (SLOTS[type.kind] ?? []).flatMap((slot) => rule[slot] ?? []);
}
