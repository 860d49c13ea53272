import type { ElementType } from "../../model/column-type";
import type { ByteBuffer } from "../byte-buffer";
import { type CellText, cellText } from "../../model/types/cell-text";
import {
  type ArrayValues,
  type ColumnValues,
  nullsOf,
  type NumberValues,
  type StringValues,
} from "../../model/types/column-values";
import { dateText } from "../../model/types/date-text";
import { FragmentTable } from "./fragment-table";
import { appendDigits, appendInteger } from "./json-digits";
import { appendJsonString } from "./json-string";

/** Writes the value of row `i` as JSON, with its name before it. */
export type FieldWriter = (out: ByteBuffer, i: number) => void;

const QUOTE = 0x22;
const MINUS = 0x2d;
const COMMA = 0x2c;
const POINT = 0x2e;
const ZERO = 0x30;
const COLON = 0x3a;
const Z = 0x5a;
const OPEN = 0x5b;
const CLOSE = 0x5d;

/** The field's own texts. */
const NAME = 0;
const NULL = 1;

/** Days from 1970 that a Date can have. */
const DAYS = 2 ** 16;
const SECONDS_A_DAY = 86_400;
/** The generator's floats are multiples of 10^-8. */
const FLOAT_DIGITS = 8;
const GRID = 10 ** FLOAT_DIGITS;
/** Doubles have the shortest text that stands for them up to so many units; floats of 32 bits up to 1. */
const EXACT = 10 ** 15;

/**
 * A field of JSON objects, such as one column's part of a JSON row: its name and the {@link cellText}, for the common
 * types without making that text. Keeps the texts of values that come back, from block to block.
 */
export class JsonField {
  private readonly texts = new FragmentTable(2);
  /** Texts of values, with the name before them. */
  private values: FragmentTable | undefined;
  /** Whose texts `values` are, where values come from a dictionary. */
  private dictionary: readonly string[] | undefined;

  /** @param name what stands before the value, such as `"a":` */
  constructor(
    private readonly to: ElementType,
    private readonly name: string,
  ) {
    this.texts.add(NAME, name);
    this.texts.add(NULL, `${name}null`);
  }

  /** @throws TypeError when values of that kind can't fill the type */
  bind(values: ColumnValues): FieldWriter {
    const write = this.bindPresent(values);
    const nulls = nullsOf(values);
    if (nulls === undefined) return write;
    return (out, i) => (nulls[i] === 1 ? this.texts.append(out, NULL) : write(out, i));
  }

  /** For rows that are not NULL. @throws as {@link bind} */
  bindPresent(values: ColumnValues): FieldWriter {
    const read = cellText(this.to, values);
    const { type } = this.to;
    const any: FieldWriter = (out, i) => out.appendBytes(Buffer.from(this.text(read, i)));
    if (values.kind === "dictionary")
      return this.repeated(values.indexes, 0, values.dictionary.length, read, values.dictionary);
    if (values.kind === "string" && type.kind === "string") return this.string(values);
    if (values.kind === "array" && type.kind === "array" && type.element.type.kind === "integer")
      return this.integers(values) ?? any;
    if (values.kind !== "number") return any;
    const numbers = values.values;
    if (numbers instanceof Uint8Array || numbers instanceof Uint16Array)
      return this.repeated(numbers, 0, 2 ** (8 * numbers.BYTES_PER_ELEMENT), read);
    if (numbers instanceof Int8Array || numbers instanceof Int16Array) {
      const size = 2 ** (8 * numbers.BYTES_PER_ELEMENT);
      return this.repeated(numbers, size / 2, size, read);
    }
    if (type.kind === "float")
      return type.bits === 32
        ? this.float(numbers, Math.fround, GRID, any)
        : this.float(numbers, (value) => value, EXACT, any);
    if (!isInteger32(numbers)) return any;
    switch (type.kind) {
      case "integer":
        return (out, i) => {
          this.texts.append(out, NAME);
          appendInteger(out, numbers[i]!);
        };
      case "date":
        return this.date(numbers, read, any);
      case "datetime":
        return this.dateTime(numbers);
      case "decimal":
        return type.scale <= 9 ? this.decimal(numbers, type.scale) : any;
      default:
        return any;
    }
  }

  private text(read: CellText, i: number): string {
    return this.name + read(i);
  }

