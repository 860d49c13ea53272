import type { ElementType } from "../../model/column-type";
import { describeType } from "../../model/types/describe-type";
import type { ColumnValues } from "../../model/types/column-values";
import { numberConverter } from "./convert-number";
import { stringsConverter, textConverter, wordsConverter } from "./convert-text";
import { timeConverter } from "./convert-time";
import { appenderOf } from "./append-value";
import type { Converter } from "./converter";
import type { Shape } from "../../model/types/shape";
import type { ListSource, NumberSource, Source, TextSource, UuidSource } from "./source";

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
  const isText = shape.kind === "text" || shape.kind === "words" || "digits" in source;
  if (description.view?.as === "text" && !isText)
    return stringsConverter(appenderOf(shape, source), description.memory, capacity);
  switch (shape.kind) {
    case "number":
      return numberConverter(shape, source as NumberSource, description, capacity);
    case "day":
    case "second":
      return timeConverter(shape, source as NumberSource, description, capacity);
    case "words":
      return wordsConverter(shape, source as NumberSource, description, to.lowCardinality, capacity);
    case "text":
      return textConverter(source as TextSource, description.memory, capacity);
    case "uuid": {
      const { bytes } = source as UuidSource;
      return (count) => ({ kind: "fixed", width: 16, bytes: bytes.subarray(0, count * 16) });
    }
    case "list": {
      const { memory } = description;
      if (memory.kind !== "array") throw new Error("a list needs an array");
      const { offsets, element, elementCapacity } = source as ListSource;
      const convert = createConverter(shape.element, element, memory.element, elementCapacity);
      return (count) => ({
        kind: "array",
        offsets: offsets.subarray(0, count + 1),
        elements: convert(offsets[count]!),
      });
    }
  }
}
