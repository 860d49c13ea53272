import type { ColumnType } from "../../model/column-type";
import { cellText } from "../../model/types/cell-text";
import { nullsOf } from "../../model/types/column-values";
import { fieldType, PLAIN_JSON } from "../../model/types/field-type";
import type { ObjectShape } from "../../model/types/shape";
import { ByteBuffer } from "../byte-buffer";
import type { Converter, CreateConverter } from "./converter";
import type { PartsSource } from "./source";

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
  const encoder = new TextEncoder();
  const members = fields.map((field, i) => {
    const type = fieldType(json, field);
    const convert = create(field.shape, source.elements[i]!, type, capacity);
    return { head: `${JSON.stringify(field.name)}:`, type, convert };
  });
  const buffer = new ByteBuffer(capacity * 16);
  const offsets = new Uint32Array(capacity + 1);
  return (count) => {
    const bound = members.map(({ head, type, convert }) => {
      const values = convert(count);
      return { head, nulls: nullsOf(values), text: cellText(type, values) };
    });
    buffer.clear();
    for (let i = 0; i < count; i++) {
      let object = "";
      for (const { head, nulls, text } of bound)
        if (nulls?.[i] !== 1) object += `${object === "" ? "" : ","}${head}${text(i)}`;
      object = `{${object}}`;
      // Of UTF-8, a character takes three bytes at most.
      buffer.reserve(3 * object.length);
      buffer.length += encoder.encodeInto(object, buffer.bytes.subarray(buffer.length)).written;
      offsets[i + 1] = buffer.length;
    }
    return {
      kind: "string",
      bytes: buffer.bytes.subarray(0, buffer.length),
      offsets: offsets.subarray(0, count + 1),
    };
  };
}
