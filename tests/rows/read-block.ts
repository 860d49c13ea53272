import { type ColumnValues, nullsOf } from "../../app/model/types/column-values";
import type { RowBlock } from "../../app/rows/row-block";

export type Value = number | bigint | string | null | readonly Value[];

/** The value of row i as a plain one; fixed bytes as hexadecimal digits. */
export function valueAt(values: ColumnValues, i: number): Value {
  if (nullsOf(values)?.[i]) return null;
  switch (values.kind) {
    case "number":
    case "bigint":
      return values.values[i]!;
    case "dictionary":
      return values.dictionary[values.indexes[i]!]!;
    case "string":
      return Buffer.from(values.bytes.subarray(values.offsets[i], values.offsets[i + 1])).toString();
    case "fixed":
      return Buffer.from(values.bytes.subarray(i * values.width, (i + 1) * values.width)).toString("hex");
    case "array": {
      const elements: Value[] = [];
      for (let j = values.offsets[i]!; j < values.offsets[i + 1]!; j++)
        elements.push(valueAt(values.elements, j));
      return elements;
    }
    case "tuple":
      return values.elements.map((element) => valueAt(element, i));
    case "map": {
      const pairs: Value[] = [];
      for (let j = values.offsets[i]!; j < values.offsets[i + 1]!; j++)
        pairs.push([valueAt(values.keys, j), valueAt(values.values, j)]);
      return pairs;
    }
  }
}

/** Every column of a block as plain values, by name. */
export function readBlock(block: RowBlock): Record<string, Value[]> {
  return Object.fromEntries(
    block.columns.map(({ name, values }) => [
      name,
      Array.from({ length: block.rows }, (_, i) => valueAt(values, i)),
    ]),
  );
}

/** The values of a column of a block. */
export function columnOf(block: RowBlock, name: string): ColumnValues {
  const column = block.columns.find((candidate) => candidate.name === name);
  if (!column) throw new Error(`no column ${name}`);
  return column.values;
}
