import { InternalError } from "../../errors";
import type { Memory } from "../../model/types/memory";
import type { TypeDescription } from "../../model/types/type-description";
import { ByteBuffer } from "../byte-buffer";
import type { Converter } from "./converter";
import type { WordsShape } from "../../model/types/shape";
import type { NumberSource, TextSource } from "./source";
import { WordBytes } from "./word-bytes";

/** Texts into strings, and into fixed strings that are long enough for all of them. */
export function textConverter({ buffer, offsets }: TextSource, memory: Memory, capacity: number): Converter {
  if (memory.kind === "string") {
    return (count) => ({
      kind: "string",
      bytes: buffer.bytes.subarray(0, offsets[count]),
      offsets: offsets.subarray(0, count + 1),
    });
  }
  return fixedConverter(buffer, offsets, textWidth(memory), capacity, () => {});
}

/** Strings that are made row by row: `append` writes that of row i. */
export function stringsConverter(
  append: (out: ByteBuffer, i: number) => void,
  memory: Memory,
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
  if (memory.kind === "fixed") return fixedConverter(buffer, offsets, memory.width, capacity, fill);
  const convert = textConverter({ buffer, offsets }, memory, capacity);
  return (count) => {
    fill(count);
    return convert(count);
  };
}

/**
 * Words into a dictionary, fixed strings, or the enum's values of the same names.
 */
export function wordsConverter(
  { words }: WordsShape,
  source: NumberSource,
  { memory, names, text }: TypeDescription,
  capacity: number,
): Converter {
  const { values } = source;
  if (names !== undefined && memory.kind === "number") {
    const byName = new Map(names);
    const numbers = Int32Array.from(words, (word) => byName.get(word)!);
    const out = new memory.array(capacity);
    return (count) => {
      for (let i = 0; i < count; i++) out[i] = numbers[values[i]!]!;
      return { kind: "number", values: out.subarray(0, count) };
    };
  }
  if (memory.kind === "string") {
    const indexes = values instanceof Uint16Array ? values : new Uint16Array(capacity);
    return (count) => {
      if (indexes !== values) indexes.set(values.subarray(0, count));
      return { kind: "dictionary", dictionary: words, indexes: indexes.subarray(0, count) };
    };
  }
  if (text?.parse) {
    const parsed = words.map(text.parse);
    return bytesConverter(memory, capacity, (i) => parsed[values[i]!]!);
  }
  const bytes = new WordBytes(words);
  return stringsConverter((out, i) => bytes.append(out, values[i]!), memory, capacity);
}

/** JSON that may be NULL: beneath it lies an empty object, as an empty text is no JSON. */
export function jsonConverter(
  { buffer, offsets, nulls }: TextSource,
  memory: Memory,
  capacity: number,
): Converter {
  const nothing = new TextEncoder().encode("{}");
  const append = (out: ByteBuffer, i: number): void =>
    out.appendBytes(nulls?.[i] === 1 ? nothing : buffer.bytes.subarray(offsets[i], offsets[i + 1]));
  return stringsConverter(append, memory, capacity);
}

/** Texts that stand for values of another kind; where there is none, what lies beneath is 0. */
export function parsedConverter(
  { buffer, offsets, nulls }: TextSource,
  memory: Memory,
  parse: (text: string) => Uint8Array,
  capacity: number,
): Converter {
  const decoder = new TextDecoder();
  const nothing = new Uint8Array(textWidth(memory));
  return bytesConverter(memory, capacity, (i) =>
    nulls?.[i] === 1 ? nothing : parse(decoder.decode(buffer.bytes.subarray(offsets[i], offsets[i + 1]))),
  );
}

/** Values that are made row by row, as bytes of the memory's width. */
function bytesConverter(memory: Memory, capacity: number, bytesOf: (i: number) => Uint8Array): Converter {
  const width = textWidth(memory);
  const bytes = new Uint8Array(capacity * width);
  const numbers = memory.kind === "number" ? new memory.array(bytes.buffer) : undefined;
  return (count) => {
    for (let i = 0; i < count; i++) bytes.set(bytesOf(i), i * width);
    if (numbers) return { kind: "number", values: numbers.subarray(0, count) };
    return { kind: "fixed", width, bytes: bytes.subarray(0, count * width) };
  };
}

function textWidth(memory: Memory): number {
  if (memory.kind !== "fixed" && memory.kind !== "number")
    throw new InternalError(`a text does not go into ${memory.kind}`);
  return memory.width;
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
