import type { ColumnType } from "../../model/column-type";
import type { BigIntValues, NumberValues } from "../../model/types/column-values";

type Values = NumberValues["values"] | BigIntValues["values"];

/** How ClickHouse keeps the values of a type that all have one width. */
export interface MemoryLayout {
  /** Bytes a value. */
  readonly width: number;
  /** The array that has the same memory; `undefined` where only raw bytes do. */
  readonly array?: abstract new (...args: never[]) => Values;
}

/** `undefined` for strings, arrays, and types that are not written. */
export function memoryLayout(type: ColumnType): MemoryLayout | undefined {
  switch (type.kind) {
    case "integer":
      return { width: type.bits / 8, array: (type.signed ? SIGNED : UNSIGNED)[type.bits] };
    case "float":
      return { width: type.bits / 8, array: type.bits === 32 ? Float32Array : Float64Array };
    case "bool":
      return { width: 1, array: Uint8Array };
    case "enum":
      return { width: type.bits / 8, array: SIGNED[type.bits] };
    case "date":
      return type.bits === 16 ? { width: 2, array: Uint16Array } : { width: 4, array: Int32Array };
    case "datetime":
      return { width: 4, array: Uint32Array };
    case "datetime64":
      return { width: 8, array: BigInt64Array };
    case "decimal": {
      const bits = type.precision <= 9 ? 32 : type.precision <= 18 ? 64 : type.precision <= 38 ? 128 : 256;
      return { width: bits / 8, array: SIGNED[bits] };
    }
    case "uuid":
      return { width: 16 };
    case "fixed-string":
      return { width: type.length };
    case "string":
    case "array":
    case "other":
      return undefined;
  }
}

const SIGNED: Readonly<Record<number, MemoryLayout["array"]>> = {
  8: Int8Array,
  16: Int16Array,
  32: Int32Array,
  64: BigInt64Array,
};
const UNSIGNED: Readonly<Record<number, MemoryLayout["array"]>> = {
  8: Uint8Array,
  16: Uint16Array,
  32: Uint32Array,
  64: BigUint64Array,
};
