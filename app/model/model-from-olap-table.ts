import type { OlapTable } from "@514labs/moose-lib";
import type { DefaultKind, Model } from "./column";
import { type MooseColumn, mooseColumnType } from "./moose-column-type";
import { parseColumnType } from "./parse-column-type";

/**
 * The model of the table that Moose creates for an OlapTable; types that are not known here have kind
 * `"other"`.
 */
export function modelFromOlapTable(table: OlapTable<any>): Model {
  return (table.columnArray as readonly MooseColumn[]).map((column) => {
    const clickhouseType = mooseColumnType(column) ?? "";
    return {
      name: column.name,
      clickhouseType,
      ...parseColumnType(clickhouseType),
      defaultKind: defaultKind(column),
    };
  });
}

function defaultKind(column: MooseColumn): DefaultKind {
  if (column.default !== null) return "DEFAULT";
  if (column.materialized !== null) return "MATERIALIZED";
  return column.alias === null ? "" : "ALIAS";
}
