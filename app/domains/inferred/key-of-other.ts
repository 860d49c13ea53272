import type { Column } from "../../model/column";
import type { OtherKey, TableFacts } from "../../model/table-facts";
import type { Key } from "../../rows/keys/key";
import { keyIn } from "../../rows/keys/keys";
import { nameWords, singular } from "./names/name-words";

/** What a column refers to. */
export interface Referred {
  readonly key: OtherKey;
  /** What the row that it refers to is for this one: `buyer` of `buyerCustomerId`. */
  readonly role: string | undefined;
}

/**
 * The table whose key a column is, by name and type: `customerId` is the key `customerId` or `id` of `customers`, or
 * else the key `customerId` of another table; `buyerCustomerId` is such a key in a role. Where several are as good,
 * none is.
 */
export function keyOfOther(
  column: Column,
  { name: table, otherKeys = [] }: Pick<TableFacts, "name" | "otherKeys">,
): Referred | undefined {
  const words = nameWords(column.name);
  if (!ID_WORDS.has(words.at(-1)!) || column.defaultKind !== "") return undefined;
  const others = otherKeys.filter((other) => other.table !== table && keyWithin(column, other) !== undefined);
  const own = bestFitting(words, others);
  if (own.length > 0) return own.length === 1 ? { key: own[0]!, role: undefined } : undefined;
  const [role, ...rest] = words;
  const found = ROLES.has(role!) ? bestFitting(rest, others) : [];
  return found.length === 1 ? { key: found[0]!, role } : undefined;
}

function bestFitting(words: readonly string[], others: readonly OtherKey[]): readonly OtherKey[] {
  if (words.length < 2) return [];
  for (const fits of [ofWholeName, ofLastWords, ofKeyName]) {
    const found = others.filter((other) => fits(words, other));
    if (found.length > 0) return found;
  }
  return [];
}

/** In which rows of one table stand beside each other in a row of another. */
const ROLES = new Set([
  "buyer",
  "seller",
  "sender",
  "receiver",
  "recipient",
  "payer",
  "payee",
  "from",
  "to",
  "source",
  "target",
  "origin",
  "destination",
  "departure",
  "arrival",
  "pickup",
  "dropoff",
  "shipping",
  "billing",
  "home",
  "away",
  "winner",
  "loser",
  "primary",
  "secondary",
  "owner",
  "created",
  "assigned",
]);

const ID_WORDS = new Set(["id", "uuid", "guid", "key"]);

type Fits = (words: readonly string[], other: OtherKey) => boolean;

const ofWholeName: Fits = (words, other) =>
  isId(words, other) && thingOf(words) === tableWords(other).join("");

/** A table's name may begin with what it belongs to: `shop_customers`. */
const ofLastWords: Fits = (words, other) =>
  isId(words, other) && tableWords(other).some((_, at, all) => all.slice(at).join("") === thingOf(words));

const ofKeyName: Fits = (words, { column }) => nameWords(column).join("") === words.join("");

/** Whether the key is called as the column, or by a name that says no more than that it is one. */
function isId(words: readonly string[], other: OtherKey): boolean {
  const key = nameWords(other.column);
  return (key.length === 1 && ID_WORDS.has(key[0]!)) || ofKeyName(words, other);
}

const thingOf = (words: readonly string[]): string =>
  words
    .slice(0, -1)
    .map((word, at, all) => (at === all.length - 1 ? singular(word) : word))
    .join("");

/** In the singular. Moose has a table's version behind its name: `customers_1_0`. */
export const tableWords = ({ table }: OtherKey): readonly string[] =>
  nameWords(table.replace(/(?:_\d+)+$/, "")).map(singular);

/** How row numbers of the other table stand in a column; `undefined` where it can't hold them. */
export function keyWithin(column: Column, { table, column: key, form }: OtherKey): Key | undefined {
  if (form.as === "time") return undefined;
  return keyIn({ ...column, nullable: false }, { name: table, key, keyForm: form });
}
