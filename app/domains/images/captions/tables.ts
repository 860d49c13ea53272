/** What decides which of a symbol's lists is meant; see `Composer`. */
export const CONTEXTS = ["always", "theme", "culture", "country", "people", "month"] as const;
export type Context = (typeof CONTEXTS)[number];

/** Flags of a part. */
export const ARTICLE = 1;
export const CAPITAL = 2;
export const NUMBER = 4;
/** The day of the month or, with the target 1, the year. */
export const DATE = 8;
/** The last one of its text. */
export const LAST = 16;

/** Numbers of a unit of a record's place, and of a record of `parts`. */
export const UNIT = 2;
export const PART = 4;

/** The lists and texts of all symbols as flat tables, small ones: what is not in a cache costs more than all else. */
export interface Tables {
  readonly symbols: readonly string[];
  /**
   * By symbol: its first place in `listOf`; how many places it is to the next value of its context, times 2^16; its
   * context's place in {@link CONTEXTS}, times 2^24; and whether the shoot draws it, in bit 31.
   */
  readonly places: Int32Array;
  /** By symbol and context: the number of the list, which other contexts may share. */
  readonly listOf: Uint16Array;
  /** List l is the entries listStart[l] (included) to listStart[l + 1] (not included). */
  readonly listStart: Uint32Array;
  /** By entry: the place of its record, in units of {@link UNIT} numbers of `records`. Entries may have one record. */
  readonly recordOf: Uint16Array;
  /**
   * A record: what it suits; the words that must not have been said, as two words of bits; a fragment where it is but
   * words, which then stands behind it, else ~first of its parts.
   */
  readonly records: Int32Array;
  /**
   * By part: its separators, packed; a symbol, or ~fragment; flags, below which of 128 it is filled, and the size of the
   * separators, a byte each; the symbol that fills it otherwise, or -1. Of a number the symbols are its bounds.
   */
  readonly parts: Int32Array;
  /**
   * The memory of `records`. A fragment is place * 1,024 + size of the article * 256 + size in all. Ends with spare
   * bytes.
   */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Bits of a record's second word that tell what has been said; those above tell what clashes, see `clashesOf`. */
  readonly saidBits: number;
}
