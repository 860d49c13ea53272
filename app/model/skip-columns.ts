import type { Model } from "./column";

/** The model in which the columns of these names are left to the server. */
export function skipColumns(model: Model, names: Iterable<string>): Model {
  const skipped = new Set(names);
  return model.map((column) => (skipped.has(column.name) ? { ...column, skipped: true } : column));
}
