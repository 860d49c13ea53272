import { describeType } from "../model/types/describe-type";
import type { Column, Model } from "../model/column";
import type { ColumnDefinition } from "./column-definition";
import type { Domain } from "./domain";

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
  /** Columns that can neither be filled nor omitted: the request must be refused. */
  readonly impossible: Model;
}

/** Decides, from the model and what its rows mean, which columns are filled and how. */
export function coverColumns(model: Model, domain: Domain): ColumnCoverage {
  const filled: Column[] = [];
  const leftToServer: Column[] = [];
  const unknown: string[] = [];
  const impossible: Column[] = [];
  for (const column of model) {
    const known = isKnown(column, domain);
    if (column.defaultKind !== "" && (column.defaultKind !== "DEFAULT" || !known)) leftToServer.push(column);
    else if (known) filled.push(column);
    // Rows are told apart by their key: one that is made up by type would be none.
    else if (column.name === domain.key || !domain.otherColumn(column)) impossible.push(column);
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
export function definitionOf(column: Column, domain: Domain): ColumnDefinition {
  const definition = isKnown(column, domain) ? domain.columns.get(column.name) : domain.otherColumn(column);
  if (!definition) throw new Error(`no values for column ${column.name}`);
  return definition;
}

function isKnown(column: Column, domain: Domain): boolean {
  const known = domain.columns.get(column.name);
  return known !== undefined && describeType(column.type).takes(known.shape);
}
