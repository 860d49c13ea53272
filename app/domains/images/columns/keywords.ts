import { KEYWORDS } from "../distributions";
import { TOPICS } from "../links/topics";
import type { Factors } from "../../../rows/factors";
import { Topics } from "../factors/topics";
import { stateAt } from "../../../rows/random/counters";
import { draw } from "../../../rows/random/mix";
import { quantile } from "../../../rows/random/shapes";
import type { ListSource } from "../../../rows/values/source";

// Taken from the global once, see `app/rows/random/shapes.ts`.
const { imul } = Math;

/**
 * Keywords come in groups of so many ids: group 0 fits any picture, group 1 + n topic n, the last one none.
 */
const GROUP = 4_096;
const NO_TOPIC_GROUP = TOPICS + 1;

/** The largest keyword id; the smallest is 1. */
export const MAX_KEYWORD = (NO_TOPIC_GROUP + 1) * GROUP;
/** Steps are so long as if there were as many ranks before the first one. */
const HEADSTART = 12;
/** The most keywords of a row. */
const MAX_KEYWORDS = 50;

/**
 * 20 to 50 different keywords: one half, rounded down, fits any picture, the other the topic of the take;
 * each half ascends. A keyword is the one before it plus a step that grows with its rank in the group, so
 * that low ranks are common, on up to a third of the pictures, and high ones rare, much as words are. After
 * 25 steps of at most a fifth and 6 the rank is below 4,096.
 */
export function keywordIds(factors: Factors): ListSource {
  const topics = factors.get(Topics);
  const [topicOfTake] = topics.topics;
  const { takeOf } = topics.shoots;
  const base = factors.streams.base("keyword_ids", 2);
  const knots = Int32Array.from(KEYWORDS);
  const offsets = new Uint32Array(factors.capacity + 1);
  const elementCapacity = factors.capacity * MAX_KEYWORDS;
  const values = new Uint32Array(elementCapacity + 3);

  const fill = (rows: number): void => {
    let at = 0;
    for (let i = 0; i < rows; i++) {
      const state = stateAt(base, factors.rows, i);
      const count = quantile(draw(state, 0), knots);
      const half = count >> 1;
      const t = takeOf[i]!;
      const group = topics.counts[t] === 0 ? NO_TOPIC_GROUP : 1 + topicOfTake[t]!;
      at = ascend(values, at, half, 1, state, 1);
      at = ascend(values, at, count - half, 1 + group * GROUP, state, 8);
      offsets[i + 1] = at;
    }
  };
  return { offsets, element: { values }, elementCapacity, fill };
}

/**
 * Writes `count` ascending ids from `first` on, four to a draw, and says where they end. Up to three more are
 * written behind them.
 * @param n number of the first draw; at most 7 are used
 */
function ascend(
  values: Uint32Array,
  start: number,
  count: number,
  first: number,
  state: number,
  n: number,
): number {
  const end = start + count;
  const before = first - HEADSTART;
  let rank = HEADSTART - 1;
  for (let at = start; at < end; at += 4) {
    const bytes = draw(state, n++);
    values[at] = before + (rank = next(rank, bytes & 255));
    values[at + 1] = before + (rank = next(rank, (bytes >>> 8) & 255));
    values[at + 2] = before + (rank = next(rank, (bytes >>> 16) & 255));
    values[at + 3] = before + (rank = next(rank, bytes >>> 24));
  }
  return end;
}

function next(rank: number, byte: number): number {
  return rank + 1 + (byte & 3) + (imul(rank, imul(byte, 205)) >> 18);
}
