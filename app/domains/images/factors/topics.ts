import { HAS_TOPIC, TOPIC_COUNTS } from "../distributions";
import { lazy } from "../../../rows/lazy";
import { weightsOf } from "../../../rows/random/fit";
import { stateAt } from "../../../rows/random/counters";
import { draw } from "../../../rows/random/mix";
import { WeightedChoice, WeightedChoices } from "../../../rows/random/shares";
import { secondByFirst, thirdByFirst, topicByScene, TOPICS } from "../links/topics";
import type { Factor, Factors } from "../../../rows/factors";
import { Scenes } from "./scenes";
import type { Shoots } from "./shoots";

const choices = (table: () => readonly (readonly number[])[]) =>
  lazy(() => new WeightedChoices(table().map(weightsOf)));
const firstChoices = choices(topicByScene);
const secondChoices = choices(secondByFirst);
const thirdChoices = choices(thirdByFirst);

const [SOME, ALL] = HAS_TOPIC;
/** How many topics a take has. */
const COUNT = new WeightedChoice([
  (ALL - SOME) * TOPIC_COUNTS.reduce((sum, weight) => sum + weight, 0),
  ...TOPIC_COUNTS.map((weight) => SOME * weight),
]);

/** Draws for a third topic that is not the second; one in thousands of rows takes the next number instead. */
const ATTEMPTS = 4;

/** What the picture is about, by take: up to three different topics. */
export class Topics implements Factor {
  readonly shoots: Shoots;
  /** How many: 0 to 3. */
  readonly counts: Uint8Array;
  /** 0 beyond the count. */
  readonly topics: readonly [Uint8Array, Uint8Array, Uint8Array];
  readonly #scenes: Scenes;
  readonly #base: number;

  constructor(factors: Factors) {
    this.#scenes = factors.get(Scenes);
    this.shoots = this.#scenes.people.shoots;
    const { capacity } = factors;
    this.counts = new Uint8Array(capacity);
    this.topics = [new Uint8Array(capacity), new Uint8Array(capacity), new Uint8Array(capacity)];
    this.#base = factors.streams.base("topics", 2);
  }

  fill(): void {
    const { takes } = this.shoots;
    const [first, second, third] = this.topics;
    const [firsts, seconds, thirds] = [firstChoices(), secondChoices(), thirdChoices()];
    for (let t = 0; t < takes.count; t++) {
      const state = stateAt(this.#base, takes, t);
      const count = COUNT.pick(draw(state, 0));
      this.counts[t] = count;
      first[t] = second[t] = third[t] = 0;
      if (count > 0) first[t] = firsts.pick(this.#scenes.values[t]!, draw(state, 1));
      if (count > 1) second[t] = seconds.pick(first[t]!, draw(state, 2));
      if (count > 2) third[t] = thirdTopic(thirds, state, first[t]!, second[t]!);
    }
  }
}

function thirdTopic(thirds: WeightedChoices, state: number, first: number, second: number): number {
  for (let n = 0; n < ATTEMPTS; n++) {
    const topic = thirds.pick(first, draw(state, 3 + n));
    if (topic !== second) return topic;
  }
  let topic = second;
  do topic = (topic + 1) % TOPICS;
  while (topic === first);
  return topic;
}
