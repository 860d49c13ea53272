import type { Memory } from "../../model/types/memory";
import type { TypeDescription } from "../../model/types/type-description";
import { ByteBuffer } from "../byte-buffer";
import type { Converter } from "./converter";
import type { WordsShape } from "../../model/types/shape";
import type { NumberSource, TextSource } from "./source";

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
 * Words into a dictionary (low cardinality), strings, fixed strings, or the enum's values of the same names.
 */
export function wordsConverter(
  { words }: WordsShape,
  source: NumberSource,
  { memory, names }: TypeDescription,
  lowCardinality: boolean,
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
  if (memory.kind === "string" && lowCardinality) {
    const indexes = values instanceof Uint16Array ? values : new Uint16Array(capacity);
    return (count) => {
      if (indexes !== values) indexes.set(values.subarray(0, count));
      return { kind: "dictionary", dictionary: words, indexes: indexes.subarray(0, count) };
    };
  }
  const encoder = new TextEncoder();
  const encoded = words.map((word) => encoder.encode(word));
  return stringsConverter((out, i) => out.appendBytes(encoded[values[i]!]!), memory, capacity);
}

function textWidth(memory: Memory): number {
  if (memory.kind !== "fixed") throw new Error(`a text does not go into ${memory.kind}`);
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
