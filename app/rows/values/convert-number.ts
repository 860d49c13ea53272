import { InternalError } from "../../errors";
import type { NumberArray } from "../../model/types/column-values";
import type { Memory } from "../../model/types/memory";
import type { NumberShape } from "../../model/types/shape";
import type { TypeDescription } from "../../model/types/type-description";
import { textConverter } from "./convert-text";
import type { Converter } from "./converter";
import type { NumberSource } from "./source";
import { writeInt64s, writeWide } from "./wide-integer";

type WideMemory = Extract<Memory, { kind: "bigint" | "fixed" }>;

/** Numbers into what counts ones, and into texts: the digits that are at hand. */
export function numberConverter(
  shape: NumberShape,
  source: NumberSource,
  to: TypeDescription,
  capacity: number,
): Converter {
  if (to.counts) return scaledConverter(shape, source, to.memory, to.counts.scale, capacity);
  return textConverter(source.digits!, to.memory, capacity);
}

/** Into numbers in units of 10^-scale; floats are in ones. */
export function scaledConverter(
  shape: NumberShape,
  source: NumberSource,
  memory: Memory,
  scale: number,
  capacity: number,
): Converter {
  switch (memory.kind) {
    case "number": {
      const out = new memory.array(capacity);
      if (out instanceof Float32Array || out instanceof Float64Array)
        return floatConverter(shape, source, out);
      return narrowConverter(shape, source, out, scale);
    }
    case "bigint":
    case "fixed":
      return wideConverter(shape, source, memory, scale, capacity);
    default:
      throw new InternalError(`a number does not go into ${memory.kind}`);
  }
}

/** The largest integer of an array's class. */
function limitOf(array: NumberArray): number {
  const signed = array instanceof Int8Array || array instanceof Int16Array || array instanceof Int32Array;
  return 2 ** (8 * array.BYTES_PER_ELEMENT - (signed ? 1 : 0)) - 1;
}

/** The factor from one scale to another, as a numerator and a denominator of which one is 1. */
function rescale(from: number, to: number): readonly [times: number, over: number] {
  return to >= from ? [10 ** (to - from), 1] : [1, 10 ** (from - to)];
}

/** Into 32 bits and less. Digits that the scale has no place for are cut. */
function narrowConverter(
  shape: NumberShape,
  source: NumberSource,
  out: NumberArray,
  scale: number,
): Converter {
  const { values } = source;
  const limit = limitOf(out);
  const [times, over] = rescale(shape.scale, scale);
  if (times === 1 && over === 1) {
    if (values.constructor === out.constructor) return (count) => view(values, count);
    if (shape.idMax !== undefined && shape.idMax > limit) {
      return (count) => {
        for (let i = 0; i < count; i++) out[i] = values[i]! > limit ? 0 : values[i]!;
        return view(out, count);
      };
    }
    return (count) => {
      out.set(values.subarray(0, count));
      return view(out, count);
    };
  }
  return (count) => {
    for (let i = 0; i < count; i++) out[i] = Math.trunc((values[i]! * times) / over);
    return view(out, count);
  };
}

function floatConverter(
  { scale }: NumberShape,
  { values }: NumberSource,
  out: Float32Array | Float64Array,
): Converter {
  const unit = 10 ** scale;
  return (count) => {
    for (let i = 0; i < count; i++) out[i] = values[i]! / unit;
    return view(out, count);
  };
}

function view(values: NumberArray, count: number): { kind: "number"; values: NumberArray } {
  return { kind: "number", values: values.subarray(0, count) };
}

/** Into 64 bits and more. */
function wideConverter(
  shape: NumberShape,
  { values }: NumberSource,
  memory: WideMemory,
  scale: number,
  capacity: number,
): Converter {
  const words = memory.width / 4;
  const out = new Uint32Array(capacity * words);
  const zeros = Math.max(scale - shape.scale, 0);
  const over = 10 ** Math.max(shape.scale - scale, 0);
  const plain = words === 2 && zeros === 0 && over === 1;
  const fill = (count: number): void => {
    if (plain) return writeInt64s(out, values, count);
    for (let i = 0; i < count; i++) writeWide(out, i * words, words, Math.trunc(values[i]! / over), zeros);
  };
  if (memory.kind === "bigint") {
    const big = new memory.array(out.buffer);
    return (count) => {
      fill(count);
      return { kind: "bigint", values: big.subarray(0, count) };
    };
  }
  const { width } = memory;
  const bytes = new Uint8Array(out.buffer);
  return (count) => {
    fill(count);
    return { kind: "fixed", width, bytes: bytes.subarray(0, count * width) };
  };
}
