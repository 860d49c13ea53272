import { integerKey, type KeyedTable } from "../../app/table/table-key";

/** A table of the database `local` whose rows are asked for by an integer column. */
export function keyedTable(table: string, key = "image_id"): KeyedTable {
  return { name: { database: "local", table }, key: integerKey(key, []) };
}
