import { isIPv6 } from "node:net";
import type { ColumnType } from "../../column-type";
import type { Shape } from "../shape";
import type { TypeEntry } from "../type-description";

/** Addresses as 16 bytes, in the order in which they are written. */
export const ipv6: TypeEntry<Extract<ColumnType, { kind: "ipv6" }>> = {
  names: { IPv6: () => ({ kind: "ipv6" }) },
  describe: () => ({
    print: () => "IPv6",
    memory: { kind: "fixed", width: 16, signed: false },
    json: { bytes: ipv6Text },
    text: { parse: ipv6Bytes },
    view: { as: "text" },
    takes,
    fallback: () => ({ kind: "ipv6" }),
  }),
};

function takes(shape: Shape): boolean {
  if (shape.kind === "words") return shape.words.every(isIPv6);
  return shape.kind === "ipv6" || (shape.kind === "text" && shape.format === "ipv6");
}

function ipv6Text(bytes: Buffer, start: number): string {
  return Array.from({ length: 8 }, (_, i) => bytes.readUInt16BE(start + 2 * i).toString(16)).join(":");
}

function ipv6Bytes(text: string): Uint8Array {
  if (!isIPv6(text) || text.includes("%")) throw new TypeError(`"${text}" is not an IPv6 address`);
  const groups = text.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...bytes: string[]) => {
    const [a, b, c, d] = bytes.slice(0, 4).map(Number);
    return `${(a! * 256 + b!).toString(16)}:${(c! * 256 + d!).toString(16)}`;
  });
  const [head, tail] = groups.split("::").map((part) => part.split(":").filter(Boolean));
  const zeros = Array<string>(tail === undefined ? 0 : 8 - head!.length - tail.length).fill("0");
  const all = [...head!, ...zeros, ...(tail ?? [])];
  return Uint8Array.from(all.flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255]));
}
