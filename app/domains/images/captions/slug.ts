import type { ByteBuffer } from "../../../rows/byte-buffer";

const HYPHEN = 45;

const KEPT = 128;

/**
 * For each byte the one that stands for it, with KEPT added: letters (lower-cased) and digits; a hyphen for
 * others.
 */
const SLUG_BYTE = new Uint8Array(256).fill(HYPHEN);
for (let byte = 48; byte <= 57; byte++) SLUG_BYTE[byte] = byte + KEPT;
for (let byte = 97; byte <= 122; byte++) SLUG_BYTE[byte] = SLUG_BYTE[byte - 32] = byte + KEPT;

/** Letters whose plain form is not a part of them. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  ı: "i",
  ß: "s",
  æ: "a",
  đ: "d",
  þ: "t",
  ð: "d",
};
/** The same for the code points below this; captions have no others. Only Latin letters have a plain form. */
const CODE_POINTS = 0x2100;
const SLUG_CODE = new Uint8Array(CODE_POINTS).fill(HYPHEN);
for (const [first, past] of [
  [0, 0x250],
  [0x1e00, 0x1f00],
] as const)
  for (let code = first; code < past; code++) {
    const letter = String.fromCodePoint(code).toLowerCase();
    const plain = (PLAIN[letter] ?? letter.normalize("NFD")).charCodeAt(0);
    if (plain < 128) SLUG_CODE[code] = SLUG_BYTE[plain]!;
  }

/** Words that a cut slug does not end with, packed as {@link lastWord} does. */
const STOP_WORDS = new Set(
  "a an the of in on at with and by is to".split(" ").map((word) => lastWordOf(word)),
);

/**
 * Appends the slug of `bytes[start, end)`, which are UTF-8: its letters, lower-cased and without accents, and digits;
 * whatever stands between them is one hyphen, and no hyphen leads or trails. A longer slug ends with the last word
 * that fits and is worth it; a first word that does not fit is cut.
 * @param start first byte, inclusive
 * @param end last byte, exclusive
 * @param maxLength most bytes to append, 0 or more
 */
export function appendSlug(
  out: ByteBuffer,
  bytes: Uint8Array,
  start: number,
  end: number,
  maxLength: number,
): void {
  out.reserve(maxLength + 1);
  const target = out.bytes;
  const first = out.length;
  const past = first + maxLength;
  let at = first;
  let before = HYPHEN;
  // One byte more than may stay, to see whether the last word is whole. A hyphen behind a hyphen is
  // overwritten; there is no branch on ASCII bytes, which would be mispredicted at every word.
  for (let i = start; i < end && at <= past; i++) {
    let byte = SLUG_BYTE[bytes[i]!]!;
    if (bytes[i]! >= 0xc0) {
      byte = SLUG_CODE[codeAt(bytes, i)]!;
      i += bytes[i]! < 0xe0 ? 1 : 2;
    }
    target[at] = byte & 127;
    at += (byte | before) >>> 7;
    before = byte;
  }
  if (at > past) {
    at = withoutLastWord(target, first, at);
    if (at < first) at = past;
    else while (STOP_WORDS.has(lastWord(target, first, at))) at = withoutLastWord(target, first, at);
  } else if (at > first && before === HYPHEN) at--;
  out.length = at < first ? first : at;
}

/** The end of the word before the last; one less than `first` where there is but one. */
function withoutLastWord(target: Uint8Array, first: number, end: number): number {
  let at = end;
  while (at > first && target[at - 1] !== HYPHEN) at--;
  return at - 1;
}

/** A word of at most four letters as a number; 0 for a longer one. */
function lastWord(target: Uint8Array, first: number, end: number): number {
  let word = 0;
  for (let at = end - 1; at >= first && target[at] !== HYPHEN; at--) {
    if (end - at > 4) return 0;
    word = word * 256 + target[at]!;
  }
  return word;
}

function lastWordOf(word: string): number {
  return lastWord(new TextEncoder().encode(word), 0, word.length);
}

/** The code point of two or three bytes, or one that is no letter. */
function codeAt(bytes: Uint8Array, i: number): number {
  const code =
    bytes[i]! < 0xe0
      ? ((bytes[i]! & 31) << 6) | (bytes[i + 1]! & 63)
      : ((bytes[i]! & 15) << 12) | ((bytes[i + 1]! & 63) << 6) | (bytes[i + 2]! & 63);
  return code < CODE_POINTS ? code : 0;
}
