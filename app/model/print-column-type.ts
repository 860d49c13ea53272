import type { ElementType } from "./column-type";
import { describeType } from "./types/describe-type";
import { wrapped } from "./types/wrapped";

/**
 * Writes a type as ClickHouse does in `system.columns`; `parseColumnType` reads it back.
 * @throws RangeError for kind `"other"`, whose text is not kept
 */
export function printColumnType(element: ElementType): string {
  return wrapped(element, describeType(element.type).print());
}
