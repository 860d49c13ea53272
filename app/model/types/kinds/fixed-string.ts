import type { ColumnType } from "../../column-type";
import { parseCount } from "../parse-parameters";
import { longestText } from "../shape";
import type { TypeEntry } from "../type-description";

/** Of a text that is made of words to fill the type. */
const MOST_LETTERS = 256;

/** Texts of at most so many bytes; numbers and times in digits. */
export const fixedString: TypeEntry<Extract<ColumnType, { kind: "fixed-string" }>> = {
  names: {
    FixedString: ([length]) => parseCount(length, (length) => ({ kind: "fixed-string", length })),
  },
  describe: ({ length }) => ({
    print: () => `FixedString(${length})`,
    memory: { kind: "fixed", width: length, signed: false },
    json: { bytes: (bytes, start) => fixedJson(bytes.subarray(start, start + length)) },
    text: {},
    view: { as: "text" },
    takes: (shape) => longestText(shape) <= length,
    fallback: (words) => ({ kind: "words", words: codes(words, length) }),
  }),
};

/** A code of exactly so many letters for each word: its own, and those of the words that follow. */
function codes(words: readonly string[], length: number): string[] {
  // Longer ones are padded.
  if (length > MOST_LETTERS) return [...words];
  return words.map((_, i) => [...words.slice(i), ...words, ...words].join("").slice(0, length));
}

/** Without the NULs at its end, which the server puts back. */
function fixedJson(bytes: Buffer): string {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  const text = bytes.toString("utf8", 0, end);
  if (!Buffer.from(text).equals(bytes.subarray(0, end))) {
    throw new TypeError("JSON can't carry a FixedString that is not UTF-8");
  }
  return text;
}
