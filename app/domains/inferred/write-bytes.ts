import { draw } from "../../rows/random/mix";

/**
 * RFC 9562, version 4: `xxxxxxxx-xxxx-4xxx-[89ab]xxx-xxxxxxxxxxxx`; each half is kept with its last byte
 * first.
 */
export function writeUuid(
  words: Uint32Array,
  bytes: Uint8Array,
  i: number,
  state: number,
  isNull: boolean,
): void {
  for (let w = 0; w < 4; w++) words[i * 4 + w] = isNull ? 0 : draw(state, w);
  if (isNull) return;
  bytes[i * 16 + 1] = (bytes[i * 16 + 1]! & 0x0f) | 0x40;
  bytes[i * 16 + 15] = (bytes[i * 16 + 15]! & 0x3f) | 0x80;
}

/** RFC 3849: 2001:db8::/32 is for documentation. */
const DOCUMENTATION = [0x20, 0x01, 0x0d, 0xb8];

export function writeIpv6(
  words: Uint32Array,
  bytes: Uint8Array,
  i: number,
  state: number,
  isNull: boolean,
): void {
  for (let w = 1; w < 4; w++) words[i * 4 + w] = isNull ? 0 : draw(state, w);
  for (let k = 0; k < 4; k++) bytes[i * 16 + k] = isNull ? 0 : DOCUMENTATION[k]!;
}
