import type { ColumnType, ElementType } from "../../model/column-type";
import { ByteBuffer } from "../byte-buffer";
import type { Converter } from "./converter";
import { integerArray } from "./number-array";
import type { WordsShape } from "../../model/types/shape";
import type { NumberSource, TextSource } from "./source";

/** Texts into strings, and into fixed strings that are long enough for all of them. */
export function textConverter(
  { buffer, offsets }: TextSource,
  type: ColumnType,
  capacity: number,
): Converter {
  if (type.kind === "string") {
    return (count) => ({
      kind: "string",
      bytes: buffer.bytes.subarray(0, offsets[count]),
      offsets: offsets.subarray(0, count + 1),
    });
  }
  return fixedConverter(buffer, offsets, widthOf(type), capacity, () => {});
}

/** Strings that are made row by row: `append` writes that of row i. */
export function stringsConverter(
  append: (out: ByteBuffer, i: number) => void,
  type: ColumnType,
  capacity: number,
): Converter {
  const buffer = new ByteBuffer(capacity * 8);
  const offsets = new Uint32Array(capacity + 1);
  const fill = (count: number): void => {
    buffer.clear();
    for (let i = 0; i < count; i++) {
      append(buffer, i);
      offsets[i + 1] = buffer.length;
    }
  };
  if (type.kind === "fixed-string") return fixedConverter(buffer, offsets, type.length, capacity, fill);
  const convert = textConverter({ buffer, offsets }, type, capacity);
  return (count) => {
    fill(count);
    return convert(count);
  };
}

/**
 * Words into a dictionary (low cardinality), strings, fixed strings, or the enum's values of the same names.
 */
export function wordsConverter(
  { words }: WordsShape,
  source: NumberSource,
  to: ElementType,
  capacity: number,
): Converter {
  const { values } = source;
  const { type } = to;
  if (type.kind === "enum") {
    const byName = new Map(type.values);
    const numbers = Int32Array.from(words, (word) => byName.get(word)!);
    const out = integerArray(type.bits, true, capacity);
    return (count) => {
      for (let i = 0; i < count; i++) out[i] = numbers[values[i]!]!;
      return { kind: "number", values: out.subarray(0, count) };
    };
  }
  if (type.kind === "string" && to.lowCardinality) {
    const indexes = values instanceof Uint16Array ? values : new Uint16Array(capacity);
    return (count) => {
      if (indexes !== values) indexes.set(values.subarray(0, count));
      return { kind: "dictionary", dictionary: words, indexes: indexes.subarray(0, count) };
    };
  }
  const encoder = new TextEncoder();
  const encoded = words.map((word) => encoder.encode(word));
  return stringsConverter((out, i) => out.appendBytes(encoded[values[i]!]!), type, capacity);
}

function widthOf(type: ColumnType): number {
  if (type.kind !== "fixed-string") throw new Error(`a text does not go into ${type.kind}`);
  return type.length;
}

function fixedConverter(
  buffer: ByteBuffer,
  offsets: Uint32Array,
  width: number,
  capacity: number,
  fill: (count: number) => void,
): Converter {
  const bytes = new Uint8Array(capacity * width);
  return (count) => {
    fill(count);
    bytes.fill(0, 0, count * width);
    for (let i = 0; i < count; i++) {
      for (let from = offsets[i]!, to = i * width; from < offsets[i + 1]!;)
        bytes[to++] = buffer.bytes[from++]!;
    }
    return { kind: "fixed", width, bytes: bytes.subarray(0, count * width) };
  };
}
