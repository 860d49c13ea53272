import { KEYWORDS, TOPICS } from "../distributions";
import type { Factors } from "../../../rows/factors";
import { Topics } from "../factors/subjects";
import { stateAt } from "../../../rows/random/counters";
import { draw } from "../../../rows/random/mix";
import { quantile } from "../../../rows/random/shapes";
import type { ListSource } from "../../../rows/values/source";

/**
 * Keywords come in groups of so many ids: group 0 fits any picture, groups 1 to 63 a topic, group 64 no
 * topic.
 */
const GROUP = 4_096;
const NO_TOPIC_GROUP = TOPICS + 1;

/** The largest keyword id; the smallest is 1. */
export const MAX_KEYWORD = (NO_TOPIC_GROUP + 1) * GROUP;
/** The most keywords of a row. */
const MAX_KEYWORDS = 50;

/**
 * 20 to 50 different keywords: one half, rounded down, fits any picture, the other the topic of the take;
 * each half ascends. A keyword is the one before it plus a step that grows with its rank in the group, so
 * that low ranks are common and high ones rare, much as words are. After 25 steps of at most a quarter the
 * rank is below 4,096.
 */
export function keywordIds(factors: Factors): ListSource {
  const topics = factors.get(Topics);
  const [topicOfTake] = topics.topics;
  const { takeOf } = topics.shoots;
  const base = factors.streams.base("keyword_ids", 1);
  const knots = Int32Array.from(KEYWORDS);
  const offsets = new Uint32Array(factors.capacity + 1);
  const elementCapacity = factors.capacity * MAX_KEYWORDS;
  const values = new Uint32Array(elementCapacity);

  const fill = (rows: number): void => {
    let at = 0;
    for (let i = 0; i < rows; i++) {
      const state = stateAt(base, factors.rows, i);
      const count = quantile(draw(state, 0), knots);
      const half = count >> 1;
      const topic = topicOfTake[takeOf[i]!]!;
      at = ascend(values, at, half, 1, state, 1);
      at = ascend(values, at, count - half, 1 + (topic === 0 ? NO_TOPIC_GROUP : topic) * GROUP, state, 8);
      offsets[i + 1] = at;
    }
  };
  return { offsets, element: { values }, elementCapacity, fill };
}

/**
 * Writes `count` ascending ids from `first` on, four to a draw, and says where they end.
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
  let rank = -1;
  let bytes = 0;
  for (let at = start, j = 0; at < end; at++, j++) {
    if ((j & 3) === 0) bytes = draw(state, n + (j >> 2));
    rank += 1 + (((rank + 5) * (bytes & 255)) >> 10);
    bytes >>>= 8;
    values[at] = first + rank;
  }
  return end;
}
