import { describeType } from "../model/types/describe-type";
import type { Column, Model } from "../model/column";
import { CATALOG } from "../domains/images/columns/catalog";
import { fallbackColumn, type FallbackColumn } from "../domains/inferred/by-type";

/** What becomes of each column of a table; all lists are in the model's order. */
export interface ColumnCoverage {
  /** The columns that a block carries. */
  readonly filled: Model;
  /**
   * Computed by the server: materialized and ephemeral columns, aliases, and defaults that the generator does
   * not know.
   */
  readonly leftToServer: Model;
  /**
   * Names of the filled columns that get values by their type alone: unknown names, and known ones of a type
   * that can't hold what is known.
   */
  readonly unknown: readonly string[];
  /** Columns that can neither be filled nor left out: the request has to be refused. */
  readonly impossible: Model;
}

/** Decides, from the model alone, which columns are filled and how. */
export function coverColumns(model: Model): ColumnCoverage {
  const filled: Column[] = [];
  const leftToServer: Column[] = [];
  const unknown: string[] = [];
  const impossible: Column[] = [];
  for (const column of model) {
    if (column.defaultKind !== "" && (column.defaultKind !== "DEFAULT" || !isKnown(column)))
      leftToServer.push(column);
    else if (isKnown(column)) filled.push(column);
    // Rows are told apart by their image id: one that is made up by type would be no id.
    else if (column.name === "image_id" || !fallbackColumn(column)) impossible.push(column);
    else {
      filled.push(column);
      unknown.push(column.name);
    }
  }
  return { filled, leftToServer, unknown, impossible };
}

/**
 * What fills a column: its own definition where the column's type can hold that, else one by type.
 * @throws Error for a column that `coverColumns` calls impossible
 */
export function definitionOf(column: Column): FallbackColumn {
  const definition = isKnown(column) ? CATALOG.get(column.name) : fallbackColumn(column);
  if (!definition) throw new Error(`no values for column ${column.name}`);
  return definition;
}

function isKnown(column: Column): boolean {
  const known = CATALOG.get(column.name);
  return known !== undefined && describeType(column.type).takes(known.shape);
}
