import type { ColumnType, ElementType } from "../../model/column-type";
import type {
  BigIntValues,
  ColumnValues,
  FixedValues,
  NumberValues,
  StringValues,
} from "../../model/types/column-values";
import { dateText, dateTimeText, dateTime64Text } from "../../model/types/date-text";
import { decimalText } from "../../model/types/decimal-text";

/** What JSON carries for a cell: 64-bit and wider integers, decimals and times as text. */
export type JsonValue = string | number | boolean | null | JsonValue[];

/** The value of row `i` of one column. */
export type CellReader = (i: number) => JsonValue;

/**
 * Reads the cells of a column as the values of a JSONEachRow row, such that ClickHouse (with best-effort date
 * parsing, as Moose sets it) reads exactly the column's value, whatever the time zones of column, server and
 * client.
 * @throws TypeError when values of that kind can't fill a column of that type
 */
export function cellReader(column: ElementType, values: ColumnValues): CellReader {
  const read = plainReader(column.type, values);
  const nulls = values.kind === "array" ? undefined : values.nulls;
  return nulls === undefined ? read : (i) => (nulls[i] === 1 ? null : read(i));
}

function plainReader(type: ColumnType, values: ColumnValues): CellReader {
  switch (values.kind) {
    case "number":
      return numberReader(type, values.values);
    case "bigint":
      return bigIntReader(type, values.values);
    case "string":
      return isText(type) ? stringReader(values) : mismatch(type, values);
    case "dictionary": {
      const { dictionary, indexes } = values;
      return isText(type) ? (i) => dictionary[indexes[i]!]! : mismatch(type, values);
    }
    case "fixed":
      return fixedReader(type, values);
    case "array": {
      if (type.kind !== "array") return mismatch(type, values);
      const { offsets } = values;
      const read = cellReader(type.element, values.elements);
      return (i) => {
        const list: JsonValue[] = [];
        for (let j = offsets[i]!, end = offsets[i + 1]!; j < end; j++) list.push(read(j));
        return list;
      };
    }
  }
}

/** Types that JSON writes as text and that a string can therefore fill. */
function isText(type: ColumnType): boolean {
  return (
    type.kind === "string" || type.kind === "fixed-string" || type.kind === "enum" || type.kind === "uuid"
  );
}

function mismatch(type: ColumnType, values: ColumnValues): never {
  throw new TypeError(`values of kind "${values.kind}" can't fill a column of kind "${type.kind}"`);
}

function numberReader(type: ColumnType, values: NumberValues["values"]): CellReader {
  switch (type.kind) {
    case "integer":
      return (i) => values[i]!;
    case "float":
      return type.bits === 32 ? (i) => float32Value(values[i]!) : (i) => floatValue(values[i]!);
    case "bool":
      return (i) => values[i] === 1;
    case "date":
      return (i) => dateText(values[i]!);
    case "datetime":
      return (i) => dateTimeText(values[i]!);
    case "decimal": {
      const { scale } = type;
      return (i) => decimalText(String(values[i]!), scale);
    }
    case "enum": {
      const names = new Map(type.values.map(([name, value]) => [value, name]));
      return (i) => {
        const name = names.get(values[i]!);
        if (name === undefined) throw new RangeError(`${values[i]} is not a value of the enum`);
        return name;
      };
    }
    default:
      return mismatch(type, { kind: "number", values });
  }
}

/** What JSON.stringify would turn into null, or lose the sign of, ClickHouse reads from strings. */
function floatValue(value: number): JsonValue {
  if (Number.isFinite(value)) return Object.is(value, -0) ? "-0" : value;
  return Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
}

/** Values on the generator's grid of 1/10,000 are written with their few digits, others with all. */
function float32Value(value: number): JsonValue {
  const short = Math.round(value * 10_000) / 10_000;
  return floatValue(Math.fround(short) === value ? short : value);
}

function bigIntReader(type: ColumnType, values: BigIntValues["values"]): CellReader {
  switch (type.kind) {
    case "integer":
      return (i) => values[i]!.toString();
    case "decimal": {
      const { scale } = type;
      return (i) => decimalText(values[i]!.toString(), scale);
    }
    case "datetime64": {
      const { precision } = type;
      return (i) => dateTime64Text(values[i]!, precision);
    }
    default:
      return mismatch(type, { kind: "bigint", values });
  }
}

function stringReader({ bytes, offsets }: StringValues): CellReader {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (i) => buffer.toString("utf8", offsets[i], offsets[i + 1]);
}

function fixedReader(type: ColumnType, values: FixedValues): CellReader {
  const { width, bytes } = values;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (type.kind) {
    case "uuid":
      return (i) => uuidText(buffer, i * width);
    case "fixed-string":
      return (i) => fixedText(buffer.subarray(i * width, (i + 1) * width));
    case "integer": {
      const { signed } = type;
      return (i) => wideInteger(buffer, i * width, width, signed).toString();
    }
    case "decimal": {
      const { scale } = type;
      return (i) => decimalText(wideInteger(buffer, i * width, width, true).toString(), scale);
    }
    default:
      return mismatch(type, values);
  }
}

/** ClickHouse keeps a UUID as two little-endian 64-bit numbers, the first half of the text first. */
function uuidText(buffer: Buffer, start: number): string {
  const hex = [start, start + 8]
    .map((at) => buffer.readBigUInt64LE(at).toString(16).padStart(16, "0"))
    .join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Without the NULs at its end, which the server puts back. */
function fixedText(bytes: Buffer): string {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  const text = bytes.toString("utf8", 0, end);
  if (!Buffer.from(text).equals(bytes.subarray(0, end))) {
    throw new TypeError("JSON can't carry a FixedString that is not UTF-8");
  }
  return text;
}

function wideInteger(buffer: Buffer, start: number, width: number, signed: boolean): bigint {
  let value = 0n;
  for (let at = start + width - 8; at >= start; at -= 8) value = (value << 64n) | buffer.readBigUInt64LE(at);
  return signed ? BigInt.asIntN(width * 8, value) : value;
}
