import type { ColumnType } from "../../model/column-type";
import type { NativeOutput } from "./native-output";

/**
 * Writes the value of a type that the UTF-8 text from `start` (included) to `end` (not included) stands for.
 */
export type AppendText = (out: NativeOutput, text: Uint8Array, start: number, end: number) => void;

/** `undefined` where no text can fill the type. */
export function textForm(type: ColumnType): AppendText | undefined {
  switch (type.kind) {
    case "string":
      return (out, text, start, end) => out.appendString(text, start, end);
    case "fixed-string": {
      const { length } = type;
      return (out, text, start, end) => appendPadded(out, text, start, end, length);
    }
    case "uuid":
      return appendUuid;
    case "enum": {
      const numbers = new Map(type.values);
      return (out, text, start, end) => {
        const name = asText(text, start, end);
        const number = numbers.get(name);
        if (number === undefined) throw new TypeError(`"${name}" is not a value of the enum`);
        out.reserve(2);
        if (type.bits === 8) out.view.setInt8(out.length, number);
        else out.view.setInt16(out.length, number, true);
        out.length += type.bits / 8;
      };
    }
    default:
      return undefined;
  }
}

function appendPadded(out: NativeOutput, text: Uint8Array, start: number, end: number, length: number): void {
  if (end - start > length)
    throw new TypeError(`"${asText(text, start, end)}" is longer than ${length} bytes`);
  const at = out.length;
  out.appendZeros(length);
  for (let i = start; i < end; i++) out.bytes[at + i - start] = text[i]!;
}

/** ClickHouse keeps a UUID as two little-endian 64-bit numbers, the first half of the text first. */
function appendUuid(out: NativeOutput, text: Uint8Array, start: number, end: number): void {
  const digits = asText(text, start, end);
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(digits))
    throw new TypeError(`"${digits}" is not a UUID`);
  const bytes = Buffer.from(digits.replaceAll("-", ""), "hex");
  bytes.subarray(0, 8).reverse();
  bytes.subarray(8).reverse();
  out.appendBytes(bytes);
}

function asText(text: Uint8Array, start: number, end: number): string {
  return Buffer.from(text.buffer, text.byteOffset + start, end - start).toString();
}
