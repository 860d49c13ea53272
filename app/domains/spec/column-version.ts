import { createHash } from "node:crypto";
import { hashOfWords } from "../vocabulary/vocabularies";
import { generatorOf } from "./generator-of";
import { groupValues } from "./group-values";
import type { Reference, TableSpec } from "./table-spec";
import { vocabulariesOf } from "./vocabularies-of";

/** Raised when the values of one and the same specification move. */
const ENGINE = 1;

/**
 * The version of a column's stream: another generator, or other words of its vocabularies, are another stream. Where
 * it refers to other tables, so is what they are.
 */
export function columnVersion(spec: TableSpec, column: string): number {
  const generator = generatorOf(spec, column)!;
  const refers = ["reference", "ordinal", "total"].includes(generator.kind);
  const others = refers && [spec.references, spec.children];
  const grouped = generator.kind === "group" && groupValues(spec, generator.group, column);
  return versionOf([ENGINE, generator, others, grouped, vocabulariesOf(generator).map(hashOfWords)]);
}

/** A number from 0 to 2^31 - 1 that stands for plain data. */
export function versionOf(data: unknown): number {
  const text = JSON.stringify(sorted(data));
  return createHash("sha256").update(text).digest().readUInt32BE(0) % 2 ** 31;
}

/**
 * The same data with the names of each object in order: how it was written is no part of it. Nor is how many
 * parents there are: it changes nothing in the children that there are already.
 */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const { children, rows } = value as Partial<Reference>;
  const settled = children && rows ? { ...value, rows: { ...rows, rows: 0 } } : value;
  const entries = Object.entries(settled).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}
