import type { ElementType } from "../column-type";
import type { BigIntArray, ColumnValues, NumberArray } from "./column-values";

/**
 * How ClickHouse keeps the values of a type, and with that the kind of {@link ColumnValues} that holds them;
 * strings may also come from a dictionary. `width` is in bytes.
 */
export type Memory =
  | { readonly kind: "number"; readonly width: number; readonly array: ArrayClass<NumberArray> }
  | { readonly kind: "bigint"; readonly width: 8; readonly array: ArrayClass<BigIntArray> }
  /** `signed` is of integers; other bytes are none. */
  | { readonly kind: "fixed"; readonly width: number; readonly signed: boolean }
  | { readonly kind: "string" }
  | { readonly kind: "array"; readonly element: ElementType }
  | { readonly kind: "tuple"; readonly elements: readonly ElementType[] }
  | { readonly kind: "map"; readonly key: ElementType; readonly value: ElementType }
  /** Of types that no block holds. */
  | { readonly kind: "none" };

/** The typed array that has the same memory as the values. */
export interface ArrayClass<T extends NumberArray | BigIntArray> {
  new (length: number): T;
  new (buffer: ArrayBufferLike): T;
}

const SIGNED = { 8: Int8Array, 16: Int16Array, 32: Int32Array } as const;
const UNSIGNED = { 8: Uint8Array, 16: Uint16Array, 32: Uint32Array } as const;

/** Little-endian integers of so many bits, in two's complement where signed. */
export function integerMemory(bits: 8 | 16 | 32 | 64 | 128 | 256, signed: boolean): Memory {
  const width = bits / 8;
  if (bits === 64) return { kind: "bigint", width: 8, array: signed ? BigInt64Array : BigUint64Array };
  if (bits > 64) return { kind: "fixed", width, signed };
  const narrow = bits as 8 | 16 | 32;
  return { kind: "number", width, array: (signed ? SIGNED : UNSIGNED)[narrow] };
}

/** Bytes a value; 0 where they vary. */
export function widthOf(memory: Memory): number {
  return "width" in memory ? memory.width : 0;
}

/** What values are made up of: the element of an array, the elements of a tuple, key and value of a map. */
export function partsOf(memory: Memory): readonly ElementType[] {
  switch (memory.kind) {
    case "array":
      return [memory.element];
    case "tuple":
      return memory.elements;
    case "map":
      return [memory.key, memory.value];
    default:
      return [];
  }
}
