/**
 * Entries that suit the same pictures. `suits` lists what they need, in any order; what it does not speak of suits all:
 * - people: `none`, `one`, `two`, `group` (three or more), `many` (two or group), `any` (all of these). Where nothing is
 *   said: all pictures with people
 * - gender of the main person: `women`, `men`
 * - age of the main person: `baby`, `child`, `teenager`, `young`, `adult`, `old`, or a range such as `child-old`
 * - `face` or `faceless`: needs a face, or needs that none is to be seen
 * - scenes: a scene's name, `indoors`, `outdoors`; with a leading `-` all scenes but these
 */
export interface PoolGroup {
  readonly suits: string;
  /** Kinds of object: the one of all entries in the object pool, those that the entries take in the doing pool. */
  readonly kinds?: string;
  /**
   * `(a)` and `(an)` mark an article that templates can leave out; `{woman}`, `{their}` and the like are words that
   * follow the main person (`words.ts`).
   */
  readonly entries: readonly string[];
}

/** One pool of words: the entries that can fill one kind of slot. */
export type Pool = readonly PoolGroup[];
