import { CLUSTERS, type ClusterNeed, type ClusterShare, SCORED_MODELS, type ScoredModel } from "../distributions";
import { Body } from "../factors/body";
import type { Factors } from "../factors/factors";
import { People } from "../factors/people";
import { Detections } from "../factors/subjects";
import { stateAt } from "../random/counters";
import { draw } from "../random/mix";
import { quantile, skewed } from "../random/shapes";
import { threshold } from "../random/shares";
import { CONFIDENCE } from "../distributions";
import type { NumberSource } from "../values/shape";
import { type KnownColumns, SCORE, upTo } from "./known-column";

/** Numbers of clusters, and of models that look at some pictures only: NULL where there is none. */
export const CLUSTER_COLUMNS: KnownColumns = Object.fromEntries([
  ...CLUSTERS.map((share, c) => [
    share.column,
    { shape: upTo(share.clusters), create: (factors: Factors) => clusterColumn(factors, share, c) },
  ]),
  ...SCORED_MODELS.flatMap((model) => [
    [model.id, { shape: upTo(model.ids), create: (factors: Factors) => scoredId(factors, model) }],
    [model.score, { shape: SCORE, create: (factors: Factors) => scoredScore(factors, model) }],
  ]),
]);

/** Spreads the well-filled clusters over all numbers: odd and no multiple of 3, so that no two of them meet. */
const SPREAD = 205;

function clusterColumn(factors: Factors, share: ClusterShare, number: number): NumberSource {
  const { clusters } = share;
  const base = factors.streams.base(share.column, 1);
  const notClustered = threshold(share.notClustered);
  const has = needed(factors, share.needs);
  const values = clusters > 255 ? new Uint16Array(factors.capacity) : new Uint8Array(factors.capacity);
  const nulls = new Uint8Array(factors.capacity);
  const first = number * 37;
  const fill = (rows: number): void => {
    for (let i = 0; i < rows; i++) {
      values[i] = 0;
      nulls[i] = 1;
      if (has && has[i] === 0) continue;
      const state = stateAt(base, factors.rows, i);
      if (draw(state, 0) < notClustered) continue;
      values[i] = 1 + ((skewed(draw(state, 1), clusters) * SPREAD + first) % clusters);
      nulls[i] = 0;
    }
  };
  return { values, nulls, fill };
}

/** By row: 0 where the column has nothing to cluster. `undefined`: every row has it. */
function needed(factors: Factors, need: ClusterNeed): Uint8Array | undefined {
  switch (need) {
    case "body":
      return factors.get(Body).body;
    case "hands":
      return factors.get(Body).hands;
    case "face":
      return factors.get(People).rowFace;
    case "detections":
      return factors.get(Detections).top;
    case "nothing":
      return undefined;
  }
}

/** Where a model looks, and the chance of an answer there: draw 0 of its id's stream, for its id and for its score. */
function answers(factors: Factors, model: ScoredModel): (i: number) => boolean {
  const base = factors.streams.base(model.id, 1);
  const limit = threshold(model.answers);
  const { rowFace, rowPeople } = factors.get(People);
  const flags = model.looksAt === "people" ? rowPeople : rowFace;
  const absent = model.looksAt === "no faces";
  return (i) => (flags[i] === 0) === absent && draw(stateAt(base, factors.rows, i), 0) < limit;
}

function scoredId(factors: Factors, model: ScoredModel): NumberSource {
  const answered = answers(factors, model);
  const base = factors.streams.base(model.id, 1);
  const values = new Uint16Array(factors.capacity);
  const nulls = new Uint8Array(factors.capacity);
  const fill = (rows: number): void => {
    for (let i = 0; i < rows; i++) {
      const answer = answered(i);
      values[i] = answer ? 1 + skewed(draw(stateAt(base, factors.rows, i), 1), model.ids) : 0;
      nulls[i] = answer ? 0 : 1;
    }
  };
  return { values, nulls, fill };
}

function scoredScore(factors: Factors, model: ScoredModel): NumberSource {
  const answered = answers(factors, model);
  const base = factors.streams.base(model.score, 1);
  const knots = Int32Array.from(CONFIDENCE);
  const values = new Uint16Array(factors.capacity);
  const fill = (rows: number): void => {
    for (let i = 0; i < rows; i++) {
      values[i] = answered(i) ? quantile(draw(stateAt(base, factors.rows, i), 0), knots) : 0;
    }
  };
  return { values, fill };
}
