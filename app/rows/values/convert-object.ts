import type { ColumnType } from "../../model/column-type";
import { nullsOf } from "../../model/types/column-values";
import { fieldType, PLAIN_JSON } from "../../model/types/field-type";
import type { ObjectShape } from "../../model/types/shape";
import { ByteBuffer } from "../byte-buffer";
import { JsonField } from "../json/json-field";
import type { Converter, CreateConverter } from "./converter";
import type { PartsSource } from "./source";

const OPEN = 0x7b;
const CLOSE = 0x7d;

/**
 * Objects into their JSON text: of a JSON column, whose typed paths decide how their fields are written, and of
 * a string.
 * @param create makes the converters of fields
 */
export function objectConverter(
  { fields }: ObjectShape,
  source: PartsSource,
  to: ColumnType,
  capacity: number,
  create: CreateConverter,
): Converter {
  const json = to.kind === "json" ? to : PLAIN_JSON;
  const members = fields.map((field, i) => {
    const type = fieldType(json, field);
    // The first comma that is written becomes the brace.
    const member = new JsonField(type, `,${JSON.stringify(field.name)}:`);
    return { member, convert: create(field.shape, source.elements[i]!, type, capacity) };
  });
  const buffer = new ByteBuffer(capacity * 16);
  const offsets = new Uint32Array(capacity + 1);
  return (count) => {
    const bound = members.map(({ member, convert }) => {
      const values = convert(count);
      return { nulls: nullsOf(values), write: member.bindPresent(values) };
    });
    buffer.clear();
    for (let i = 0; i < count; i++) {
      const start = buffer.length;
      for (const { nulls, write } of bound) if (nulls?.[i] !== 1) write(buffer, i);
      if (buffer.length === start) buffer.appendByte(OPEN);
      else buffer.bytes[start] = OPEN;
      buffer.appendByte(CLOSE);
      offsets[i + 1] = buffer.length;
    }
    return {
      kind: "string",
      bytes: buffer.bytes.subarray(0, buffer.length),
      offsets: offsets.subarray(0, count + 1),
    };
  };
}
