import type { OlapTable } from "@514labs/moose-lib";
import { modelFromOlapTable } from "./model-from-olap-table";
import type { MooseColumn } from "./moose-column-type";
import type { TableFacts } from "./table-facts";
import type { ValueSchema } from "./value-schema";

const BOUNDS = [
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "minLength",
  "maxLength",
  "pattern",
  "format",
] as const satisfies readonly (keyof ValueSchema)[];

/** The parts of typia's JSON schema of a property that are read. */
interface JsonSchema extends Pick<ValueSchema, (typeof BOUNDS)[number]> {
  readonly type?: string;
  readonly oneOf?: readonly JsonSchema[];
  readonly const?: unknown;
  readonly items?: JsonSchema;
}

interface Schemas {
  readonly schemas: readonly { readonly $ref?: string }[];
  readonly components: {
    readonly schemas?: Readonly<
      Record<string, { readonly properties?: Readonly<Record<string, JsonSchema>> }>
    >;
  };
}

interface KeyConfig {
  readonly orderByFields?: readonly string[];
  readonly orderByExpression?: string;
  readonly engine?: unknown;
}

/** What an OlapTable's declaration says of its table. An array's schema is that of its elements. */
export function factsFromOlapTable(table: OlapTable<any>): TableFacts {
  const columns = table.columnArray as readonly MooseColumn[];
  const { orderByFields = [], orderByExpression = "", engine } = table.config as KeyConfig;
  const primaryKey = columns.filter((column) => column.primary_key).map(({ name }) => name);
  const order = orderByFields.length > 0 ? orderByFields : expressions(orderByExpression);
  const sortingKey = order.length > 0 ? order : primaryKey;
  const comments = columns.flatMap(({ name, comment }): [string, string][] =>
    comment ? [[name, comment]] : [],
  );
  return {
    name: table.name,
    model: modelFromOlapTable(table),
    comments: Object.fromEntries(comments),
    sortingKey,
    ...(primaryKey.length > 0 ? { primaryKey } : {}),
    replaces: /Replacing/.test(String(engine)),
    schemas: valueSchemas((table as unknown as { schema: Schemas }).schema),
  };
}

/** Names and simple calls between commas, without the parentheses around all. */
function expressions(text: string): string[] {
  return text
    .replace(/^\s*(?:tuple\s*)?\((.*)\)\s*$/s, "$1")
    .split(/,(?![^(]*\))/)
    .map((part) => part.trim().replace(/^`(.*)`$/, "$1"))
    .filter((part) => part !== "");
}

function valueSchemas({ schemas, components }: Schemas): Record<string, ValueSchema> {
  const name = schemas[0]?.$ref?.split("/").at(-1) ?? "";
  const properties = components.schemas?.[name]?.properties ?? {};
  const found = Object.entries(properties).map(([column, schema]) => [column, valueSchema(schema)] as const);
  return Object.fromEntries(found.filter(([, schema]) => Object.keys(schema).length > 0));
}

function valueSchema(schema: JsonSchema): ValueSchema {
  if (schema.items) return valueSchema(schema.items);
  const variants = (schema.oneOf ?? [schema]).filter(({ type }) => type !== "null");
  const constants = variants.flatMap(({ const: value }) =>
    typeof value === "string" || typeof value === "number" ? [value] : [],
  );
  // The compiler's order of a union's members depends on the rest of the program.
  if (constants.length === variants.length && constants.length > 0)
    return { values: constants.sort(byValue) };
  const [only] = variants;
  if (variants.length !== 1 || only === undefined) return {};
  return Object.fromEntries(
    BOUNDS.flatMap((bound) => (only[bound] === undefined ? [] : [[bound, only[bound]]])),
  );
}

function byValue(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : 1;
}
