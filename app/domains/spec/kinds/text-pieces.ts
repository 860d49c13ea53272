import { longestText } from "../../../model/types/shape";
import { ByteBuffer } from "../../../rows/byte-buffer";
import { copyBytes } from "../../../rows/copy-bytes";
import type { AppendValue } from "../../../rows/values/append-value";
import { WordBytes } from "../../../rows/values/word-bytes";
import type { Values } from "./kind";

/** What a part of a text is in each row: one of some words, or what is made for the row. */
export type Piece = WordPiece | { readonly append: AppendValue };

export interface WordPiece {
  readonly words: readonly string[];
  /** Writes which word it is in each of the first `count` rows. */
  place(places: Uint16Array, count: number): void;
}

/** With what is the same in each row at the words beside it, so that there is less to copy. */
export function joined(pieces: readonly Piece[]): Piece[] {
  const done: Piece[] = [];
  for (const piece of pieces) {
    const last = done.at(-1);
    if (last && "words" in last && "words" in piece && last.words.length === 1)
      done[done.length - 1] = { ...piece, words: piece.words.map((word) => last.words[0]! + word) };
    else if (last && "words" in last && "words" in piece && piece.words.length === 1)
      done[done.length - 1] = { ...last, words: last.words.map((word) => word + piece.words[0]!) };
    else done.push(piece);
  }
  return done;
}

/** The texts that pieces make, one behind the other. */
export function joinedTexts(pieces: readonly Piece[], capacity: number): Values {
  const buffer = new ByteBuffer(Math.max(1, capacity * 8));
  const offsets = new Uint32Array(capacity + 1);
  const words = new PlacedWords(pieces, capacity);
  const appends = pieces.map((piece) => ("append" in piece ? piece.append : undefined));
  const onlyWords = appends.every((append) => append === undefined);
  const fill = (count: number): void => {
    words.fill(count);
    buffer.clear();
    if (onlyWords) return words.appendRows(buffer, offsets, count);
    for (let i = 0; i < count; i++) {
      for (let p = 0; p < appends.length; p++) {
        const append = appends[p];
        if (append === undefined) words.append(buffer, i, p);
        else append(buffer, i);
      }
      offsets[i + 1] = buffer.length;
    }
  };
  return { source: { buffer, offsets }, fill };
}

/** Rows for which there is made room at a time. */
const ROWS = 256;

/** The words of several pieces, and which of them a block's rows have. */
class PlacedWords {
  readonly #words: WordBytes;
  /** By row and piece, the place among all words. */
  readonly #places: Uint32Array;
  readonly #ofPiece: Uint16Array;
  /** Bytes of a row's longest text. */
  readonly #longest: number;

  constructor(
    private readonly pieces: readonly Piece[],
    capacity: number,
  ) {
    const lists = pieces.map((piece) => ("words" in piece ? piece.words : []));
    this.#words = new WordBytes(lists.flat());
    this.#places = new Uint32Array(capacity * pieces.length);
    this.#ofPiece = new Uint16Array(capacity);
    this.#longest = lists.reduce((sum, words) => sum + longestText({ kind: "words", words }), 0);
  }

  fill(count: number): void {
    const places = this.#places;
    const ofPiece = this.#ofPiece;
    const width = this.pieces.length;
    let first = 0;
    for (const [p, piece] of this.pieces.entries()) {
      if (!("words" in piece)) continue;
      piece.place(ofPiece, count);
      for (let i = 0, at = p; i < count; i++, at += width) places[at] = first + ofPiece[i]!;
      first += piece.words.length;
    }
  }

  append(out: ByteBuffer, row: number, piece: number): void {
    this.#words.append(out, this.#places[row * this.pieces.length + piece]!);
  }

  /** Of rows that have nothing else. */
  appendRows(out: ByteBuffer, offsets: Uint32Array, count: number): void {
    const places = this.#places;
    const width = this.pieces.length;
    const { starts, bytes } = this.#words;
    const words = bytes.view;
    for (let row = 0; row < count; row += ROWS) {
      const end = Math.min(row + ROWS, count);
      out.reserve(this.#longest * (end - row) + 3);
      const { view } = out;
      let at = out.length;
      for (let i = row, k = row * width; i < end; i++) {
        for (const next = k + width; k < next; k++)
          at = copyBytes(words, starts[places[k]!]!, starts[places[k]! + 1]!, view, at);
        offsets[i + 1] = at;
      }
      out.length = at;
    }
  }
}
