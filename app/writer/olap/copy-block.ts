import type { ColumnValues, RowBlock } from "../../rows/row-block";

/** A copy of a block that shares no array with it, and can be passed to a thread. Dictionaries are shared. */
export function copyBlock(block: RowBlock): RowBlock {
  return {
    firstImageId: block.firstImageId,
    rows: block.rows,
    columns: block.columns.map(({ name, values }) => ({ name, values: copyValues(values, block.rows) })),
  };
}

function copyValues(values: ColumnValues, rows: number): ColumnValues {
  switch (values.kind) {
    case "number":
      return { kind: "number", values: first(values.values, rows), ...copyNulls(values, rows) };
    case "bigint":
      return { kind: "bigint", values: first(values.values, rows), ...copyNulls(values, rows) };
    case "string": {
      const offsets = first(values.offsets, rows + 1);
      return { kind: "string", bytes: first(values.bytes, offsets[rows]), offsets, ...copyNulls(values, rows) };
    }
    case "dictionary":
      return {
        kind: "dictionary",
        dictionary: values.dictionary,
        indexes: first(values.indexes, rows),
        ...copyNulls(values, rows),
      };
    case "fixed":
      return {
        kind: "fixed",
        width: values.width,
        bytes: first(values.bytes, rows * values.width),
        ...copyNulls(values, rows),
      };
    case "array": {
      const offsets = first(values.offsets, rows + 1);
      return { kind: "array", offsets, elements: copyValues(values.elements, offsets[rows]!) };
    }
  }
}

function copyNulls(values: { readonly nulls?: Uint8Array }, rows: number): { nulls?: Uint8Array } {
  return values.nulls === undefined ? {} : { nulls: first(values.nulls, rows) };
}

/** A copy of the first `length` entries. A Buffer's own `slice` would share its memory. */
function first<T extends ArrayLike<number> | ArrayLike<bigint>>(array: T, length: number): T {
  return Uint8Array.prototype.slice.call(array, 0, length) as unknown as T;
}
