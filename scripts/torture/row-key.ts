import type { KeyForm } from "../../app/model/key-form";

/** How the rows of a session's tables are numbered: in the column `image_id`, which statements read and make by this. */
export interface RowKey {
  readonly form: KeyForm;
  /** The column's type. */
  readonly type: string;
  /** A row's number; without quotes, since it stands in settings, too. */
  readonly number: string;
  /** The key of a number, both as SQL. */
  of(number: string): string;
}

/** Of a UUID's number, its hash, in hexadecimal digits. */
const digits = (value: string, count: number): string => `leftPad(lower(hex(${value})), ${count}, '0')`;

export const ROW_KEYS = {
  integer: { form: { as: "integer" }, type: "UInt32", number: "image_id", of: (number) => number },
  text: {
    form: { as: "text", prefix: "img_", digits: 12 },
    type: "String",
    number: "toUInt64(substring(image_id, 5))",
    of: (number) => `concat('img_', leftPad(toString(${number}), 12, '0'))`,
  },
  uuid: {
    form: { as: "uuid" },
    type: "UUID",
    number: "bitAnd(toUInt64(bitShiftRight(reinterpretAsUInt128(image_id), 76)), 281474976710655)",
    of(number) {
      const value = `right(${digits(`toUInt64(${number})`, 16)}, 12)`;
      const hash = digits(`murmurHash3_32(toUInt64(${number}))`, 8);
      return `toUUID(concat('00000000-0000-8', left(${hash}, 3), '-8', left(${value}, 3), '-', right(${value}, 9), right(${hash}, 3)))`;
    },
  },
} as const satisfies Record<string, RowKey>;

export type RowKeyName = keyof typeof ROW_KEYS;
