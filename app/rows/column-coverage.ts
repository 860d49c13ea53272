import { InternalError } from "../errors";
import { describeType } from "../model/types/describe-type";
import type { Column, Model } from "../model/column";
import { type ColumnDefinition, FLAG } from "./column-definition";
import { type ColumnFiller, createFiller } from "./column-filler";
import type { Domain } from "./domain";
import type { Factors } from "./factors";
import { keyIn } from "./keys/keys";
import { nestedPrefix } from "./nested-prefix";

/** What becomes of each column of a table; all lists are in the model's order. */
export interface ColumnCoverage {
  /** The columns that a block carries. */
  readonly filled: Model;
  /** Those of them that checksums can be made of: all without a TTL, and without JSON. */
  readonly compared: Model;
  /**
   * Omitted from inserts: materialized and ephemeral columns, aliases, defaults that the generator does not
   * know, columns that the user skips, and the `unfillable` ones. The server gives them their default.
   */
  readonly leftToServer: Model;
  /**
   * Those of them that no values can be made for: types that are not filled, and the arrays of a Nested column,
   * whose lengths must agree, where others of it are skipped, or only some are known.
   */
  readonly unfillable: Model;
  /**
   * Names of the filled columns that get values by their type alone: unknown names, and known ones of a type
   * that can't hold what is known.
   */
  readonly unknown: readonly string[];
  /** The key, where it can't be filled: the request must be refused. */
  readonly impossible: Model;
}

/** Decides, from the model and what its rows mean, which columns are filled and how. */
export function coverColumns(model: Model, domain: Domain): ColumnCoverage {
  const filled: Column[] = [];
  const leftToServer: Column[] = [];
  const unfillable: Column[] = [];
  const unknown: string[] = [];
  const impossible: Column[] = [];
  const partial = partialNested(model, domain);
  for (const column of model) {
    const known = isKnown(column, domain);
    if (column.skipped || (column.defaultKind !== "" && (column.defaultKind !== "DEFAULT" || !known)))
      leftToServer.push(column);
    else if (partial.has(nestedPrefix(column))) {
      leftToServer.push(column);
      unfillable.push(column);
    } else if (known) filled.push(column);
    // Rows are told apart by their key: one that is made up by type would be none.
    else if (column.name === domain.key) impossible.push(column);
    else if (!domain.otherColumn(column)) {
      leftToServer.push(column);
      unfillable.push(column);
    } else {
      filled.push(column);
      unknown.push(column.name);
    }
  }
  return { filled, compared: filled.filter(isCompared), leftToServer, unfillable, unknown, impossible };
}

/** Whether checksums can be made of the column, where it is filled. */
export function isCompared({ expires, type }: Column): boolean {
  return !expires && describeType(type).view !== undefined;
}

/**
 * The prefixes of Nested columns of which not all arrays can be filled in the same way: some are skipped, or the
 * domain knows some and not others.
 */
function partialNested(model: Model, domain: Domain): ReadonlySet<string | undefined> {
  const ways = new Map<string, Set<string>>();
  for (const column of model) {
    const prefix = nestedPrefix(column);
    if (prefix === undefined || (column.defaultKind !== "" && !column.skipped)) continue;
    const way = column.skipped
      ? "skipped"
      : isKnown(column, domain)
        ? "known"
        : domain.otherColumn(column)
          ? "by type"
          : "none";
    ways.set(prefix, (ways.get(prefix) ?? new Set()).add(way));
  }
  return new Set([...ways].filter(([, of]) => of.size > 1).map(([prefix]) => prefix));
}

/**
 * Fills a column: the key by its form, others by their own definition where the column's type can hold that, else by
 * type.
 * @throws Error for a column that `coverColumns` does not fill
 */
export function fillerOf(column: Column, domain: Domain, factors: Factors): ColumnFiller {
  if (column.name === domain.key) {
    const key = keyIn(column, domain);
    if (key) return key.filler(factors);
  }
  return createFiller(definitionOf(column, domain), column, factors);
}

function definitionOf(column: Column, domain: Domain): ColumnDefinition {
  if (column.marksDeleted) return NOT_DELETED;
  const definition = isKnown(column, domain) ? domain.columns.get(column.name) : domain.otherColumn(column);
  if (!definition) throw new InternalError(`no values for column ${column.name}`);
  return definition;
}

/** A row that is there. */
const NOT_DELETED: ColumnDefinition = {
  shape: FLAG,
  create: ({ capacity }) => ({ values: new Uint8Array(capacity) }),
};

function isKnown(column: Column, domain: Domain): boolean {
  if (column.name === domain.key) return keyIn(column, domain) !== undefined;
  if (column.marksDeleted) return true;
  const known = domain.columns.get(column.name);
  return known !== undefined && describeType(column.type).takes(known.shape);
}
