import type { ByteBuffer } from "../byte-buffer";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;

/** Appends bytes `start` (included) to `end` (not included) of `source`, UTF-8, as a string of JSON. */
export function appendJsonString(out: ByteBuffer, source: Uint8Array, start: number, end: number): void {
  // Six bytes for one that is escaped as \u00hh.
  out.reserve(6 * (end - start) + 2);
  const { bytes } = out;
  let at = out.length;
  bytes[at++] = QUOTE;
  for (let k = start; k < end; k++) {
    const byte = source[k]!;
    if (byte >= SPACE && byte !== QUOTE && byte !== BACKSLASH) bytes[at++] = byte;
    else
      for (const character of JSON.stringify(String.fromCharCode(byte)).slice(1, -1))
        bytes[at++] = character.charCodeAt(0);
  }
  bytes[at++] = QUOTE;
  out.length = at;
}
