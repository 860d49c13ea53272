import type { Column } from "../../../model/column";
import type { TableFacts } from "../../../model/table-facts";
import { KEY_DIGITS } from "../infer-key";
import type { Generator } from "../../spec/generator";
import { template, UUID, whole } from "../names/generators";
import { idPrefix } from "../names/id-prefix";
import { nameWords, singular } from "../names/name-words";
import type { Rule } from "./rule";

/** Things of which there are few, however many rows. */
const FEW = new Set([
  "tenant",
  "org",
  "organization",
  "organisation",
  "workspace",
  "project",
  "region",
  "store",
  "site",
  "warehouse",
  "category",
  "department",
  "team",
  "shop",
  "company",
  "brand",
  "campaign",
  "plan",
  "channel",
  "account",
  "merchant",
  "location",
  "branch",
  "device",
  "sensor",
  "host",
  "machine",
  "vehicle",
  "station",
  "meter",
  "gateway",
  "node",
  "robot",
  "supplier",
  "vendor",
  "agent",
  "courier",
  "carrier",
  "experiment",
  "model",
  "client",
  "partner",
  "publisher",
  "zone",
  "cluster",
  "farm",
  "plant",
]);
/** Things that last for a stretch of rows. */
const STRETCHES = new Set([
  "session",
  "trip",
  "visit",
  "conversation",
  "thread",
  "batch",
  "run",
  "ride",
  "flight",
  "call",
  "game",
  "match",
]);

const FEW_VALUES = 40;
/** Rows of a stretch where time is what tells rows apart, as in readings of a device, and elsewhere. */
const READINGS = 200;
const EVENTS = 12;

/** Ids of other things: each one stands in many rows, some in more than others. */
export const byId: Rule = (column, facts) => {
  const words = nameWords(column.name);
  if (!/^(?:ids?|key|fk|uuid|guid)$/.test(words.at(-1) ?? "") || words.length < 2) return [];
  const thing = singular(words.at(-2)!);
  const generator = generatorOf(column, thing, facts);
  return generator
    ? [
        {
          generator,
          rule: `id of ${FEW.has(thing) ? "one of few things" : STRETCHES.has(thing) ? "what lasts for some rows" : "another thing"}`,
        },
      ]
    : [];
};

function generatorOf(column: Column, thing: string, facts: TableFacts): Generator | undefined {
  const rows = isBeforeTime(column.name, facts) ? READINGS : EVENTS;
  const prefix = idPrefix(column.name, facts.name);
  switch (column.type.kind) {
    case "uuid":
      return { kind: "run", rows: FEW.has(thing) ? READINGS : rows, of: UUID };
    case "integer":
    case "float":
    case "decimal":
      if (STRETCHES.has(thing)) return { kind: "run", rows, of: whole(1, 9_999_999) };
      return FEW.has(thing) ? whole(1, FEW_VALUES, "exponential") : whole(1, 10_000, "exponential");
    case "string":
    case "fixed-string":
      if (STRETCHES.has(thing)) return { kind: "run", rows, of: template(`${prefix}{hex12}`) };
      return FEW.has(thing) ? few(prefix) : template(`${prefix}{${keyDigits(1)}-${keyDigits(10_000)}}`);
    default:
      return undefined;
  }
}

/** The first rows of the other table, as their text keys are made. */
function few(prefix: string): Generator {
  const values = Array.from({ length: FEW_VALUES }, (_, i) => prefix + keyDigits(i + 1));
  return { kind: "choice", values, skew: { zipf: 0.9 } };
}

const keyDigits = (row: number): string => String(row).padStart(KEY_DIGITS, "0");

/** Whether ORDER BY goes on with a time behind a column. */
function isBeforeTime(name: string, { model, sortingKey }: TableFacts): boolean {
  const at = sortingKey.indexOf(name);
  return (
    at >= 0 &&
    model.some((column) => column.type.kind.startsWith("datetime") && sortingKey.indexOf(column.name) > at)
  );
}
