import type { KeyForm } from "../../model/key-form";
import { quoteIdentifier, quoteString } from "../../model/quoting";
import { ByteBuffer } from "../byte-buffer";
import type { ColumnDefinition } from "../column-definition";
import { createFiller } from "../column-filler";
import type { Factors } from "../factors";
import { textHash } from "../murmur-hash";
import type { TextSource } from "../values/source";
import { writePadded } from "../values/digits";
import type { KeyKind } from "./key";

type TextForm = Extract<KeyForm, { as: "text" }>;

/**
 * A prefix and digits. All texts have one length, so a range of numbers is a range of texts; those that lie between
 * them by chance are told by their length and digits.
 */
export const textKey: KeyKind<TextForm> = {
  needs: (form) => `a String, or a FixedString of ${lengthOf(form)} bytes or more, not Nullable`,
  definition: (form, stream) => ({
    shape: { kind: "text", maxLength: lengthOf(form) },
    create: (factors) => source(form, stream, factors),
  }),
  key(form, column, stream) {
    const { name, type } = column;
    const length = lengthOf(form);
    if (type.kind !== "string" && (type.kind !== "fixed-string" || type.length < length)) return undefined;
    const definition: ColumnDefinition = this.definition!(form, stream);
    const quoted = quoteIdentifier(name);
    const number = `toUInt64OrNull(substring(${quoted}, ${length - form.digits + 1}, ${form.digits}))`;
    // A FixedString is compared as if the shorter text had NULs at its end, too.
    const ends =
      type.kind === "string"
        ? `length(${quoted}) = ${length}`
        : `substring(toString(${quoted}), ${length + 1}) = ''`;
    const textOf = (number: number): string =>
      quoteString(form.prefix + String(number).padStart(form.digits, "0"));
    return {
      largest: Math.min(10 ** form.digits - 1, Number.MAX_SAFE_INTEGER),
      filler: (factors) => createFiller(definition, column, factors),
      // The cast takes LowCardinality off.
      rowNumber: `CAST(assumeNotNull(${number}) AS UInt64)`,
      // A sign, which a number may begin with, sorts before all digits.
      between: (first, last) =>
        `(${quoted} BETWEEN ${textOf(first)} AND ${textOf(last)} AND ${ends} AND isNotNull(${number}))`,
    };
  },
};

/** In bytes. */
function lengthOf({ prefix, digits }: TextForm): number {
  return Buffer.byteLength(prefix) + digits;
}

/** Digits that are written at once. */
const PART = 9;

function source({ prefix, digits }: TextForm, stream: string, factors: Factors): TextSource {
  // Nothing is drawn; but another form is another stream, so that no run goes on with it.
  factors.streams.base(stream, textHash(`text/${digits}/${prefix}`) >>> 1);
  const { numbers } = factors.own;
  const start = Buffer.from(prefix);
  const length = start.length + digits;
  // With room for the words that copies read behind the last text: so it never grows, and the prefixes stay.
  const buffer = new ByteBuffer(factors.capacity * length + 8);
  const { bytes } = buffer;
  const offsets = Uint32Array.from({ length: factors.capacity + 1 }, (_, i) => i * length);
  for (let i = 0; i < factors.capacity; i++) bytes.set(start, i * length);
  const leading = Math.max(digits - PART, 0);
  const fill = (rows: number): void => {
    for (let i = 0; i < rows; i++) {
      const number = numbers[i]!;
      const high = Math.floor(number / 1e9);
      const at = i * length + start.length;
      if (leading > 0) writePadded(bytes, at, high, leading);
      writePadded(bytes, at + leading, number - high * 1e9, digits - leading);
    }
    buffer.length = rows * length;
  };
  return { buffer, offsets, fill };
}
