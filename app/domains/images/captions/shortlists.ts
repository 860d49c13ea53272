import { KIND, kindNumber, KINDS } from "./suits";
import { type Tables, UNIT } from "./tables";

/** A list whose entries suit all kinds of pictures is its own shortlist, at the list's place. */
const OF_ALL = 0;
const OF_KIND = 1;

/**
 * Of each list, the entries that suit a kind of picture (`KIND`), found when they are first asked for.
 * A shortlist is place * 4,096 + size, in `candidates`.
 */
export class Shortlists {
  /** Places of records; those of the lists come first, in order. Replaced by a larger array when it grows. */
  candidates: Uint16Array;
  /** By symbol and context: place in `shortlists` * 2, + 1 where it is counted from the kind's row on. */
  readonly listOf: Uint32Array;
  /** The shortlists of lists, then a row for each kind of picture; 0 where it is not known yet. */
  readonly shortlists: Uint32Array;

  /** Lists that have a shortlist for each kind. */
  readonly #tagged: number[] = [];
  readonly #rowOf = new Uint32Array(KINDS);
  readonly #kinds: number[] = [];
  /** By list: the different masks of its entries; the bits that some of them lack; by such bits its shortlists. */
  readonly #masks: number[][] = [];
  readonly #telling: number[] = [];
  readonly #byTelling: Map<number, number>[] = [];
  /** By list and which of its masks suit. */
  readonly #known = new Map<string, number>();
  #used: number;

  constructor(private readonly tables: Tables) {
    const { listStart, listOf } = tables;
    const places = Array.from({ length: listStart.length - 1 }, (_, list) => {
      for (let e = listStart[list]!; e < listStart[list + 1]!; e++)
        if ((this.#maskOf(e) & KIND) !== KIND) return (this.#tagged.push(list) - 1) * 2 + OF_KIND;
      return list * 2 + OF_ALL;
    });
    this.listOf = Uint32Array.from(listOf, (list) => places[list]!);
    // Memory for all kinds is asked for, little of it is ever touched.
    this.shortlists = new Uint32Array(places.length + KINDS * this.#tagged.length);
    places.forEach((_, list) => {
      this.shortlists[list] = listStart[list]! * 4_096 + listStart[list + 1]! - listStart[list]!;
    });
    this.#used = tables.recordOf.length;
    this.candidates = tables.recordOf;
  }

  /** Where the row of a picture's kind begins in `shortlists`. */
  rowOf(mask: number): number {
    const kind = kindNumber(mask);
    let row = this.#rowOf[kind]!;
    if (row === 0) {
      row = this.tables.listStart.length - 1 + this.#kinds.length * this.#tagged.length;
      this.#rowOf[kind] = row;
      this.#kinds.push(mask & KIND);
    }
    return row;
  }

  /** Finds the shortlist at a place of `shortlists`. */
  make(place: number): number {
    const { listStart } = this.tables;
    const fromRows = place - (listStart.length - 1);
    const list = this.#tagged[fromRows % this.#tagged.length]!;
    const kind = this.#kinds[Math.floor(fromRows / this.#tagged.length)]!;
    const byTelling = (this.#byTelling[list] ??= new Map<number, number>());
    const telling =
      kind & (this.#telling[list] ??= this.#masksOf(list).reduce((bits, mask) => bits | ~mask, 0));
    let made = byTelling.get(telling);
    if (made === undefined) byTelling.set(telling, (made = this.#find(list, kind)));
    return (this.shortlists[place] = made);
  }

  #find(list: number, kind: number): number {
    const fits = (mask: number): boolean => (mask & kind) === kind;
    const suiting = this.#masksOf(list).map((mask) => (fits(mask) ? 1 : 0));
    const key = `${list}:${suiting.join("")}`;
    let found = this.#known.get(key);
    if (found === undefined) {
      found = this.#store(this.#entriesOf(list).filter((e) => fits(this.#maskOf(e))));
      this.#known.set(key, found);
    }
    return found;
  }

  #masksOf(list: number): number[] {
    return (this.#masks[list] ??= [...new Set(this.#entriesOf(list).map((e) => this.#maskOf(e)))]);
  }

  #maskOf(entry: number): number {
    return this.tables.records[this.tables.recordOf[entry]! * UNIT]!;
  }

  #entriesOf(list: number): number[] {
    const first = this.tables.listStart[list]!;
    return Array.from({ length: this.tables.listStart[list + 1]! - first }, (_, i) => first + i);
  }

  #store(found: readonly number[]): number {
    const first = found[0] ?? 0;
    // The entries of a list are candidates as they stand.
    if (found.length > 0 && found.at(-1)! - first === found.length - 1) return first * 4_096 + found.length;
    if (this.#used + found.length > this.candidates.length) {
      const more = new Uint16Array(2 * (this.#used + found.length));
      more.set(this.candidates);
      this.candidates = more;
    }
    found.forEach((entry, i) => (this.candidates[this.#used + i] = this.tables.recordOf[entry]!));
    this.#used += found.length;
    return (this.#used - found.length) * 4_096 + found.length;
  }
}
