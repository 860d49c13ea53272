import type { Range } from "../../plan/range";
import type { Contents } from "../../rows/factors";
import { stateAt } from "../../rows/random/counters";
import { draw, idState } from "../../rows/random/mix";
import { even } from "../../rows/random/shapes";
import { threshold } from "../../rows/random/shares";
import type { Streams } from "../../rows/random/stream";
import {
  DUPLICATE,
  LATER_ORIGINAL,
  NEAR_DUPLICATE,
  NEAR_DUPLICATE_IDS,
  FAR_DUPLICATE_IDS,
} from "./distributions";

const DUPLICATES = threshold(DUPLICATE);
const NEAR = threshold(NEAR_DUPLICATE);
const LATER = threshold(LATER_ORIGINAL);

/** Image ids are UInt32, as a rule: no original lies beyond the last one that could be. */
const IDS = 2 ** 32;

/** Duplicates have the contents of their originals. An original is no duplicate itself. */
export function duplicateContents(streams: Streams): Contents {
  const base = streams.base("is-dupe-of", 2);
  const isDrawn = (id: number): boolean => draw(idState(base, id), 0) < DUPLICATES;
  /** The id that a drawn one shows once more, or 0. */
  const originalOf = (id: number): number => {
    const state = idState(base, id);
    const distance = 1 + even(draw(state, 2), draw(state, 1) < NEAR ? NEAR_DUPLICATE_IDS : FAR_DUPLICATE_IDS);
    const original = draw(state, 3) < LATER ? id + distance : id - distance;
    const isThere = original >= 1 && Math.floor(original / IDS) <= Math.floor(id / IDS);
    return isThere && !isDrawn(original) ? original : 0;
  };
  return (own, ids) => {
    const contents: Range[] = [];
    let at = 0;
    for (const { first, rows } of own) {
      let from = first;
      for (let id = first; id < first + rows; id++, at++) {
        if (draw(stateAt(base, ids, at), 0) >= DUPLICATES) continue;
        const original = originalOf(id);
        if (original === 0) continue;
        if (id > from) contents.push({ first: from, rows: id - from });
        contents.push({ first: original, rows: 1 });
        from = id + 1;
      }
      if (from < first + rows) contents.push({ first: from, rows: first + rows - from });
    }
    return contents;
  };
}
