import type { Column } from "../../../model/column";
import type { TableFacts } from "../../../model/table-facts";
import { isOwnId, KEY_DIGITS } from "../infer-key";
import type { Generator } from "../../spec/generator";
import { template, UUID, whole } from "../names/generators";
import { idPrefix } from "../names/id-prefix";
import { nameWords, singular } from "../names/name-words";
import type { Inferred, Rule } from "./rule";

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

/** Last words of tables whose rows are parts of what stands before: items of an order. */
const PARTS = new Set(["item", "line", "detail", "entry", "position"]);
const PARTS_EACH = 3;

const FEW_VALUES = 40;
const MANY_VALUES = 10_000;
/** Rows of a stretch where time is what tells rows apart, as in readings of a device, and elsewhere. */
const READINGS = 200;
const EVENTS = 12;

/** Ids of other things: each one stands in many rows, some in more than others. */
export const byId: Rule = (column, facts) => {
  const words = nameWords(column.name);
  if (!/^(?:ids?|key|fk|uuid|guid)$/.test(words.at(-1) ?? "") || words.length < 2) return [];
  if (isOwnId(column.name, facts)) return ownId(column, facts);
  const thing = singular(words.at(-2)!);
  const table = nameWords(facts.name).map(singular);
  const rows =
    PARTS.has(table.at(-1) ?? "") && table.includes(thing) ? PARTS_EACH : stretchOf(column, thing, facts);
  const generator = generatorOf(column, thing, facts, rows);
  return generator
    ? [
        {
          generator,
          rule:
            rows !== undefined
              ? "id of what lasts for some rows"
              : FEW.has(thing)
                ? "id of one of few things"
                : "id of another thing",
        },
      ]
    : [];
};

/** An id of the rows themselves, where another column is the key. */
function ownId({ name, type }: Column, facts: TableFacts): readonly Inferred[] {
  const rule = "an id of its own";
  if (type.kind === "uuid") return [{ generator: UUID, rule }];
  if (type.kind === "string" || type.kind === "fixed-string")
    return [{ generator: template(`${idPrefix(name, facts.name)}{digits${KEY_DIGITS}}`), rule }];
  // A smaller one has too few values for the rows that somebody may ask for.
  if (type.kind !== "integer" || type.bits < 32) return [];
  const max = 2 ** Math.min(type.signed ? type.bits - 1 : type.bits, 53) - 1;
  return [{ generator: { kind: "unique", min: 1, max }, rule }];
}

/** How many neighbouring rows have one such thing; `undefined` where it comes back again and again. */
function stretchOf(column: Column, thing: string, facts: TableFacts): number | undefined {
  if (STRETCHES.has(thing)) return isBeforeTime(column.name, facts) ? READINGS : EVENTS;
  // There is no pool of UUIDs to choose from.
  return column.type.kind !== "uuid" ? undefined : FEW.has(thing) ? READINGS : EVENTS;
}

function generatorOf(
  { name, type }: Column,
  thing: string,
  facts: TableFacts,
  rows: number | undefined,
): Generator | undefined {
  const prefix = idPrefix(name, facts.name);
  const isText = type.kind === "string" || type.kind === "fixed-string";
  if (rows !== undefined) {
    const of =
      type.kind === "uuid"
        ? UUID
        : isText
          ? template(`${prefix}{digits${KEY_DIGITS}}`)
          : whole(1, 999_999_999);
    return { kind: "run", rows, of };
  }
  if (isText)
    return FEW.has(thing) ? few(prefix) : template(`${prefix}{${keyDigits(1)}-${keyDigits(MANY_VALUES)}}`);
  return ["integer", "float", "decimal"].includes(type.kind)
    ? whole(1, FEW.has(thing) ? FEW_VALUES : MANY_VALUES, "exponential")
    : undefined;
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
