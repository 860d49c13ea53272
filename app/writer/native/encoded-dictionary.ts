/** The strings of a dictionary as UTF-8: entry i is `bytes.subarray(offsets[i], offsets[i + 1])`. */
export interface EncodedDictionary {
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
}

const known = new WeakMap<readonly string[], EncodedDictionary>();

/** Encodes each dictionary once, as it is the same object in every block. */
export function encodedDictionary(dictionary: readonly string[]): EncodedDictionary {
  let encoded = known.get(dictionary);
  if (encoded === undefined) {
    const bytes = Uint8Array.from(Buffer.from(dictionary.join("")));
    const offsets = new Uint32Array(dictionary.length + 1);
    dictionary.forEach((text, i) => (offsets[i + 1] = offsets[i]! + Buffer.byteLength(text)));
    encoded = { bytes, offsets };
    known.set(dictionary, encoded);
  }
  return encoded;
}
