import type { Column } from "../../../model/column";
import { fitsPattern, nameWords } from "../names/name-words";
import type { GroupRow } from "../../spec/table-spec";
import type { Inferred } from "../rules/rule";

/** What columns have because of each other. */
export interface Paired {
  readonly columns: Readonly<Record<string, Inferred>>;
  readonly groups?: Readonly<Record<string, readonly GroupRow[]>>;
}

/**
 * Finds columns that belong together.
 * @param columns those that may be changed or made use of
 * @param alone what is inferred of each by itself
 * @param table its name
 * @param staying the columns that stay as they are, with what fills them
 */
export type Pair = (
  columns: readonly Column[],
  alone: Readonly<Record<string, Inferred>>,
  table: string,
  staying: Readonly<Record<string, Inferred>>,
) => Paired;

/** The columns of such names, the patterns' order first. */
export function columnsNamed(columns: readonly Column[], patterns: readonly string[]): readonly Column[] {
  const found = patterns.flatMap((pattern) =>
    columns.filter(({ name }) => fitsPattern(nameWords(name), pattern)),
  );
  return [...new Set(found)];
}

/** What stands before such a name: `shipping` of `shippingCity`. `undefined` where the name is another. */
export function prefixBefore(name: string, patterns: readonly string[]): string | undefined {
  const words = nameWords(name);
  const prefixes = patterns.flatMap((pattern) => {
    const text = pattern.replace(/[ *]/g, "");
    return words.flatMap((_, at) =>
      words.slice(at).join("") === text ? [words.slice(0, at).join("_")] : [],
    );
  });
  return prefixes.sort((a, b) => a.length - b.length)[0];
}

export const isNumber = ({ type }: Column): boolean => ["integer", "float", "decimal"].includes(type.kind);
export const isText = ({ type }: Column): boolean => type.kind === "string" || type.kind === "fixed-string";
export const isMoment = ({ type }: Column): boolean => ["date", "datetime", "datetime64"].includes(type.kind);

/** Whether a column can be made of others: NULL of theirs is NULL, which it must be able to hold. */
export function canFollow(column: Column, leads: readonly Column[]): boolean {
  return column.nullable || leads.every(({ nullable }) => !nullable);
}
