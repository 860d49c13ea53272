import {
  CONFIDENCE,
  MOUTH_GAP,
  SECOND_TOPIC_RATIO,
  THIRD_TOPIC_RATIO,
  TILT,
  TOPIC_SCORE,
  TOPICS,
  YAW,
} from "../distributions";
import { FaceSize } from "../factors/body";
import type { Factor, Factors } from "../../../rows/factors";
import { People } from "../factors/people";
import { Detections, MAX_CLASSES, Topics } from "../factors/subjects";
import { stateAt } from "../../../rows/random/counters";
import { draw } from "../../../rows/random/mix";
import { quantile } from "../../../rows/random/shapes";
import { type Shape, upTo } from "../../../model/types/shape";
import type { NumberSource } from "../../../rows/values/source";
import { gather } from "./gather";
import { keywordIds, MAX_KEYWORD } from "./keywords";
import { type ColumnDefinitions, SCORE } from "../../../rows/column-definition";

/** Thousandths of a degree, and the gap of the mouth in the same unit. */
const ANGLE: Shape = { kind: "number", scale: 3, min: -41_000, max: 25_000 };
const GAP: Shape = { kind: "number", scale: 3, min: 0, max: 20_000 };

/** What models see in the picture: face angles, topics, detected things, keywords. */
export const SCORE_COLUMNS: ColumnDefinitions = {
  keyword_ids: { shape: { kind: "list", element: upTo(MAX_KEYWORD) }, create: keywordIds },
  face_x: { shape: ANGLE, create: (factors) => faceMeasure(factors, "face_x", YAW) },
  face_y: { shape: ANGLE, create: (factors) => faceMeasure(factors, "face_y", TILT) },
  face_z: { shape: ANGLE, create: (factors) => faceMeasure(factors, "face_z", TILT) },
  mouth_gap: { shape: GAP, create: (factors) => faceMeasure(factors, "mouth_gap", MOUTH_GAP) },
  topic_id_1: { shape: upTo(TOPICS), create: (factors) => topicId(factors, 0) },
  topic_id_2: { shape: upTo(TOPICS), create: (factors) => topicId(factors, 1) },
  topic_id_3: { shape: upTo(TOPICS), create: (factors) => topicId(factors, 2) },
  topic_score_1: { shape: SCORE, create: (factors) => ({ values: factors.get(TopicScores).scores[0] }) },
  topic_score_2: { shape: SCORE, create: (factors) => ({ values: factors.get(TopicScores).scores[1] }) },
  topic_score_3: { shape: SCORE, create: (factors) => ({ values: factors.get(TopicScores).scores[2] }) },
  detection_count: { shape: upTo(20), create: (factors) => ({ values: factors.get(Detections).counts }) },
  detection_classes: {
    shape: { kind: "list", element: upTo(80) },
    create(factors) {
      const { offsets, classes } = factors.get(Detections);
      return { offsets, element: { values: classes }, elementCapacity: factors.capacity * MAX_CLASSES };
    },
  },
  detection_top_class_id: { shape: upTo(80), create: (factors) => ({ values: factors.get(Detections).top }) },
  detection_top_class_confidence: { shape: SCORE, create: topClassConfidence },
};

/**
 * A measure of the face: 0 without one; the mouth is measured by landmarks, so it is 0 without them as well.
 */
function faceMeasure(factors: Factors, name: string, knots: readonly number[]): NumberSource {
  const { rows: counters, capacity } = factors;
  const has = name === "mouth_gap" ? factors.get(FaceSize).landmarks : factors.get(People).rowFace;
  const base = factors.streams.base(name, 1);
  const table = Int32Array.from(knots);
  const values = new Int32Array(capacity);
  const fill = (rows: number): void => {
    for (let i = 0; i < rows; i++)
      values[i] = quantile(draw(stateAt(base, counters, i), 0), table) & -has[i]!;
  };
  return { values, fill };
}

function topicId(factors: Factors, rank: 0 | 1 | 2): NumberSource {
  const { topics, shoots } = factors.get(Topics);
  return gather(topics[rank], shoots.takeOf, new Uint16Array(factors.capacity));
}

/** How sure the topics are, by row, in ten-thousandths: they fall, and make at most 1 together. */
class TopicScores implements Factor {
  readonly scores: readonly [Uint16Array, Uint16Array, Uint16Array];
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
    this.scores = [new Uint16Array(capacity), new Uint16Array(capacity), new Uint16Array(capacity)];
    this.#base = factors.streams.base("topic-scores", 1);
  }

  fill(rows: number): void {
    const [topic] = this.#topics.topics;
    const { takeOf } = this.#topics.shoots;
    const [scores1, scores2, scores3] = this.scores;
    const [first, second, third] = this.#knots;
    for (let i = 0; i < rows; i++) {
      if (topic[takeOf[i]!] === 0) {
        scores1[i] = scores2[i] = scores3[i] = 0;
        continue;
      }
      const state = stateAt(this.#base, this.#rows, i);
      const one = quantile(draw(state, 0), first!);
      const two = lesser((one * quantile(draw(state, 1), second!)) / 10_000, ((10_000 - one) * 7) / 10);
      const three = lesser((two * quantile(draw(state, 2), third!)) / 10_000, 10_000 - one - two);
      scores1[i] = one;
      scores2[i] = two;
      scores3[i] = three;
    }
  }
}

/** The lesser of two numbers of 0 or more, rounded down. */
function lesser(a: number, b: number): number {
  return (a < b ? a : b) | 0;
}

function topClassConfidence(factors: Factors): NumberSource {
  const { rows: counters, capacity } = factors;
  const { any } = factors.get(Detections);
  const base = factors.streams.base("detection_top_class_confidence", 1);
  const knots = Int32Array.from(CONFIDENCE);
  const values = new Uint16Array(capacity);
  const fill = (rows: number): void => {
    for (let i = 0; i < rows; i++)
      values[i] = quantile(draw(stateAt(base, counters, i), 0), knots) & -any[i]!;
  };
  return { values, fill };
}
