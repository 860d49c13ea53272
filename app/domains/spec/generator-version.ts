import { createHash } from "node:crypto";
import type { Generator } from "./generator";

/** Raised when the values of one and the same specification move. */
const ENGINE = 1;

/** The version of a column's stream: another generator is another stream. */
export function generatorVersion(generator: Generator): number {
  const text = JSON.stringify([ENGINE, sorted(generator)]);
  return createHash("sha256").update(text).digest().readUInt32BE(0) % 2 ** 31;
}

/** The same data with the names of each object in order: how it was written is no part of it. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}
