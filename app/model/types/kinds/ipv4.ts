import { isIPv4 } from "node:net";
import type { ColumnType } from "../../column-type";
import { integerMemory } from "../memory";
import { reachOf, type Shape } from "../shape";
import type { TypeEntry } from "../type-description";

/** 10.0.0.0 to 10.255.255.255, which are nobody's. */
const PRIVATE = { min: 0x0a00_0000, max: 0x0aff_ffff };

/** Addresses as numbers of 32 bits, their first byte being the highest. */
export const ipv4: TypeEntry<Extract<ColumnType, { kind: "ipv4" }>> = {
  names: { IPv4: () => ({ kind: "ipv4" }) },
  describe: () => ({
    print: () => "IPv4",
    memory: integerMemory(32, false),
    counts: { unit: "one", scale: 0 },
    json: { number: (value) => [24, 16, 8, 0].map((bits) => (value >>> bits) & 255).join(".") },
    text: { parse: ipv4Bytes },
    view: { as: "integer", sql: (value) => value },
    takes,
    fallback: () => ({ kind: "number", scale: 0, ...PRIVATE }),
  }),
};

/** Numbers that only addresses are as large as: ids and flags are none. */
function takes(shape: Shape): boolean {
  switch (shape.kind) {
    case "number":
      return shape.scale === 0 && shape.min >= 0 && shape.max >= 2 ** 24 && reachOf(shape) < 2 ** 32;
    case "words":
      return shape.words.every(isIPv4);
    default:
      return shape.kind === "text" && shape.format === "ipv4";
  }
}

function ipv4Bytes(text: string): Uint8Array {
  if (!isIPv4(text)) throw new TypeError(`"${text}" is not an IPv4 address`);
  return Uint8Array.from(text.split("."), Number).reverse();
}
