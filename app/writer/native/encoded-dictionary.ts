import { NativeOutput } from "./native-output";

/** The strings of a dictionary as UTF-8: entry i is `bytes.subarray(offsets[i], offsets[i + 1])`. */
export interface EncodedDictionary {
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
  /**
   * The same with each string's length before it, from `starts[i]` to `starts[i + 1]`, and an empty one behind the
   * last; copies may read on.
   */
  readonly prefixed: NativeOutput;
  readonly starts: Uint32Array;
}

const known = new WeakMap<readonly string[], EncodedDictionary>();

/** Encodes each dictionary once, as it is the same object in every block. */
export function encodedDictionary(dictionary: readonly string[]): EncodedDictionary {
  let encoded = known.get(dictionary);
  if (encoded === undefined) {
    const bytes = Uint8Array.from(Buffer.from(dictionary.join("")));
    const offsets = new Uint32Array(dictionary.length + 1);
    const prefixed = new NativeOutput(bytes.length + 1);
    const starts = new Uint32Array(dictionary.length + 2);
    dictionary.forEach((text, i) => {
      offsets[i + 1] = offsets[i]! + Buffer.byteLength(text);
      prefixed.appendString(bytes, offsets[i]!, offsets[i + 1]!);
      starts[i + 1] = prefixed.length;
    });
    prefixed.appendByte(0);
    starts[dictionary.length + 1] = prefixed.length;
    prefixed.reserve(3);
    encoded = { bytes, offsets, prefixed, starts };
    known.set(dictionary, encoded);
  }
  return encoded;
}
