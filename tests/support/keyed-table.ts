import type { KeyForm } from "../../app/model/key-form";
import { modelFromServer } from "../../app/model/model-from-server";
import { type KeyedTable, tableKey } from "../../app/table/table-key";

/** A table of the database `local`. */
export function keyedTable(
  table: string,
  key = "image_id",
  type = "UInt64",
  keyForm: KeyForm = { as: "integer" },
): KeyedTable {
  const model = modelFromServer([{ name: key, type, default_kind: "" }]);
  return { name: { database: "local", table }, key: tableKey(model, { name: "", key, keyForm }) };
}
