import type { ElementType } from "../column-type";
import {
  type ArrayValues,
  type ColumnValues,
  type FixedValues,
  type MapValues,
  nullsOf,
  type StringValues,
  type TupleValues,
} from "./column-values";
import { describeType } from "./describe-type";
import type { Memory } from "./memory";
import type { JsonForm, JsonValue } from "./type-description";

/** The JSON text of row `i` of one column. */
export type CellText = (i: number) => string;

/**
 * Writes the cells of a column as the values of a JSONEachRow row, such that ClickHouse (with best-effort date
 * parsing, as Moose sets it) reads exactly the column's value, whatever the time zones of column, server and
 * client.
 * @throws TypeError when values of that kind can't fill a column of that type
 */
export function cellText(column: ElementType, values: ColumnValues): CellText {
  const { memory, json, text } = describeType(column.type);
  const write = composite(memory, json, values) ?? single(memory, json, text !== undefined, values);
  if (write === undefined)
    throw new TypeError(`values of kind "${values.kind}" can't fill a column of kind "${column.type.kind}"`);
  const nulls = nullsOf(values);
  return nulls === undefined ? write : (i) => (nulls[i] === 1 ? "null" : write(i));
}

function composite(memory: Memory, json: JsonForm, values: ColumnValues): CellText | undefined {
  if (values.kind === "array" && memory.kind === "array") return arrayText(memory.element, values);
  if (values.kind === "tuple" && memory.kind === "tuple")
    return tupleText(memory.elements, json.names, values);
  return values.kind === "map" && memory.kind === "map"
    ? mapText(memory.key, memory.value, values)
    : undefined;
}

function arrayText(element: ElementType, { offsets, elements }: ArrayValues): CellText {
  const text = cellText(element, elements);
  return (i) => listed("[", "]", offsets[i]!, offsets[i + 1]!, text);
}

/** An object where the elements have names. */
function tupleText(
  types: readonly ElementType[],
  names: readonly string[] | undefined,
  { elements }: TupleValues,
): CellText {
  const texts = types.map((type, k) => cellText(type, elements[k]!));
  const heads = names?.map((name) => `${JSON.stringify(name)}:`);
  const [open, close] = heads ? "{}" : "[]";
  return (i) => listed(open!, close!, 0, texts.length, (k) => `${heads?.[k] ?? ""}${texts[k]!(i)}`);
}

function mapText(key: ElementType, value: ElementType, { offsets, keys, values }: MapValues): CellText {
  const [keyText, valueText] = [cellText(key, keys), cellText(value, values)];
  // ClickHouse reads keys as it reads values, and most that are not texts may stand in quotes.
  const plain = key.type.kind === "bool";
  const quoted = (text: string) => (plain || text.startsWith('"') ? text : `"${text}"`);
  return (i) =>
    listed("{", "}", offsets[i]!, offsets[i + 1]!, (j) => `${quoted(keyText(j))}:${valueText(j)}`);
}

function listed(open: string, close: string, from: number, to: number, text: CellText): string {
  let list = open;
  for (let j = from; j < to; j++) list += j === from ? text(j) : `,${text(j)}`;
  return list + close;
}

/** @returns `undefined` when values of that kind can't fill the column */
function single(
  memory: Memory,
  json: JsonForm,
  takesTexts: boolean,
  values: ColumnValues,
): CellText | undefined {
  switch (values.kind) {
    case "number":
      return ofEach(values.values, json.number);
    case "bigint":
      return ofEach(values.values, json.bigint);
    case "string": {
      if (!takesTexts) return undefined;
      const read = stringReader(values);
      return json.raw ? read : (i) => JSON.stringify(read(i));
    }
    case "dictionary": {
      const { dictionary, indexes } = values;
      return takesTexts ? (i) => JSON.stringify(dictionary[indexes[i]!]!) : undefined;
    }
    case "fixed":
      return memory.kind === "fixed" ? fixedText(memory.signed, json, values) : undefined;
    default:
      return undefined;
  }
}

function ofEach<T>(values: ArrayLike<T>, json: ((value: T) => JsonValue) | undefined): CellText | undefined {
  return json && ((i) => JSON.stringify(json(values[i]!)));
}

function stringReader({ bytes, offsets }: StringValues): CellText {
  const buffer = bufferOf(bytes);
  return (i) => buffer.toString("utf8", offsets[i], offsets[i + 1]);
}

function fixedText(signed: boolean, json: JsonForm, { width, bytes }: FixedValues): CellText | undefined {
  const buffer = bufferOf(bytes);
  if (json.bytes) return (i) => JSON.stringify(json.bytes!(buffer, i * width));
  if (!json.bigint) return undefined;
  return (i) => JSON.stringify(json.bigint!(wideInteger(buffer, i * width, width, signed)));
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function wideInteger(buffer: Buffer, start: number, width: number, signed: boolean): bigint {
  let value = 0n;
  for (let at = start + width - 8; at >= start; at -= 8) value = (value << 64n) | buffer.readBigUInt64LE(at);
  return signed ? BigInt.asIntN(width * 8, value) : value;
}
