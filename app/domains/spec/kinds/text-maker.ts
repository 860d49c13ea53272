import { longestText, type Shape } from "../../../model/types/shape";
import { ByteBuffer } from "../../../rows/byte-buffer";
import { below } from "../../../rows/random/integers";
import { draw } from "../../../rows/random/mix";
import { type AppendValue, appenderOf } from "../../../rows/values/append-value";
import { appendDigits } from "../../../rows/values/digits";
import type { NumberSource } from "../../../rows/values/source";
import { WordBytes } from "../../../rows/values/word-bytes";
import { MODIFIERS } from "../../vocabulary/modifiers";
import { wordsOf } from "../../vocabulary/vocabularies";
import { SpecFault } from "../spec-fault";
import type { KindContext, ShapeContext, Values } from "./kind";
import { anyNull } from "./any-null";
import type { Part } from "./template-parts";

const { floor } = Math;

/** Draws of a part, at most: of the longest characters. */
const DRAWS = 512;

/** Texts of parts, one behind the other. */
export function textValues(parts: readonly Part[], states: Int32Array, context: KindContext): Values {
  const appends = parts.map((part, p) => appendPart(part, p * DRAWS, states, context));
  const { source, fill } = madeTexts(states.length, (out, i) => {
    for (let p = 0; p < appends.length; p++) appends[p]!(out, i);
  });
  const { spec, factors, definitionOf } = context;
  const columns = parts.flatMap((part) =>
    part.as === "column" ? [definitionOf(spec, part.column).create(factors)] : [],
  );
  const { nulls, mark } = anyNull(columns, states.length);
  return {
    source: { ...source, nulls },
    fill: (count) => {
      fill(count);
      mark(count);
    },
  };
}

/** Texts that are made row by row. */
export function madeTexts(capacity: number, append: AppendValue): Values {
  const buffer = new ByteBuffer(Math.max(1, capacity * 8));
  const offsets = new Uint32Array(capacity + 1);
  const fill = (count: number): void => {
    buffer.clear();
    for (let i = 0; i < count; i++) {
      append(buffer, i);
      offsets[i + 1] = buffer.length;
    }
  };
  return { source: { buffer, offsets }, fill };
}

/** Bytes of the longest text of parts. */
export function longestOf(parts: readonly Part[], context: ShapeContext): number {
  return parts.reduce((sum, part) => sum + longestPart(part, context), 0);
}

function longestPart(part: Part, { spec, definitionOf }: ShapeContext): number {
  switch (part.as) {
    case "text":
      return Buffer.byteLength(part.text);
    case "word":
      return longestText({ kind: "words", words: modified(part) });
    case "row":
      return 16;
    case "number":
      return String(part.max).length;
    case "characters":
      return part.length;
    case "column":
      return longestColumn(part, definitionOf(spec, part.column).shape);
  }
}

function longestColumn({ column, modifiers }: Extract<Part, { as: "column" }>, shape: Shape): number {
  if (shape.kind === "words")
    return longestText({ kind: "words", words: shape.words.map(modify(modifiers)) });
  if (modifiers.length > 0)
    throw new SpecFault(`{=${column}} has modifiers, but its column is not of words`, "leave them out");
  const longest = longestText(shape);
  if (longest === Infinity) throw new SpecFault(`{=${column}} has no text`, "name a column of single values");
  return longest;
}

function modified({ vocabulary, modifiers }: Extract<Part, { as: "word" }>): readonly string[] {
  return wordsOf(vocabulary).map(modify(modifiers));
}

function modify(modifiers: readonly string[]): (word: string) => string {
  return (word) => modifiers.reduce((text, name) => MODIFIERS[name]!(text), word);
}

/** @param first the number of the part's first draw */
function appendPart(part: Part, first: number, states: Int32Array, context: KindContext): AppendValue {
  switch (part.as) {
    case "text": {
      const bytes = new TextEncoder().encode(part.text);
      return (out) => out.appendBytes(bytes);
    }
    case "word": {
      const list = modified(part);
      const words = new WordBytes(list);
      const { length } = list;
      return (out, i) => words.append(out, below(states[i]!, first, length));
    }
    case "row": {
      const values = context.factors.own.numbers;
      const { digits } = part;
      return (out, i) => appendDigits(out, values[i]!, digits);
    }
    case "number": {
      const { min, max, digits } = part;
      const different = max - min + 1;
      return (out, i) => appendDigits(out, min + below(states[i]!, first, different), digits);
    }
    case "characters":
      return appendCharacters(part, first, states);
    case "column":
      return appendColumn(part, context);
  }
}

function appendCharacters(
  { characters, length }: Extract<Part, { as: "characters" }>,
  first: number,
  states: Int32Array,
): AppendValue {
  const bytes = new TextEncoder().encode(characters);
  const base = bytes.length;
  /** As many of one draw as it has room for. */
  let together = 0;
  let different = 1;
  for (; different * base <= 2 ** 29; together++) different *= base;
  return (out, i) => {
    out.reserve(length);
    const { bytes: to, length: start } = out;
    const end = start + length;
    for (let at = start, n = first; at < end; n++) {
      let rest = floor((draw(states[i]!, n) * different) / 2 ** 32);
      for (let c = 0; c < together && at < end; c++) {
        const next = floor(rest / base) | 0;
        to[at++] = bytes[rest - next * base]!;
        rest = next;
      }
    }
    out.length = end;
  };
}

function appendColumn(
  { column, modifiers }: Extract<Part, { as: "column" }>,
  context: KindContext,
): AppendValue {
  const { shape, create } = context.definitionOf(context.spec, column);
  const source = create(context.factors);
  if (shape.kind === "words") {
    const words = new WordBytes(shape.words.map(modify(modifiers)));
    const { values } = source as NumberSource;
    return (out, i) => words.append(out, values[i]!);
  }
  return appenderOf(shape, source);
}
