import { longestText, type Shape } from "../../../model/types/shape";
import { ByteBuffer } from "../../../rows/byte-buffer";
import { below } from "../../../rows/random/integers";
import { draw } from "../../../rows/random/mix";
import { type AppendValue, appenderOf } from "../../../rows/values/append-value";
import { appendDigits } from "../../../rows/values/digits";
import type { NumberSource } from "../../../rows/values/source";
import { MODIFIERS } from "../../vocabulary/modifiers";
import { wordsOf } from "../../vocabulary/vocabularies";
import { SpecFault } from "../spec-fault";
import type { KindContext, ShapeContext, Values } from "./kind";
import { anyNull } from "./any-null";
import { joined, joinedTexts, type Piece, type WordPiece } from "./text-pieces";
import type { Part } from "./template-parts";
import type { States } from "../../../rows/random/states";

const { floor } = Math;

/** Draws of a part, at most: of the longest characters. */
const DRAWS = 512;
/** So many different numbers at most are kept as words. */
const MOST_NUMBERS = 1000;

/** Texts of parts, one behind the other. */
export function textValues(parts: readonly Part[], states: States, context: KindContext): Values {
  const pieces = joined(parts.flatMap((part, p) => piecesOf(part, p * DRAWS, states, context)));
  const { source, fill } = joinedTexts(pieces, states.length);
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
function piecesOf(part: Part, first: number, states: States, context: KindContext): Piece | Piece[] {
  switch (part.as) {
    case "text":
      return { words: [part.text], place: (places, count) => void places.fill(0, 0, count) };
    case "word": {
      const words = modified(part);
      return { words, place: placeBelow(words.length, first, states) };
    }
    case "row": {
      const values = context.factors.own.numbers;
      const { digits } = part;
      return { append: (out, i) => appendDigits(out, values[i]!, digits) };
    }
    case "number":
      return numberPieces(part, first, states);
    case "characters":
      return { append: appendCharacters(part, first, states) };
    case "column":
      return columnPiece(part, context);
  }
}

function numberPieces(
  { min, max, digits }: Extract<Part, { as: "number" }>,
  first: number,
  states: States,
): Piece | Piece[] {
  const different = max - min + 1;
  if (different <= MOST_NUMBERS) {
    const words = Array.from({ length: different }, (_, i) => String(min + i).padStart(digits, "0"));
    return { words, place: placeBelow(different, first, states) };
  }
  if (String(max).length > digits)
    return { append: (out, i) => appendDigits(out, min + below(states[i]!, first, different), digits) };
  // As long in each row: three digits at a time are one of a thousand words, from the left.
  const pieces: Piece[] = [];
  for (let before = 0, length = ((digits - 1) % 3) + 1; before < digits; before += length, length = 3) {
    const unit = 10 ** (digits - before - length);
    const words = Array.from({ length: 10 ** length }, (_, i) => String(i).padStart(length, "0"));
    const place: WordPiece["place"] = (places, count) => {
      const size = words.length;
      for (let i = 0; i < count; i++) {
        const upTo = floor((min + below(states[i]!, first, different)) / unit);
        places[i] = upTo - floor(upTo / size) * size;
      }
    };
    pieces.push({ words, place });
  }
  return pieces;
}

function placeBelow(different: number, first: number, states: States): WordPiece["place"] {
  return (places, count) => {
    for (let i = 0; i < count; i++) places[i] = below(states[i]!, first, different);
  };
}

function appendCharacters(
  { characters, length }: Extract<Part, { as: "characters" }>,
  first: number,
  states: States,
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

function columnPiece({ column, modifiers }: Extract<Part, { as: "column" }>, context: KindContext): Piece {
  const { shape, create } = context.definitionOf(context.spec, column);
  const source = create(context.factors);
  if (shape.kind === "words") {
    const { values } = source as NumberSource;
    return {
      words: shape.words.map(modify(modifiers)),
      place: (places, count) => places.set(values.subarray(0, count)),
    };
  }
  return { append: appenderOf(shape, source) };
}
