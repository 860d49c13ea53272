import type { Column } from "../../model/column";
import type { KeyForm } from "../../model/key-form";
import { quoteIdentifier } from "../../model/quoting";
import type { Shape } from "../../model/types/shape";
import type { ColumnDefinition } from "../column-definition";
import { createFiller } from "../column-filler";
import type { Factors } from "../factors";
import type { Source } from "../values/source";
import type { KeyKind } from "./key";
import { UUID_LENGTH, uuidTexts } from "./uuid-texts";
import { UuidWords } from "./uuid-words";

type UuidForm = Extract<KeyForm, { as: "uuid" }>;

/** Twelve hexadecimal digits hold the number. */
const LARGEST = 2 ** 48 - 1;

/**
 * RFC 9562, version 8, whose bits one may choose: n is the number, c its hash, r random.
 *
 *     rrrrrrrr-rrrr-8ccc-8nnn-nnnnnnnnnccc   in a UUID column: ClickHouse sorts UUIDs by their second half
 *     nnnnnnnn-nnnn-8ccc-8rrr-rrrrrrrrrccc   as text
 *
 * So a range of numbers is a range of the index. A UUID of somebody else is taken for ours only where its version,
 * variant and 24 more bits are as ours: one of 16 million of version 8, and none of another version.
 */
export const uuidKey: KeyKind<UuidForm> = {
  needs: ({ text }) => (text ? "a String or a FixedString(36), not Nullable" : "a UUID, not Nullable"),
  definition: ({ text = false }, stream) => ({
    shape: text ? TEXT : { kind: "uuid" },
    create: (factors) => source(text, stream, factors),
  }),
  key({ text = false }, column, stream) {
    if (!holds(column, text)) return undefined;
    const definition: ColumnDefinition = this.definition!({ as: "uuid", text }, stream);
    const quoted = quoteIdentifier(column.name);
    const uuid = text ? `toUUIDOrZero(${quoted})` : quoted;
    const first = `reinterpretAsUInt64(${uuid})`;
    const second = `toUInt64(bitShiftRight(reinterpretAsUInt128(${uuid}), 64))`;
    const number = text ? `bitShiftRight(${first}, 16)` : `bitAnd(bitShiftRight(${second}, 12), ${LARGEST})`;
    const hash = `murmurHash3_32(${number})`;
    const guard =
      `bitAnd(${first}, 65535) = ${VERSION} + bitShiftRight(${hash}, 20)` +
      ` AND bitAnd(${second}, ${VARIANT_MASK}) = ${VARIANT} + bitAnd(${hash}, 4095)`;
    return {
      largest: LARGEST,
      filler: (factors) => createFiller(definition, column, factors),
      // The cast takes LowCardinality off.
      rowNumber: `CAST(${number} AS UInt64)`,
      between(from, to) {
        const range = text
          ? `'${inText(from, "0")}' AND '${inText(to, "f")}' AND ${quoted} = toString(${uuid})`
          : `toUUID('${inUuid(from, "0")}') AND toUUID('${inUuid(to, "f")}')`;
        return `(${quoted} BETWEEN ${range} AND ${guard})`;
      },
    };
  },
};

const VERSION = 0x8000;
/** The first digit of the second half, and its last three. */
const VARIANT_MASK = 0xf000_0000_0000_0fffn;
const VARIANT = 0x8000_0000_0000_0000n;

const TEXT: Shape = { kind: "text", maxLength: UUID_LENGTH };

function holds({ type }: Column, text: boolean): boolean {
  if (!text) return type.kind === "uuid";
  return type.kind === "string" || (type.kind === "fixed-string" && type.length === UUID_LENGTH);
}

/** The first or the last UUID that a number can have, by the digit in all other places. */
function inUuid(number: number, rest: string): string {
  const digits = number.toString(16).padStart(12, "0");
  const r = (count: number): string => rest.repeat(count);
  return `${r(8)}-${r(4)}-${r(4)}-8${digits.slice(0, 3)}-${digits.slice(3)}${r(3)}`;
}

function inText(number: number, rest: string): string {
  const digits = number.toString(16).padStart(12, "0");
  return `${digits.slice(0, 8)}-${digits.slice(8)}-${[4, 4, 12].map((count) => rest.repeat(count)).join("-")}`;
}

function source(text: boolean, stream: string, factors: Factors): Source {
  const uuids = new UuidWords(factors, stream, text);
  if (!text) return { bytes: new Uint8Array(uuids.words.buffer), fill: (rows) => uuids.fill(rows) };
  const texts = uuidTexts(uuids.words);
  const fill = (rows: number): void => {
    uuids.fill(rows);
    texts.fill(rows);
  };
  return { ...texts, fill };
}
