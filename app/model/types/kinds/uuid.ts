import type { ColumnType } from "../../column-type";
import type { TypeEntry } from "../type-description";

/** ClickHouse keeps a UUID as two little-endian 64-bit numbers, the first half of the text first. */
export const uuid: TypeEntry<Extract<ColumnType, { kind: "uuid" }>> = {
  names: { UUID: () => ({ kind: "uuid" }) },
  describe: () => ({
    print: () => "UUID",
    memory: { kind: "fixed", width: 16, signed: false },
    json: { bytes: uuidJson },
    text: { parse: uuidBytes },
    view: { as: "integer", sql: (value) => `reinterpretAsUInt128(${value})` },
    takes: ({ kind }) => kind === "uuid",
    fallback: () => ({ kind: "uuid" }),
  }),
};

function uuidJson(bytes: Buffer, start: number): string {
  const hex = [start, start + 8]
    .map((at) => bytes.readBigUInt64LE(at).toString(16).padStart(16, "0"))
    .join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function uuidBytes(text: string): Uint8Array {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)) throw new TypeError(`"${text}" is not a UUID`);
  const bytes = Buffer.from(text.replaceAll("-", ""), "hex");
  bytes.subarray(0, 8).reverse();
  bytes.subarray(8).reverse();
  return bytes;
}
