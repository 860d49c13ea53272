import { type Range, rowsOf } from "./range";

/** Row numbers of one 32-bit word. */
const WORD = 32;

/** Some row numbers of a range, held as a bit each where they are not all: it iterates over them as ranges. */
export class RowSet implements Iterable<Range> {
  /** How many they are. */
  readonly rows: number;

  /** @param words bit `i` of word `w` stands for the row number `32 * (wordOf(range.first) + w) + i` */
  private constructor(
    private readonly range: Range,
    private readonly words: Uint32Array | undefined,
  ) {
    this.rows = words === undefined ? range.rows : rowsOf(this);
  }

  static all(range: Range): RowSet {
    return new RowSet(range, undefined);
  }

  /** @param words by number of the word (row number / 32, rounded down), its bits; absent ones are 0 */
  static of(range: Range, words: Iterable<readonly [word: number, bits: number]>): RowSet {
    const first = wordOf(range.first);
    const bits = new Uint32Array(wordsIn(range));
    for (const [word, value] of words) bits[word - first] = value;
    return new RowSet(range, bits);
  }

  /** Neighbours are one range. */
  *[Symbol.iterator](): Generator<Range> {
    const { range, words } = this;
    if (words === undefined) {
      yield range;
      return;
    }
    const end = range.first + range.rows;
    const offset = WORD * wordOf(range.first);
    const has = (id: number) => (words[(id - offset) >>> 5]! >>> ((id - offset) & 31)) & 1;
    for (let id = range.first; id < end; id++) {
      if (has(id) === 0) continue;
      const first = id;
      while (id < end && has(id) === 1) id++;
      yield { first, rows: id - first };
    }
  }

  /** The other row numbers of the range. */
  complement(): RowSet {
    const { range, words } = this;
    const none = () => new Uint32Array(wordsIn(range));
    return new RowSet(range, words?.map((bits) => ~bits) ?? none());
  }
}

function wordOf(id: number): number {
  return Math.floor(id / WORD);
}

function wordsIn({ first, rows }: Range): number {
  return wordOf(first + rows - 1) - wordOf(first) + 1;
}
