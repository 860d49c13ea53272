import type { Column } from "../../model/column";
import type { TupleType } from "../../model/column-type";
import type { TableFacts } from "../../model/table-facts";
import type { Generator } from "../spec/generator";
import type { TableSpec } from "../spec/table-spec";
import { nameWords, singular } from "./names/name-words";
import { byComment } from "./rules/by-comment";
import { byId } from "./rules/by-id";
import { byName } from "./rules/by-name";
import { bySchema } from "./rules/by-schema";
import { bySortKey } from "./rules/by-sort-key";
import { byTime } from "./rules/by-time";
import { fitted } from "./rules/fit";
import { withNulls } from "./rules/null-share";
import type { Inferred, Rule } from "./rules/rule";
import { takes } from "./takes";

/** Where somebody said what the values are. */
const SAID: readonly Rule[] = [bySchema, byComment];
/** What can be guessed. */
const GUESSED: readonly Rule[] = [byName, byId, byTime, bySortKey];

/** A column's values, and whether somebody said that they are so: then nothing changes them. */
export interface InferredColumn extends Inferred {
  readonly said: boolean;
}

/**
 * What a column has by itself: the first thing inferred that its type can hold.
 * @returns `undefined` where it is left to the server or to what fills a type
 */
export function inferColumn(
  column: Column,
  facts: TableFacts,
  key: TableSpec["key"],
): InferredColumn | undefined {
  const said = firstFitting(SAID, column, facts, key);
  if (said) return { ...said, said: true };
  // The server's own default is better than a guess by the type.
  const rules = column.defaultKind === "" ? GUESSED : [byName, byTime];
  const guessed = firstFitting(rules, column, facts, key);
  return guessed && { ...guessed, said: false };
}

function firstFitting(
  rules: readonly Rule[],
  column: Column,
  facts: TableFacts,
  key: TableSpec["key"],
): Inferred | undefined {
  const { type } = column;
  if (type.kind === "array") return ofElements(rules, column, facts, key);
  if (type.kind === "tuple") return ofFields(type, rules, column, facts, key);
  if (type.kind === "nested") return ofFields(type.row, rules, column, facts, key);
  for (const rule of rules)
    for (const { generator, rule: why } of rule(column, facts, key)) {
      const fit = fitted(generator, type);
      const filled = fit && withNulls(column, fit);
      if (filled && takes(column, filled)) return { generator: filled, rule: why };
    }
  return undefined;
}

/** Most elements of an array. */
const MOST_ELEMENTS = 5;

function ofElements(
  rules: readonly Rule[],
  column: Column,
  facts: TableFacts,
  key: TableSpec["key"],
): Inferred | undefined {
  if (column.type.kind !== "array") return undefined;
  const { element } = column.type;
  const words = nameWords(column.name);
  const name = [...words.slice(0, -1), singular(words.at(-1) ?? "")].join("_");
  const { comments, schemas = {} } = facts;
  const of = firstFitting(
    rules,
    { ...column, ...element, name },
    {
      ...facts,
      comments: { ...comments, [name]: comments[column.name] ?? "" },
      schemas: { ...schemas, [name]: schemas[column.name] ?? {} },
    },
    key,
  );
  // Elements are drawn one by one: what goes by rows is no element.
  if (!of || of.generator.kind === "run" || of.generator.kind === "rising") return undefined;
  // The parts of a Nested column, `a.x` and `a.y`, have one length.
  const nested = /^(.+)\./s.exec(column.name)?.[1];
  const lengths = nested === undefined ? {} : { lengths: nested };
  return {
    generator: { kind: "array", of: of.generator, min: 0, max: MOST_ELEMENTS, ...lengths },
    rule: `each: ${of.rule}`,
  };
}

/**
 * The fields of a named tuple, or of the one row of a Nested column, each as a column of its name and the tuple's: all
 * of them, or none.
 */
function ofFields(
  { elements, names = [] }: TupleType,
  rules: readonly Rule[],
  column: Column,
  facts: TableFacts,
  key: TableSpec["key"],
): Inferred | undefined {
  const fields: Record<string, Generator> = {};
  for (const [i, name] of names.entries()) {
    const field = { ...column, ...elements[i]!, name: `${column.name}_${name}` };
    const found = firstFitting(rules, field, facts, key);
    // Nothing within a column goes by rows.
    if (!found || found.generator.kind === "run" || found.generator.kind === "rising") return undefined;
    fields[name] = found.generator;
  }
  const generator = withNulls(column, { kind: "object", fields });
  return names.length > 0 && takes(column, generator)
    ? { generator, rule: "each field by its name" }
    : undefined;
}
