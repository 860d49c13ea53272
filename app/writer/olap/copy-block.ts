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
      return { kind: "number", values: values.values.slice(0, rows), ...copyNulls(values, rows) };
    case "bigint":
      return { kind: "bigint", values: values.values.slice(0, rows), ...copyNulls(values, rows) };
    case "string": {
      const offsets = values.offsets.slice(0, rows + 1);
      return { kind: "string", bytes: values.bytes.slice(0, offsets[rows]), offsets, ...copyNulls(values, rows) };
    }
    case "dictionary":
      return {
        kind: "dictionary",
        dictionary: values.dictionary,
        indexes: values.indexes.slice(0, rows),
        ...copyNulls(values, rows),
      };
    case "fixed":
      return {
        kind: "fixed",
        width: values.width,
        bytes: values.bytes.slice(0, rows * values.width),
        ...copyNulls(values, rows),
      };
    case "array": {
      const offsets = values.offsets.slice(0, rows + 1);
      return { kind: "array", offsets, elements: copyValues(values.elements, offsets[rows]!) };
    }
  }
}

function copyNulls(values: { readonly nulls?: Uint8Array }, rows: number): { nulls?: Uint8Array } {
  return values.nulls === undefined ? {} : { nulls: values.nulls.slice(0, rows) };
}
