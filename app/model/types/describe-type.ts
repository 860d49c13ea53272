import type { ColumnType } from "../column-type";
import type { TypeDescription, TypeEntry } from "./type-description";
import { TYPE_ENTRIES } from "./type-entries";

/** Types stay as long as their model, and blocks ask for the same ones again and again. */
const descriptions = new WeakMap<ColumnType, TypeDescription>();

/** What this package knows of a type: its memory, its texts, its checksum, and what it can hold. */
export function describeType(type: ColumnType): TypeDescription {
  let description = descriptions.get(type);
  if (description === undefined) {
    const entry = TYPE_ENTRIES[type.kind] as TypeEntry<ColumnType>;
    description = entry.describe(type, describeType);
    descriptions.set(type, description);
  }
  return description;
}
