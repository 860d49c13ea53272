import { InternalError } from "../../../errors";
import { ByteBuffer } from "../../../rows/byte-buffer";
import { CLASHES, clashesOf, wordsOf } from "./clashes";
import { type Entry, parseParts, type Part, stemsOf } from "./parse";
import { ARTICLE, CAPITAL, type Context, CONTEXTS, DATE, LAST, NUMBER, type Tables, UNIT } from "./tables";

/** Texts that can fill a slot: one list, or one for each value of its context. */
export interface SymbolSource {
  readonly context: Context;
  /** Whether it is the same in all takes of a shoot that ask for it. */
  readonly ofShoot?: boolean;
  readonly lists: readonly (readonly Entry[])[];
}

/** Of `places`, see `Tables`. */
const OF_SHOOT = 1 << 31;

const DATES = ["day", "year"];

/** Numbers of a record of `records` before its words. */
const RECORD = 4;

const SPARE = 16;
const TYPICAL_BYTES = 2 ** 19;

const encoder = new TextEncoder();

interface Text {
  readonly said: readonly [low: number, high: number];
  /** ~first of its parts, where it is not but words. */
  readonly content: number;
  readonly words?: string;
  /** Of its records, by mask. */
  readonly places: Map<number, number>;
}

/** Makes the tables of all symbols. */
export class Grammar {
  readonly tables: Tables;

  readonly #numbers = new Map<string, number>();
  readonly #fragments = new Map<string, number>();
  readonly #texts = new Map<string, Text>();
  readonly #parts: number[] = [];
  readonly #records: (readonly [place: number, numbers: readonly number[]])[] = [];
  readonly #out = new ByteBuffer(TYPICAL_BYTES);

