import { CONFIDENCE, MOUTH_GAP, STEEP, TILT, YAW } from "../distributions";
import { FaceSize } from "../factors/body";
import type { Factors } from "../../../rows/factors";
import { Detections, MAX_CLASSES } from "../factors/subjects";
import { TopicScores } from "../factors/topic-scores";
import { Topics } from "../factors/topics";
import { TOPICS } from "../links/topics";
import { stateAt } from "../../../rows/random/counters";
import { draw } from "../../../rows/random/mix";
import { fineQuantile, quantile } from "../../../rows/random/shapes";
import { type Share, threshold } from "../../../rows/random/shares";
import { type Shape, upTo } from "../../../model/types/shape";
import type { NumberSource } from "../../../rows/values/source";
import { gather } from "./gather";
import { keywordIds, MAX_KEYWORD } from "./keywords";
import { type ColumnDefinitions, SCORE } from "../../../rows/column-definition";

/** How much steeper a steep face is than others. */
const STEEPNESS = 2.5;
/** Thousandths of a degree, and the gap of the mouth in the same unit. */
const ANGLE: Shape = { kind: "number", scale: 3, min: -62_500, max: 62_500 };
const GAP: Shape = { kind: "number", scale: 3, min: 0, max: 20_000 };

/** What models see in the picture: face angles, topics, detected things, keywords. */
export const SCORE_COLUMNS: ColumnDefinitions = {
  keyword_ids: { shape: { kind: "list", element: upTo(MAX_KEYWORD) }, create: keywordIds },
  face_x: { shape: ANGLE, create: (factors) => faceMeasure(factors, "face_x", YAW) },
  face_y: { shape: ANGLE, create: (factors) => faceMeasure(factors, "face_y", TILT, STEEP) },
  face_z: { shape: ANGLE, create: (factors) => faceMeasure(factors, "face_z", TILT) },
  mouth_gap: { shape: GAP, create: (factors) => faceMeasure(factors, "mouth_gap", MOUTH_GAP) },
  topic_id_1: { shape: upTo(TOPICS - 1), create: (factors) => topicId(factors, 0) },
  topic_id_2: { shape: upTo(TOPICS - 1), create: (factors) => topicId(factors, 1) },
  topic_id_3: { shape: upTo(TOPICS - 1), create: (factors) => topicId(factors, 2) },
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

/** A measure of the face: 0 where no landmarks were found in one. */
function faceMeasure(factors: Factors, name: string, knots: readonly number[], steep?: Share): NumberSource {
  const { rows: counters, capacity } = factors;
  const { landmarks } = factors.get(FaceSize);
  const base = factors.streams.base(name, 2);
  const table = Int32Array.from(knots);
  const limit = steep ? threshold(steep) : 0;
  const values = new Int32Array(capacity);
  const fill = (rows: number): void => {
    for (let i = 0; i < rows; i++) {
      const state = stateAt(base, counters, i);
      const value = quantile(draw(state, 0), table) & -landmarks[i]!;
      values[i] = limit > 0 && draw(state, 1) < limit ? value * STEEPNESS : value;
    }
  };
  return { values, fill };
}

function topicId(factors: Factors, rank: 0 | 1 | 2): NumberSource {
  const { topics, shoots } = factors.get(Topics);
  return gather(topics[rank], shoots.takeOf, new Uint16Array(factors.capacity));
}

function topClassConfidence(factors: Factors): NumberSource {
  const { rows: counters, capacity } = factors;
  const { any } = factors.get(Detections);
  const base = factors.streams.base("detection_top_class_confidence", 2);
  const knots = Int32Array.from(CONFIDENCE);
  const values = new Uint32Array(capacity);
  const fill = (rows: number): void => {
    for (let i = 0; i < rows; i++)
      values[i] = fineQuantile(draw(stateAt(base, counters, i), 0), knots) & -any[i]!;
  };
  return { values, fill };
}
