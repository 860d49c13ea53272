import { Refusal } from "../../errors";
import type { Column } from "../../model/column";
import type { KeyForm } from "../../model/key-form";
import type { TableFacts } from "../../model/table-facts";
import { idPrefix } from "./names/id-prefix";
import { nameWords, singular } from "./names/name-words";

/** Digits of a row number in a text key. */
export const KEY_DIGITS = 12;
/** 2024-01-01: the first slot of a time key. */
const FIRST_SECOND = 1_704_067_200;

export interface InferredKey {
  readonly column: string;
  readonly form: KeyForm;
  /** Why it is the key. */
  readonly rule: string;
}

/**
 * The column in which a row's number stands. The first of these that can hold it:
 * 1. the only column that Moose marks as `Key`, unless many rows share it: behind it in ORDER BY stands a time, or
 *    it is another thing's id and any column that would do (`sessionId` before `timestamp`);
 * 2. `id`, `uuid`, `<table>_id`;
 * 3. the last one of ORDER BY that tells rows apart by its name and type: no `LowCardinality`, no other thing's id, no
 *    text unless it is called an id, a number, a code or the like;
 * 4. the last one of ORDER BY, `LowCardinality` only where there is no other.
 * Where rows that are equal in the sort key may become one, only its columns come into question.
 * @throws Refusal `key-missing`
 */
export function inferKey(facts: TableFacts): InferredKey {
  const { model, sortingKey, primaryKey = sortingKey, replaces = false } = facts;
  const candidates = model.filter(
    (column) => formOf(column, facts) !== undefined && (!replaces || sortingKey.includes(column.name)),
  );
  const named = (name: string): Column | undefined => candidates.find((column) => column.name === name);
  const found = (column: Column | undefined, rule: string): InferredKey | undefined =>
    column && { column: column.name, form: formOf(column, facts)!, rule };
  const backwards = [...sortingKey].reverse().flatMap((name) => named(name) ?? []);
  const [marked] = primaryKey;
  // A server does not tell a column that is marked from one that is all of ORDER BY.
  const isMarked =
    primaryKey.length < sortingKey.length ||
    candidates.some((column) => column.name === marked && tellsApart(column));
  return (
    found(
      primaryKey.length === 1 && isMarked && !repeats(marked!, facts) ? named(marked!) : undefined,
      "the column of the primary key",
    ) ??
    found(
      candidates.find(({ name }) => isOwnId(name, facts)),
      "named as the table's id",
    ) ??
    found(backwards.find(tellsApart), "the last column of ORDER BY that tells rows apart") ??
    found(
      backwards.find(({ lowCardinality }) => !lowCardinality) ?? backwards[0],
      "the last column of ORDER BY that can hold a number",
    ) ??
    missing(facts)
  );
}

/**
 * The key that is a column that somebody named.
 * @throws Refusal `key-unfit`
 */
export function keyIn(name: string, facts: TableFacts): Pick<InferredKey, "column" | "form"> {
  const column = facts.model.find((column) => column.name === name);
  const form = column && formOf(column, facts);
  if (form !== undefined) return { column: name, form };
  throw new Refusal(
    "key-unfit",
    `The key of ${facts.name}: the column ${name} ${column === undefined ? "is not there" : `(${column.clickhouseType}) can't hold row numbers`}: name an integer column of 32 bits or more, or a String, UUID, DateTime or DateTime64`,
    { column: name },
  );
}

/** A marked column that many rows share: what stands behind it in ORDER BY tells them apart. */
function repeats(marked: string, facts: TableFacts): boolean {
  const others = behind(marked, facts).filter((column) => formOf(column, facts) !== undefined);
  return !isOwnId(marked, facts) && others.some((column) => isTime(column) || refersElsewhere(marked));
}

function behind(marked: string, { model, sortingKey }: TableFacts): readonly Column[] {
  const names = sortingKey.slice(sortingKey.indexOf(marked) + 1);
  return model.filter((column) => names.includes(column.name));
}

const isTime = ({ type }: Column): boolean => type.kind === "datetime" || type.kind === "datetime64";

/** `id`, `uuid`, and `order_id`, `orderId`, `primaryKey` in a table `orders`. */
export function isOwnId(name: string, { name: table }: TableFacts): boolean {
  const text = nameWords(name).join("");
  const own = nameWords(table).map(singular);
  // A table's name may begin with what it belongs to: `shop_orders`.
  const ofTable = own.map((_, at) => `${own.slice(at).join("")}id`);
  return ["id", "uuid", "guid", "key", "primarykey", "rowid", ...ofTable].includes(text);
}

/** A name such as `tenantId`: by it many rows belong together. */
function refersElsewhere(name: string): boolean {
  return nameWords(name).length > 1 && nameWords(name).at(-1) === "id";
}

/** A column whose values people expect to differ in each row. */
function tellsApart({ name, type, lowCardinality }: Column): boolean {
  if (lowCardinality || refersElsewhere(name)) return false;
  return type.kind.endsWith("string") ? TELLING.has(nameWords(name).at(-1) ?? "") : true;
}

const TELLING = new Set([
  "id",
  "key",
  "no",
  "number",
  "code",
  "uuid",
  "guid",
  "hash",
  "token",
  "reference",
  "sku",
]);

/** How a row's number stands in a column; `undefined` where it can't. */
function formOf(column: Column, facts: TableFacts): KeyForm | undefined {
  const { name, type, nullable, defaultKind } = column;
  if (nullable || (defaultKind !== "" && defaultKind !== "DEFAULT")) return undefined;
  switch (type.kind) {
    case "integer":
      return type.bits >= 32 ? { as: "integer" } : undefined;
    case "uuid":
      return { as: "uuid" };
    case "string":
      if (facts.schemas?.[name]?.values) return undefined;
      return isUuid(column, facts) ? { as: "uuid", text: true } : textForm(column, facts);
    case "fixed-string":
      if (type.length === 36) return { as: "uuid", text: true };
      return type.length >= KEY_DIGITS ? textForm(column, facts, type.length) : undefined;
    case "datetime":
      return { as: "time", first: FIRST_SECOND, everyTicks: 1 };
    case "datetime64":
      // A tenth of a second, where the type is as fine.
      return { as: "time", first: FIRST_SECOND, everyTicks: Math.max(1, 10 ** (type.precision - 1)) };
    default:
      return undefined;
  }
}

function isUuid({ name }: Column, { comments, schemas }: TableFacts): boolean {
  const last = nameWords(name).at(-1);
  return (
    last === "uuid" ||
    last === "guid" ||
    schemas?.[name]?.format === "uuid" ||
    /\buuid\b/i.test(comments[name] ?? "")
  );
}

function textForm({ name }: Column, { name: table }: TableFacts, length = Infinity): KeyForm {
  const prefix = idPrefix(name, table);
  return { as: "text", prefix: prefix.length + KEY_DIGITS <= length ? prefix : "", digits: KEY_DIGITS };
}

function missing({ name, model, sortingKey, replaces }: TableFacts): never {
  const columns = model.map((column) => `${column.name} ${column.clickhouseType}`);
  const where = replaces
    ? ` among the columns of its ORDER BY (${sortingKey.join(", ")}), whose equal rows become one`
    : "";
  throw new Refusal(
    "key-missing",
    `Table ${name} has no column that can hold a row's number${where}: ${columns.join(", ")}; what would do is an integer of 32 bits or more, a String, a FixedString of ${KEY_DIGITS} or more, a UUID, or a DateTime that is not Nullable${replaces ? " there" : ", named id or part of ORDER BY"}`,
    { table: name, columns: model.map((column) => column.name), sortingKey },
  );
}
