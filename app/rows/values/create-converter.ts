import { InternalError } from "../../errors";
import type { ElementType } from "../../model/column-type";
import type { ColumnValues } from "../../model/types/column-values";
import { describeType } from "../../model/types/describe-type";
import { asTuple, type Shape } from "../../model/types/shape";
import { numberConverter } from "./convert-number";
import { objectConverter } from "./convert-object";
import {
  jsonConverter,
  parsedConverter,
  stringsConverter,
  textConverter,
  wordsConverter,
} from "./convert-text";
import { timeConverter } from "./convert-time";
import { appenderOf } from "./append-value";
import type { Converter } from "./converter";
import type {
  UuidSource,
  ListSource,
  MapSource,
  NumberSource,
  PartsSource,
  Source,
  TextSource,
} from "./source";

/** Shapes that become texts in digits. */
const IN_DIGITS: ReadonlySet<Shape["kind"]> = new Set(["number", "day", "second", "uuid"]);

/**
 * The converter from a shape to a type that takes it. Where both have the same arrays nothing is
 * copied.
 * @param capacity most values of a block
 */
export function createConverter(shape: Shape, source: Source, to: ElementType, capacity: number): Converter {
  const convert = plainConverter(shape, source, to, capacity);
  if (!to.nullable) return convert;
  const nulls = source.nulls ?? new Uint8Array(capacity);
  return (count) => ({ ...convert(count), nulls: nulls.subarray(0, count) }) as ColumnValues;
}

function plainConverter(shape: Shape, source: Source, to: ElementType, capacity: number): Converter {
  const description = describeType(to.type);
  const { memory, text, view } = description;
  if (view?.as === "text" && IN_DIGITS.has(shape.kind) && !("digits" in source))
    return stringsConverter(appenderOf(shape, source), memory, capacity);
  switch (shape.kind) {
    case "number":
      return numberConverter(shape, source as NumberSource, description, capacity);
    case "day":
    case "second":
      return timeConverter(shape, source as NumberSource, description, capacity);
    case "words":
      return wordsConverter(shape, source as NumberSource, description, capacity);
    case "text":
      if (text?.parse) return parsedConverter(source as TextSource, memory, text.parse, capacity);
      if (to.nullable && to.type.kind === "json")
        return jsonConverter(source as TextSource, memory, capacity);
      return textConverter(source as TextSource, memory, capacity);
    case "uuid":
    case "ipv6": {
      const { bytes } = source as UuidSource;
      return (count) => ({ kind: "fixed", width: 16, bytes: bytes.subarray(0, count * 16) });
    }
    case "list": {
      if (memory.kind !== "array") throw new InternalError("a list needs an array");
      const { offsets, element, elementCapacity } = source as ListSource;
      const convert = createConverter(shape.element, element, memory.element, elementCapacity);
      return (count) => ({
        kind: "array",
        offsets: offsets.subarray(0, count + 1),
        elements: convert(offsets[count]!),
      });
    }
    case "tuple": {
      if (memory.kind === "array") return onlyRow(shape, source, memory.element, capacity);
      if (memory.kind !== "tuple") throw new InternalError("a tuple needs a tuple");
      const { elements } = source as PartsSource;
      const converters = memory.elements.map((element, i) =>
        createConverter(shape.elements[i]!, elements[i]!, element, capacity),
      );
      return (count) => ({ kind: "tuple", elements: converters.map((convert) => convert(count)) });
    }
    case "map": {
      if (memory.kind !== "map") throw new InternalError("pairs need a map");
      const { offsets, key, value, elementCapacity } = source as MapSource;
      const keys = createConverter(shape.key, key, memory.key, elementCapacity);
      const values = createConverter(shape.value, value, memory.value, elementCapacity);
      return (count) => ({
        kind: "map",
        offsets: offsets.subarray(0, count + 1),
        keys: keys(offsets[count]!),
        values: values(offsets[count]!),
      });
    }
    case "object":
      if (memory.kind === "tuple" || memory.kind === "array")
        return plainConverter(asTuple(shape), source, to, capacity);
      return objectConverter(shape, source as PartsSource, to.type, capacity, createConverter);
  }
}

/** The only row of a Nested column. */
function onlyRow(shape: Shape, source: Source, row: ElementType, capacity: number): Converter {
  const offsets = Uint32Array.from({ length: capacity + 1 }, (_, i) => i);
  const convert = createConverter(shape, source, row, capacity);
  return (count) => ({ kind: "array", offsets: offsets.subarray(0, count + 1), elements: convert(count) });
}
