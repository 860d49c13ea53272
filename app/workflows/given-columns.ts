import type { References } from "../domains/spec/builder/references";
import { buildSpec } from "../domains/spec/builder/build-spec";
import type { Reference } from "../domains/spec/table-spec";
import type { GivenSpec } from "../domains/spec/given-spec";
import { serverName } from "../table/create-table";
import { quoted } from "../request/quoted";
import type { DataFakerOptions } from "./faker-options";
import { invalid } from "./invalid-option";

/**
 * What the options say of the table's columns; how they are filled is checked with the server's table.
 * @throws Refusal `invalid-option`
 */
export function givenSpec({
  table,
  key,
  references,
  children,
  columns,
  strict = false,
}: DataFakerOptions): GivenSpec {
  const names = (table.columnArray as readonly { name: string }[]).map(({ name }) => name);
  if (key !== undefined && !names.includes(key))
    throw invalid("key", `a column of ${table.name}: ${names.join(", ")}`, quoted(key));
  if (typeof strict !== "boolean") throw invalid("strict", "true or false", quoted(strict));
  if (columns !== undefined && typeof columns !== "function")
    throw invalid("columns", "a function such as (c) => ({ price: c.decimal(1, 99) })", quoted(columns));
  const { given, said } = columns === undefined ? { given: {}, said: [] } : buildSpec(columns);
  const unknown = said.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw invalid("columns", `columns of ${table.name}: ${names.join(", ")}`, quoted(unknown));
  const unsaid = names.filter((name) => name !== key && !said.includes(name));
  if (strict && unsaid.length > 0)
    throw invalid(
      "columns",
      `every column of ${table.name}, since strict is true`,
      `none for ${unsaid.join(", ")}`,
    );
  return {
    ...given,
    ...(given.columns && { columns: declared(given.columns) }),
    ...(key === undefined ? {} : { key }),
    ...((references as unknown) !== undefined && { references: asData(references as References) }),
    ...(children && {
      children: Object.fromEntries(Object.entries(children).map(([name, child]) => [name, { table: child }])),
    }),
  };
}

/** For who asks why a column is as it is. */
const RULE = "declared in the project";

function declared(columns: NonNullable<GivenSpec["columns"]>): NonNullable<GivenSpec["columns"]> {
  const entries = Object.entries(columns).map(([name, said]) => [name, { generator: said, rule: RULE }]);
  return Object.fromEntries(entries) as NonNullable<GivenSpec["columns"]>;
}

function asData(references: References): Record<string, Reference> {
  const data: Record<string, Reference> = {};
  for (const [name, { to, ...reference }] of Object.entries(references))
    data[name] = { table: serverName(to.table), ...reference };
  return data;
}