  /** @throws Error on a slot of an unknown name, or a text that does not fit */
  constructor(sources: Readonly<Record<string, SymbolSource>>) {
    const symbols = Object.keys(sources);
    symbols.forEach((name, number) => this.#numbers.set(name, number));
    const all = Object.values(sources);
    const listStart = [0];
    const listOf: number[] = [];
    const recordOf: number[] = [];
    const known = new Map<readonly Entry[], number>();
    const add = (list: readonly Entry[]): number => {
      for (const { text, mask, times } of list) {
        const place = this.#record(mask, text);
        for (let i = 0; i < times; i++) recordOf.push(place);
      }
      return listStart.push(recordOf.length) - 2;
    };
    // What one caption needs stands together: all lists of a theme, say.
    const places = new Map<SymbolSource, number>();
    CONTEXTS.forEach((context, c) => {
      const ofContext = all.filter((source) => source.context === context);
      ofContext.forEach((source, i) =>
        places.set(
          source,
          (listOf.length + i) | (ofContext.length << 16) | (c << 24) | (source.ofShoot ? OF_SHOOT : 0),
        ),
      );
      const values = Math.max(0, ...ofContext.map(({ lists }) => lists.length));
      for (let value = 0; value < values; value++)
        for (const { lists } of ofContext) {
          const list = lists[value]!;
          let number = known.get(list);
          if (number === undefined) known.set(list, (number = add(list)));
          listOf.push(number);
        }
    });
    this.#out.reserve(SPARE + 4 * UNIT);
    const bytes = Uint8Array.from(this.#out.bytes.subarray(0, this.#align() + SPARE));
    const records = new Int32Array(bytes.buffer);
    for (const [place, numbers] of this.#records) records.set(numbers, place * UNIT);
    this.tables = {
      symbols,
      places: Int32Array.from(all, (source) => places.get(source)!),
      listOf: Uint16Array.from(listOf),
      listStart: Uint32Array.from(listStart),
      recordOf: Uint16Array.from(recordOf),
      records,
      parts: Int32Array.from(this.#parts),
      bytes,
      saidBits: SAID_BITS,
    };
  }

  #symbol(name: string): number {
    const number = this.#numbers.get(name);
    if (number === undefined) throw new InternalError(`unknown slot {${name}}`);
    return number;
  }

  #record(mask: number, text: string): number {
    const { said, content, words, places } = this.#read(text);
    let place = places.get(mask);
    if (place === undefined) {
      this.#out.reserve(4 * (UNIT + RECORD));
      const at = this.#align();
      place = at / (4 * UNIT);
      if (place > 65_535) throw new InternalError("too many texts");
      this.#out.length = at + 4 * RECORD;
      this.#records.push([place, [mask, ...said, words === undefined ? content : this.#append(words)]]);
      places.set(mask, place);
    }
    return place;
  }

  /** Where the next unit begins in the bytes so far. */
  #align(): number {
    return 4 * UNIT * Math.ceil(this.#out.length / (4 * UNIT));
  }

  #read(text: string): Text {
    let known = this.#texts.get(text);
    if (known === undefined) {
      const parts = parseParts(text);
      const [first] = parts;
      const plain = parts.length === 0 || (parts.length === 1 && first!.lead === "" && !first!.slot);
      known = {
        said: saidBy(parts),
        places: new Map(),
        ...(plain ? { content: 0, words: first?.words ?? "" } : { content: this.#compile(parts) }),
      };
      this.#texts.set(text, known);
    }
    return known;
  }

  #compile(parts: readonly Part[]): number {
    const first = this.#parts.length;
    for (const part of parts) this.#parts.push(...this.#part(part));
    this.#parts[this.#parts.length - 2]! |= LAST;
    return ~first;
  }

  #part({ lead, words, slot }: Part): number[] {
    const separators = encoder.encode(lead);
    if (separators.length > 4) throw new InternalError(`more than four separators: "${lead}"`);
    const packed = separators.reduce((sum, byte, i) => sum | (byte << (8 * i)), 0);
    const rest = separators.length << 16;
    if (!slot) return [packed, ~this.#fragment(words!), rest, -1];
    const { name, article, capital, percent, otherwise, range } = slot;
    const date = DATES.indexOf(name);
    const kind = range ? NUMBER : date >= 0 ? DATE : 0;
    const flags = kind | (article ? ARTICLE : 0) | (capital ? CAPITAL : 0);
    return [
      packed,
      date >= 0 ? date : (range?.[0] ?? this.#symbol(name)),
      rest | (Math.round(percent * 1.28) << 8) | flags,
      range?.[1] ?? (otherwise === undefined ? -1 : this.#symbol(otherwise)),
    ];
  }

  #fragment(words: string): number {
    let fragment = this.#fragments.get(words);
    if (fragment === undefined) this.#fragments.set(words, (fragment = this.#append(words)));
    return fragment;
  }

  #append(words: string): number {
    const bytes = encoder.encode(words);
    if (bytes.length > 255) throw new InternalError(`"${words}" is too long`);
    const article = /^(?:an? )?/.exec(words)![0].length;
    const fragment = this.#out.length * 1_024 + article * 256 + bytes.length;
    this.#out.appendBytes(bytes);
    return fragment;
  }
}

const SAID_BITS = 32 - 2 * CLASHES;

/** A bit for each word, and what it clashes with. */
function saidBy(parts: readonly Part[]): [low: number, high: number] {
  const words = wordsOf(parts.map(({ lead, words: own = "" }) => lead + own).join(""));
  const said: [number, number] = [0, clashesOf(words) << SAID_BITS];
  for (const bit of words.flatMap(bitsOf)) said[bit >> 5]! |= 1 << (bit & 31);
  return said;
}

const BITS = new Map<string, readonly number[]>();

/** Where a word is noted: one place for each stem. */
function bitsOf(word: string): readonly number[] {
  let bits = BITS.get(word);
  if (bits === undefined) BITS.set(word, (bits = stemsOf(word).map(bitOf)));
  return bits;
}

function bitOf(stem: string): number {
  let hash = 7;
  for (const letter of stem) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  return (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0) % (32 + SAID_BITS);
}
