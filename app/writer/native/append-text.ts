import { widthOf } from "../../model/types/memory";
import type { TypeDescription } from "../../model/types/type-description";
import type { NativeOutput } from "./native-output";

/**
 * Writes the value of a type that the UTF-8 text from `start` (included) to `end` (not included) stands for.
 */
export type AppendText = (out: NativeOutput, text: Uint8Array, start: number, end: number) => void;

/** `undefined` where no text can fill the type. */
export function createAppendText({ memory, text }: TypeDescription): AppendText | undefined {
  if (text === undefined) return undefined;
  const { parse } = text;
  if (parse !== undefined)
    return (out, bytes, start, end) => out.appendBytes(parse(asText(bytes, start, end)));
  if (memory.kind === "string") return (out, bytes, start, end) => out.appendString(bytes, start, end);
  const width = widthOf(memory);
  return (out, bytes, start, end) => appendPadded(out, bytes, start, end, width);
}

function appendPadded(out: NativeOutput, text: Uint8Array, start: number, end: number, width: number): void {
  if (end - start > width) throw new TypeError(`"${asText(text, start, end)}" is longer than ${width} bytes`);
  const at = out.length;
  out.appendZeros(width);
  for (let i = start; i < end; i++) out.bytes[at + i - start] = text[i]!;
}

function asText(text: Uint8Array, start: number, end: number): string {
  return Buffer.from(text.buffer, text.byteOffset + start, end - start).toString();
}
