import type { Column } from "../model/column";

/**
 * The name of the Nested column that ClickHouse takes an array for a part of: `a` of `a.x`, `a.b` of `a.b.x`.
 * In each row all its parts have one length, so that it is drawn from the stream `nested/<name>`.
 * @returns `undefined` for a column that can be part of none
 */
export function nestedPrefix({ name, type }: Pick<Column, "name" | "type">): string | undefined {
  return type.kind === "array" ? /^(.+)\./s.exec(name)?.[1] : undefined;
}
