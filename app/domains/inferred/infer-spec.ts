import type { Column } from "../../model/column";
import type { TableFacts } from "../../model/table-facts";
import type { TableSpec } from "../spec/table-spec";

/**
 * What the rows of a table are, as far as it can be told from the table alone.
 * @throws Refusal `key-missing` where no column can hold a row's number
 */
export function inferSpec({ name, model }: TableFacts): TableSpec {
  const key = inferKey(model);
  return { name, key: { column: key.name, form: { as: "integer" } }, columns: {} };
}

function inferKey(model: readonly Column[]): Column {
  const key = model.find(({ type }) => type.kind === "integer");
  if (key === undefined) throw new Error("no key");
  return key;
}
