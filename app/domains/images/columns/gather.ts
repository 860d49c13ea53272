import type { NumberSource } from "../../../rows/values/source";

/** By row: the value of the row's shoot or take. */
export function gather<T extends Uint8Array | Uint16Array | Uint32Array>(
  from: Uint8Array | Uint16Array,
  numberOf: Uint32Array,
  values: T,
  table?: ArrayLike<number>,
): NumberSource {
  if (table) {
    return {
      values,
      fill: (rows) => {
        for (let i = 0; i < rows; i++) values[i] = table[from[numberOf[i]!]!]!;
      },
    };
  }
  return {
    values,
    fill: (rows) => {
      for (let i = 0; i < rows; i++) values[i] = from[numberOf[i]!]!;
    },
  };
}
