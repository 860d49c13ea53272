import type { Column } from "../model/column";

/**
 * The largest row number that a key column can hold, at most `Number.MAX_SAFE_INTEGER`; `undefined` where its
 * type can hold none.
 */
export function largestRow({ type }: Pick<Column, "type">): number | undefined {
  if (type.kind !== "integer") return undefined;
  return Math.min(2 ** (type.signed ? type.bits - 1 : type.bits) - 1, Number.MAX_SAFE_INTEGER);
}
