import { InternalError } from "../../errors";
import type { Shape } from "../../model/types/shape";
import type { ByteBuffer } from "../byte-buffer";
import { appendDay, appendNumber, appendSecond, appendUuid } from "./digits";
import type { NumberSource, Source, TextSource, UuidSource } from "./source";
import { WordBytes } from "./word-bytes";

/** Appends the text of value number `i` of a source. */
export type AppendValue = (out: ByteBuffer, i: number) => void;

/** The texts of a source's values: of words and texts their own, of others their digits. */
export function appenderOf(shape: Shape, source: Source): AppendValue {
  const { values } = source as NumberSource;
  switch (shape.kind) {
    case "number":
      return (out, i) => appendNumber(out, values[i]!, shape.scale);
    case "day":
      return (out, i) => appendDay(out, values[i]!);
    case "second":
      return (out, i) => appendSecond(out, values[i]!, shape.scale);
    case "words":
      return wordAppender(new WordBytes(shape.words), values);
    case "text": {
      const { buffer, offsets } = source as TextSource;
      return (out, i) => out.appendRange(buffer.bytes, offsets[i]!, offsets[i + 1]!);
    }
    case "uuid": {
      const { bytes } = source as UuidSource;
      return (out, i) => appendUuid(out, bytes, i);
    }
    default:
      throw new InternalError(`values of shape ${shape.kind} have no text`);
  }
}

/** The word at a place that a source gives. */
function wordAppender(words: WordBytes, places: NumberSource["values"]): AppendValue {
  return (out, i) => words.append(out, places[i]!);
}
