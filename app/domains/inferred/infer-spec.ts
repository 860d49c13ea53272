import type { Column } from "../../model/column";
import type { TableFacts } from "../../model/table-facts";
import type { TableSpec } from "../spec/table-spec";

/**
 * What the rows of a table are, as far as it can be told from the table alone.
 * @param key where it is known already
 * @throws Refusal `key-missing` where no column can hold a row's number
 */
export function inferSpec(
  { name, model }: TableFacts,
  key: TableSpec["key"] = { column: inferKey(model).name, form: { as: "integer" } },
): TableSpec {
  return { name, key, columns: {} };
}

function inferKey(model: readonly Column[]): Column {
  const key = model.find(({ type }) => type.kind === "integer");
  if (key === undefined) throw new Error("no key");
  return key;
}