  private table(size: number, dictionary?: readonly string[]): FragmentTable {
    if (this.values === undefined || this.dictionary !== dictionary) this.values = new FragmentTable(size);
    this.dictionary = dictionary;
    return this.values;
  }

  /** Numbers from -`below` to `size` - `below` - 1, each with one text. */
  private repeated(
    numbers: ArrayLike<number>,
    below: number,
    size: number,
    read: CellText,
    dictionary?: readonly string[],
  ): FieldWriter {
    const table = this.table(size, dictionary);
    return (out, i) => {
      const number = numbers[i]! + below;
      if (!table.has(number)) table.add(number, this.text(read, i));
      table.append(out, number);
    };
  }

  /** @param limit in units of the grid: numbers of this size or more are left to `any` */
  private float(
    numbers: ArrayLike<number>,
    round: (value: number) => number,
    limit: number,
    any: FieldWriter,
  ): FieldWriter {
    return (out, i) => {
      const value = numbers[i]!;
      // -0 becomes 0 here, and with that a number that is not the value.
      const number = Math.round(value * GRID) + 0;
      if (!(
        number >= 0 &&
        number < limit &&
        (number === 0 || number >= 100) &&
        Object.is(round(number / GRID), value)
      ))
        return any(out, i);
      this.texts.append(out, NAME);
      const whole = Math.floor(number / GRID);
      appendInteger(out, whole);
      if (number === whole * GRID) return;
      out.appendByte(POINT);
      appendDigits(out, number - whole * GRID, FLOAT_DIGITS);
      while (out.bytes[out.length - 1] === ZERO) out.length--;
    };
  }

  private date(days: ArrayLike<number>, read: CellText, any: FieldWriter): FieldWriter {
    const table = this.table(DAYS);
    return (out, i) => {
      const day = days[i]!;
      if (day < 0 || day >= DAYS) return any(out, i);
      if (!table.has(day)) table.add(day, this.text(read, i));
      table.append(out, day);
    };
  }

  /** As a {@link dateTimeText}. */
  private dateTime(seconds: ArrayLike<number>): FieldWriter {
    const table = this.table(DAYS);
    return (out, i) => {
      const second = seconds[i]! % SECONDS_A_DAY;
      const day = (seconds[i]! - second) / SECONDS_A_DAY;
      if (!table.has(day)) table.add(day, `${this.name}"${dateText(day)}T`);
      table.append(out, day);
      const minute = Math.floor(second / 60);
      appendDigits(out, Math.floor(minute / 60), 2);
      out.appendByte(COLON);
      appendDigits(out, minute % 60, 2);
      out.appendByte(COLON);
      appendDigits(out, second % 60, 2);
      out.appendByte(Z);
      out.appendByte(QUOTE);
    };
  }

  private decimal(numbers: ArrayLike<number>, scale: number): FieldWriter {
    const one = 10 ** scale;
    return (out, i) => {
      this.texts.append(out, NAME);
      out.appendByte(QUOTE);
      if (numbers[i]! < 0) out.appendByte(MINUS);
      const size = Math.abs(numbers[i]!);
      const whole = Math.floor(size / one);
      appendInteger(out, whole);
      if (scale > 0) {
        out.appendByte(POINT);
        appendDigits(out, size - whole * one, scale);
      }
      out.appendByte(QUOTE);
    };
  }

  private string({ bytes, offsets }: StringValues): FieldWriter {
    return (out, i) => {
      this.texts.append(out, NAME);
      appendJsonString(out, bytes, offsets[i]!, offsets[i + 1]!);
    };
  }

  /** @returns `undefined` for elements that `appendInteger` can't write */
  private integers({ offsets, elements }: ArrayValues): FieldWriter | undefined {
    if (
      elements.kind !== "number" ||
      elements.nulls !== undefined ||
      elements.values instanceof Float32Array ||
      elements.values instanceof Float64Array
    )
      return undefined;
    const { values } = elements;
    return (out, i) => {
      this.texts.append(out, NAME);
      out.appendByte(OPEN);
      const start = offsets[i]!;
      for (let j = start, end = offsets[i + 1]!; j < end; j++) {
        if (j > start) out.appendByte(COMMA);
        appendInteger(out, values[j]!);
      }
      out.appendByte(CLOSE);
    };
  }
}

function isInteger32(numbers: NumberValues["values"]): boolean {
  return numbers instanceof Int32Array || numbers instanceof Uint32Array;
}
