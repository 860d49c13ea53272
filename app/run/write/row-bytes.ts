import { type ColumnValues, valuesBelow } from "../../model/types/column-values";
import { averageBytes } from "../../rows/row-size";
import type { RowGenerator } from "../../rows/row-generator";
import type { Encoder } from "../../writer/encoder";

/** What a row takes in memory, in bytes. */
export interface RowBytes {
  /** In the arrays of the thread that makes it. */
  readonly block: number;
  /** In the body of an insert. */
  readonly encoded: number;
}

/** What a row takes here, and on the server. */
export interface MeasuredRow extends RowBytes {
  /** Of an average one before compression. */
  readonly uncompressed: number;
}

/** Rows that are made to see what they take. */
const SAMPLE_ROWS = 256;
/** Encoded batches of one table differ in length by less. */
const MARGIN = 1.1;
/**
 * A column has a state a row, and its values once as they are made and once in the column's type; an array has
 * room for the most elements that a row can have. So many bytes, and so many times the values' own, are enough.
 */
const STATE_BYTES = 8;
const TIMES_VALUES = 2;
const TIMES_ARRAYS = 6;

/** Makes and encodes a few rows. @param firstRow the first of them; @param most how many there are at most, 1 or more */
export function measureRowBytes(
  generator: RowGenerator,
  encoder: Encoder,
  firstRow: number,
  most: number,
): MeasuredRow {
  const rows = Math.min(SAMPLE_ROWS, most);
  const block = generator.generate(firstRow, rows);
  const bytes = block.columns.reduce(
    (sum, { values }) => sum + (holdsLists(values) ? TIMES_ARRAYS : TIMES_VALUES) * typedArrayBytes(values),
    0,
  );
  const encoded = encoder.encode(block).bytes.length;
  return {
    block: bytes / rows + STATE_BYTES * block.columns.length,
    encoded: (MARGIN * encoded) / rows,
    uncompressed: averageBytes(block, generator.columns),
  };
}

function holdsLists(values: ColumnValues): boolean {
  return values.kind === "array" || values.kind === "map" || valuesBelow(values).some(holdsLists);
}

/** Bytes of the typed arrays in a value of any depth. */
function typedArrayBytes(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce<number>((sum, part) => sum + typedArrayBytes(part), 0);
}
