import type { ClickHouseSettings } from "@clickhouse/client";

/** ClickHouse's defaults for the elements of a statement, and for those that it has with its aliases put in. */
const ELEMENTS = 50_000;
const EXPANDED_ELEMENTS = 500_000;

/**
 * The settings that let the server take a statement of many elements; none for others, since a user may be
 * forbidden to change settings.
 * @param length of its expressions, in characters; an element takes two or more
 */
export function elementLimits(length: number): ClickHouseSettings {
  if (length / 2 <= ELEMENTS) return {};
  return {
    max_ast_elements: String(length),
    max_expanded_ast_elements: String(Math.max(length, EXPANDED_ELEMENTS)),
  };
}
