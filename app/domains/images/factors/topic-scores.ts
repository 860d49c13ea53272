import { SECOND_TOPIC_RATIO, THIRD_TOPIC_RATIO, TOPIC_SCORE } from "../distributions";
import { SCORE } from "../../../rows/column-definition";
import type { Factor, Factors } from "../../../rows/factors";
import { stateAt } from "../../../rows/random/counters";
import { draw } from "../../../rows/random/mix";
import { fineQuantile } from "../../../rows/random/shapes";
import { Topics } from "./topics";

/** A score of 1. */
const ONE = SCORE.max;

/** How sure the topics are, by row, in units of the score's shape: they fall, and make at most 1 together. */
export class TopicScores implements Factor {
  readonly scores: readonly [Uint32Array, Uint32Array, Uint32Array];
  readonly #topics: Topics;
  readonly #rows: Factors["rows"];
  readonly #base: number;
  readonly #knots = [TOPIC_SCORE, SECOND_TOPIC_RATIO, THIRD_TOPIC_RATIO].map((knots) =>
    Int32Array.from(knots),
  );

  constructor(factors: Factors) {
    this.#topics = factors.get(Topics);
    this.#rows = factors.rows;
    const { capacity } = factors;
    this.scores = [new Uint32Array(capacity), new Uint32Array(capacity), new Uint32Array(capacity)];
    this.#base = factors.streams.base("topic-scores", 2);
  }

  fill(rows: number): void {
    const { counts } = this.#topics;
    const { takeOf } = this.#topics.shoots;
    const [scores1, scores2, scores3] = this.scores;
    const [first, second, third] = this.#knots;
    for (let i = 0; i < rows; i++) {
      const count = counts[takeOf[i]!]!;
      const state = stateAt(this.#base, this.#rows, i);
      const one = count > 0 ? fineQuantile(draw(state, 0), first!) : 0;
      const two = count > 1 ? part(one, draw(state, 1), second!, (ONE - one) * 0.7) : 0;
      scores1[i] = one;
      scores2[i] = two;
      scores3[i] = count > 2 ? part(two, draw(state, 2), third!, ONE - one - two) : 0;
    }
  }
}

/** So much of a score as the quantile says, and at most `most`. */
function part(score: number, u: number, knots: Int32Array, most: number): number {
  const drawn = score * fineQuantile(u, knots) * (1 / ONE);
  return (drawn < most ? drawn : most) | 0;
}
