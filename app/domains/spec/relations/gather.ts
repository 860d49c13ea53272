import { InternalError } from "../../../errors";
import type { Shape } from "../../../model/types/shape";
import { ByteBuffer } from "../../../rows/byte-buffer";
import { copyBytes } from "../../../rows/copy-bytes";
import type { NumberSource, Source, TextSource, UuidSource } from "../../../rows/values/source";
import type { Values } from "../kinds/kind";

/**
 * Values of other rows: that of row i is the one at `places[i]`.
 * @param shape not of several values
 * @param capacity most rows
 */
export function gathered(shape: Shape, from: Source, places: Uint32Array, capacity: number): Values {
  const nulls = from.nulls && new Uint8Array(capacity);
  const values = plain(shape, from, places, capacity);
  if (nulls === undefined) return values;
  return {
    source: { ...values.source, nulls },
    fill(count) {
      values.fill(count);
      for (let i = 0; i < count; i++) nulls[i] = from.nulls![places[i]!]!;
    },
  };
}

function plain(shape: Shape, from: Source, places: Uint32Array, capacity: number): Values {
  switch (shape.kind) {
    case "number":
    case "words":
    case "day":
    case "second": {
      const { values: others } = from as NumberSource;
      const values = new (others.constructor as new (length: number) => typeof others)(capacity);
      return {
        source: { values },
        fill(count) {
          for (let i = 0; i < count; i++) values[i] = others[places[i]!]!;
        },
      };
    }
    case "text":
      return gatheredTexts(from as TextSource, places, capacity);
    case "uuid":
    case "ipv6": {
      const others = new Uint32Array((from as UuidSource).bytes.buffer);
      const words = new Uint32Array(capacity * 4);
      return {
        source: { bytes: new Uint8Array(words.buffer) },
        fill(count) {
          for (let i = 0; i < count * 4; i++) words[i] = others[places[i >> 2]! * 4 + (i & 3)]!;
        },
      };
    }
    default:
      throw new InternalError(`values of shape ${shape.kind} are not taken over`);
  }
}

function gatheredTexts(from: TextSource, places: Uint32Array, capacity: number): Values {
  const buffer = new ByteBuffer(capacity * 8);
  const offsets = new Uint32Array(capacity + 1);
  return {
    source: { buffer, offsets },
    fill(count) {
      buffer.clear();
      // Copies read a little further than they take.
      from.buffer.reserve(3);
      for (let i = 0; i < count; i++) {
        const start = from.offsets[places[i]!]!;
        const end = from.offsets[places[i]! + 1]!;
        buffer.reserve(end - start + 3);
        buffer.length = copyBytes(from.buffer.view, start, end, buffer.view, buffer.length);
        offsets[i + 1] = buffer.length;
      }
    },
  };
}
