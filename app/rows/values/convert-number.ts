import { ByteBuffer } from "../byte-buffer";
import type { ColumnType } from "../../model/column-type";
import type { Converter } from "./converter";
import { stringsConverter, textConverter } from "./convert-text";
import { integerArray, type NumberArray } from "./number-array";
import type { NumberShape } from "../../model/types/shape";
import type { NumberSource } from "./source";
import { appendNumber } from "./digits";
import { writeWide } from "./wide-integer";

/** Numbers into integers, floats, decimals, booleans, enums (by their numbers) and strings (their digits). */
export function numberConverter(
  shape: NumberShape,
  source: NumberSource,
  type: ColumnType,
  capacity: number,
): Converter {
  switch (type.kind) {
    case "integer":
      if (type.bits > 32) return wideConverter(shape, source, type.bits / 32, 0, capacity, type.signed);
      return narrowConverter(
        shape,
        source,
        integerArray(type.bits as 8 | 16 | 32, type.signed, capacity),
        0,
        limitOf(type),
      );
    case "bool":
      return narrowConverter(shape, source, new Uint8Array(capacity), 0);
    case "enum":
      return narrowConverter(shape, source, integerArray(type.bits, true, capacity), 0);
    case "float":
      return floatConverter(
        shape,
        source,
        type.bits === 32 ? new Float32Array(capacity) : new Float64Array(capacity),
      );
    case "decimal": {
      if (type.precision <= 9) return narrowConverter(shape, source, new Int32Array(capacity), type.scale);
      const words = type.precision <= 18 ? 2 : type.precision <= 38 ? 4 : 8;
      return wideConverter(shape, source, words, type.scale, capacity, true);
    }
    default: {
      const { values, digits } = source;
      if (digits) return textConverter(digits, type, capacity);
      const append = (out: ByteBuffer, i: number): void => appendNumber(out, values[i]!, shape.scale);
      return stringsConverter(append, type, capacity);
    }
  }
}

function limitOf(type: { readonly bits: number; readonly signed: boolean }): number {
  return 2 ** (type.signed ? type.bits - 1 : type.bits) - 1;
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
  limit?: number,
): Converter {
  const { values } = source;
  const [times, over] = rescale(shape.scale, scale);
  if (times === 1 && over === 1) {
    if (values.constructor === out.constructor) return (count) => view(values, count);
    if (shape.idMax !== undefined && limit !== undefined && shape.idMax > limit) {
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
  words: number,
  scale: number,
  capacity: number,
  signed: boolean,
): Converter {
  const out = new Uint32Array(capacity * words);
  const zeros = Math.max(scale - shape.scale, 0);
  const over = 10 ** Math.max(shape.scale - scale, 0);
  const fill = (count: number): void => {
    for (let i = 0; i < count; i++) writeWide(out, i * words, words, Math.trunc(values[i]! / over), zeros);
  };
  return wideView(out, words, signed, fill);
}

/** The result of `fill`, as 64-bit integers or as raw bytes. */
export function wideView(
  out: Uint32Array,
  words: number,
  signed: boolean,
  fill: (count: number) => void,
): Converter {
  if (words === 2) {
    const big = signed ? new BigInt64Array(out.buffer) : new BigUint64Array(out.buffer);
    return (count) => {
      fill(count);
      return { kind: "bigint", values: big.subarray(0, count) };
    };
  }
  const bytes = new Uint8Array(out.buffer);
  return (count) => {
    fill(count);
    return { kind: "fixed", width: words * 4, bytes: bytes.subarray(0, count * words * 4) };
  };
}
