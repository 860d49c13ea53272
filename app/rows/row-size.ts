import type { Model } from "../model/column";
import type { ElementType } from "../model/column-type";
import { type ColumnValues, valuesBelow } from "../model/types/column-values";
import { describeType } from "../model/types/describe-type";
import { partsOf } from "../model/types/memory";
import type { Domain } from "./domain";
import { keyIn } from "./keys/keys";
import type { RowBlock } from "./row-block";
import { createRowGenerator } from "./row-generator";

/** Rows that are made to see what they take, where the key can number as many. */
const SAMPLE_ROWS = 127;
/** What the server keeps of each string and each array beside its contents. */
const LENGTH_BYTES = 8;

/** Bytes of an average row before compression, about as ClickHouse counts them: by a few rows made for the model. */
export function rowSize(model: Model, domain: Domain): number {
  const key = model.find(({ name }) => name === domain.key);
  const largest = (key && keyIn(key, domain))?.largest ?? SAMPLE_ROWS;
  const rows = Math.min(SAMPLE_ROWS, largest, domain.capacity?.largestRow ?? SAMPLE_ROWS);
  return averageBytes(createRowGenerator("size", model, domain).generate(1, rows), model);
}

/** The same of the rows of a block. */
export function averageBytes({ rows, columns }: RowBlock, model: Model): number {
  const types = new Map(model.map((column) => [column.name, column]));
  const bytes = columns.map(({ name, values }) => valueBytes(types.get(name)!, values, rows));
  return bytes.reduce((sum, one) => sum + one, 0) / rows;
}

function valueBytes(
  { type, nullable, lowCardinality }: ElementType,
  values: ColumnValues,
  count: number,
): number {
  const below = valuesBelow(values);
  if (below.length > 0) {
    const lists = "offsets" in values;
    const rows = lists ? values.offsets[count]! : count;
    const parts = partsOf(describeType(type).memory);
    return below.reduce(
      (sum, one, i) => sum + valueBytes(parts[i]!, one, rows),
      lists ? count * LENGTH_BYTES : 0,
    );
  }
  // An index each; its keys are few.
  if (lowCardinality) return count * (values.kind === "dictionary" && values.dictionary.length < 256 ? 1 : 2);
  return (nullable ? count : 0) + scalarBytes(values, count);
}

function scalarBytes(values: ColumnValues, count: number): number {
  switch (values.kind) {
    default:
      throw new TypeError(`values of kind "${values.kind}" for a type of another kind`);
    case "number":
    case "bigint":
      return count * values.values.BYTES_PER_ELEMENT;
    case "fixed":
      return count * values.width;
    case "string":
      return count * LENGTH_BYTES + values.offsets[count]!;
    case "dictionary": {
      const lengths = values.dictionary.map((word) => Buffer.byteLength(word));
      return values.indexes.subarray(0, count).reduce((sum, i) => sum + LENGTH_BYTES + lengths[i]!, 0);
    }
  }
}
