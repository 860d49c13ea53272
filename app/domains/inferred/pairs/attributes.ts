import type { Column } from "../../../model/column";
import type { TableSpec } from "../../spec/table-spec";
import type { Generator } from "../../spec/generator";
import { besidesNull } from "../../spec/besides-null";
import { fitsPattern, nameWords } from "../names/name-words";

/** What a thing has once, whatever happens with it: the name of a customer, the model of a device. */
const ATTRIBUTES = [
  "name",
  "first name",
  "last name",
  "full name",
  "title",
  "email",
  "phone",
  "company",
  "country",
  "country code",
  "country name",
  "city",
  "state",
  "region",
  "zip",
  "zip code",
  "postal code",
  "timezone",
  "language",
  "locale",
  "type",
  "kind",
  "category",
  "segment",
  "tier",
  "plan",
  "gender",
  "industry",
  "department",
  "brand",
  "sku",
  "model",
  "manufacturer",
  "vendor",
  "os",
  "platform",
  "color",
  "size",
  "currency",
  "username",
  "url",
  "slug",
];

/** Kinds that are drawn, so that they can be for each value of another column instead of for each row. */
const DRAWN: ReadonlySet<Generator["kind"]> = new Set([
  "choice",
  "boolean",
  "vocabulary",
  "template",
  "identifier",
  "sentence",
]);

/**
 * The columns that say more of a thing whose id stands beside them, such as `customer_name` of `customer_id`, with the
 * id's column.
 */
function attributesOf(columns: readonly Column[]): ReadonlyMap<string, string> {
  const ids = columns.flatMap(({ name }) => {
    const words = nameWords(name);
    return words.length > 1 && /^(?:id|uuid|guid|key)$/.test(words.at(-1)!)
      ? [[name, words.slice(0, -1)] as const]
      : [];
  });
  const found = new Map<string, string>();
  for (const { name } of columns) {
    const words = nameWords(name);
    const id = ids.find(
      ([id, thing]) =>
        id !== name &&
        thing.every((word, at) => words[at] === word) &&
        ATTRIBUTES.some((attribute) => fitsPattern(words.slice(thing.length), attribute)),
    );
    if (id) found.set(name, id[0]);
  }
  return found;
}

/**
 * A specification in which the attributes of a thing are the same wherever its id recurs, with all that is drawn with
 * them.
 * @param isFixed whether a column stays as it is
 */
export function withAttributes(
  spec: TableSpec,
  columns: readonly Column[],
  isFixed: (name: string) => boolean,
): TableSpec {
  const attributes = attributesOf(columns.filter(({ name }) => name in spec.columns));
  const groups = new Map<string, string>();
  for (const [name, id] of attributes) {
    const { generator } = spec.columns[name]!;
    if (generator.kind === "group") groups.set(generator.group, id);
  }
  const entries = Object.entries(spec.columns).map(([name, column]) => {
    // Also a part of one that the table does not have.
    const own = attributes.get(name) ?? attributes.get(name.slice(0, name.lastIndexOf(".")));
    const id = column.generator.kind === "group" ? groups.get(column.generator.group) : own;
    const generator = isFixed(name) || id === undefined ? undefined : drawnPer(id, column.generator);
    const rule = `${column.rule}, as its ${id} has it`;
    return [name, generator === undefined ? column : { generator, rule }] as const;
  });
  return { ...spec, columns: Object.fromEntries(entries) };
}

/** `undefined` where it goes by something else already. */
function drawnPer(id: string, generator: Generator): Generator | undefined {
  if (generator.kind === "group") return generator.per === undefined ? { ...generator, per: id } : undefined;
  const isDrawn = DRAWN.has(besidesNull(generator).kind) && generator.kind !== "when";
  return isDrawn ? { kind: "per", column: id, of: generator } : undefined;
}
