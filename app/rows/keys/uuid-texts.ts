import { ByteBuffer } from "../byte-buffer";
import type { TextSource } from "../values/source";

/** Bytes of a UUID's text. */
export const UUID_LENGTH = 36;

const DIGITS = Buffer.from("0123456789abcdef");
const HYPHEN = 45;

/**
 * The texts of UUIDs, written by `fill`.
 * @param words as `UuidWords` has them, which are filled before
 */
export function uuidTexts(words: Uint32Array): TextSource & { fill(rows: number): void } {
  const capacity = words.length / 4;
  // With room for the words that copies read behind the last text: so it never grows, and the hyphens stay.
  const buffer = new ByteBuffer(capacity * UUID_LENGTH + 8);
  const { bytes } = buffer;
  for (let i = 0; i < capacity; i++) for (const at of [8, 13, 18, 23]) bytes[i * UUID_LENGTH + at] = HYPHEN;
  const offsets = Uint32Array.from({ length: capacity + 1 }, (_, i) => i * UUID_LENGTH);
  const write = (at: number, word: number, shift: number, digits: number): void => {
    for (let d = 0; d < digits; d++) bytes[at + d] = DIGITS[(word >>> (shift - 4 * d)) & 15]!;
  };
  const fill = (rows: number): void => {
    for (let i = 0; i < rows; i++) {
      const at = i * UUID_LENGTH;
      write(at, words[4 * i + 1]!, 28, 8);
      write(at + 9, words[4 * i]!, 28, 4);
      write(at + 14, words[4 * i]!, 12, 4);
      write(at + 19, words[4 * i + 3]!, 28, 4);
      write(at + 24, words[4 * i + 3]!, 12, 4);
      write(at + 28, words[4 * i + 2]!, 28, 8);
    }
    buffer.length = rows * UUID_LENGTH;
  };
  return { buffer, offsets, fill };
}
