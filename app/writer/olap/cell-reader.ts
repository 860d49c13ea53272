import type { ElementType } from "../../model/column-type";
import type { ColumnValues, FixedValues, StringValues } from "../../model/types/column-values";
import { describeType } from "../../model/types/describe-type";
import type { JsonValue } from "../../model/types/type-description";

/** The value of row `i` of one column. */
export type CellReader = (i: number) => JsonValue;

/**
 * Reads the cells of a column as the values of a JSONEachRow row, such that ClickHouse (with best-effort date
 * parsing, as Moose sets it) reads exactly the column's value, whatever the time zones of column, server and
 * client.
 * @throws TypeError when values of that kind can't fill a column of that type
 */
export function cellReader(column: ElementType, values: ColumnValues): CellReader {
  const read = plainReader(column, values);
  if (read === undefined)
    throw new TypeError(`values of kind "${values.kind}" can't fill a column of kind "${column.type.kind}"`);
  const nulls = values.kind === "array" ? undefined : values.nulls;
  return nulls === undefined ? read : (i) => (nulls[i] === 1 ? null : read(i));
}

/** @returns `undefined` when values of that kind can't fill the column */
function plainReader({ type }: ElementType, values: ColumnValues): CellReader | undefined {
  const { memory, json, text } = describeType(type);
  switch (values.kind) {
    case "number":
      return ofEach(values.values, json.number);
    case "bigint":
      return ofEach(values.values, json.bigint);
    case "string":
      return text && stringReader(values);
    case "dictionary": {
      const { dictionary, indexes } = values;
      return text && ((i) => dictionary[indexes[i]!]!);
    }
    case "fixed":
      if (memory.kind !== "fixed") return undefined;
      if (json.bytes) return bytesReader(values, json.bytes);
      return json.bigint && wideReader(values, memory.signed, json.bigint);
    case "array": {
      if (memory.kind !== "array") return undefined;
      const { offsets } = values;
      const read = cellReader(memory.element, values.elements);
      return (i) => {
        const list: JsonValue[] = [];
        for (let j = offsets[i]!, end = offsets[i + 1]!; j < end; j++) list.push(read(j));
        return list;
      };
    }
  }
}

function ofEach<T>(
  values: ArrayLike<T>,
  json: ((value: T) => JsonValue) | undefined,
): CellReader | undefined {
  return json && ((i) => json(values[i]!));
}

function stringReader({ bytes, offsets }: StringValues): CellReader {
  const buffer = bufferOf(bytes);
  return (i) => buffer.toString("utf8", offsets[i], offsets[i + 1]);
}

function bytesReader(
  { width, bytes }: FixedValues,
  json: (bytes: Buffer, start: number) => JsonValue,
): CellReader {
  const buffer = bufferOf(bytes);
  return (i) => json(buffer, i * width);
}

function wideReader(
  { width, bytes }: FixedValues,
  signed: boolean,
  json: (value: bigint) => JsonValue,
): CellReader {
  const buffer = bufferOf(bytes);
  return (i) => json(wideInteger(buffer, i * width, width, signed));
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function wideInteger(buffer: Buffer, start: number, width: number, signed: boolean): bigint {
  let value = 0n;
  for (let at = start + width - 8; at >= start; at -= 8) value = (value << 64n) | buffer.readBigUInt64LE(at);
  return signed ? BigInt.asIntN(width * 8, value) : value;
}
