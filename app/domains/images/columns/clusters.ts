import { upTo } from "../../../model/types/shape";
import {
  CLUSTERS,
  CONFIDENCE,
  type ClusterNeed,
  type ClusterShare,
  SCORED_MODELS,
  type ScoredModel,
} from "../distributions";
import { Body } from "../factors/body";
import type { Factors } from "../../../rows/factors";
import { People } from "../factors/people";
import { Detections } from "../factors/subjects";
import { stateAt } from "../../../rows/random/counters";
import { draw } from "../../../rows/random/mix";
import { quantile, skewed } from "../../../rows/random/shapes";
import { maskBelow, threshold } from "../../../rows/random/shares";
import type { NumberSource } from "../../../rows/values/source";
import { type ColumnDefinition, type ColumnDefinitions, SCORE } from "../../../rows/column-definition";

type Entry = readonly [name: string, definition: ColumnDefinition];

/** Numbers of clusters, and of models that look at some pictures only: NULL where there is none. */
export const CLUSTER_COLUMNS: ColumnDefinitions = Object.fromEntries<ColumnDefinition>([
  ...CLUSTERS.map((share, c): Entry => {
    const create = (factors: Factors) => clusterColumn(factors, share, c);
    return [share.column, { shape: upTo(share.clusters), create }];
  }),
  ...SCORED_MODELS.flatMap((model): Entry[] => [
    [model.id, { shape: upTo(model.ids), create: (factors) => scoredId(factors, model) }],
    [model.score, { shape: SCORE, create: (factors) => scoredScore(factors, model) }],
  ]),
]);

/**
 * Spreads the well-filled clusters over all numbers: odd and no multiple of 3, so that no two of them meet.
 */
const SPREAD = 205;

function clusterColumn(factors: Factors, share: ClusterShare, number: number): NumberSource {
  const { clusters } = share;
  const { rows: counters, capacity } = factors;
  const base = factors.streams.base(share.column, 1);
  const notClustered = threshold(share.notClustered) >>> 1;
  const has = needed(factors, share.needs);
  const byRank = Uint16Array.from(
    { length: clusters },
    (_, rank) => 1 + ((rank * SPREAD + number * 37) % clusters),
  );
  const values = clusters > 255 ? new Uint16Array(capacity) : new Uint8Array(capacity);
  const nulls = new Uint8Array(capacity);
  const fill = (rows: number): void => {
    for (let i = 0; i < rows; i++) {
      const state = stateAt(base, counters, i);
      const clustered = ~maskBelow(draw(state, 0), notClustered) & -has[i]!;
      values[i] = byRank[skewed(draw(state, 1), clusters)]! & clustered;
      nulls[i] = clustered + 1;
    }
  };
  return { values, nulls, fill };
}

/** By row: 1 where there is something to cluster, else 0. */
function needed(factors: Factors, need: ClusterNeed): Uint8Array {
  switch (need) {
    case "body":
      return factors.get(Body).body;
    case "hands":
      return factors.get(Body).hands;
    case "face":
      return factors.get(People).rowFace;
    case "detections":
      return factors.get(Detections).any;
    case "nothing":
      return new Uint8Array(factors.capacity).fill(1);
  }
}

/** By row: 1 where the model looks. */
function lookedAt(factors: Factors, { looksAt }: ScoredModel): Uint8Array {
  const people = factors.get(People);
  return looksAt === "people" ? people.rowAnybody : looksAt === "faces" ? people.rowFace : people.rowNoFace;
}

/** Draw 0 of the id's stream says whether there is an answer, for the id and for the score. */
function scoredId(factors: Factors, model: ScoredModel): NumberSource {
  const { rows: counters, capacity } = factors;
  const has = lookedAt(factors, model);
  const base = factors.streams.base(model.id, 1);
  const answers = threshold(model.answers) >>> 1;
  const values = new Uint16Array(capacity);
  const nulls = new Uint8Array(capacity);
  const fill = (rows: number): void => {
    for (let i = 0; i < rows; i++) {
      const state = stateAt(base, counters, i);
      const answered = maskBelow(draw(state, 0), answers) & -has[i]!;
      values[i] = (1 + skewed(draw(state, 1), model.ids)) & answered;
      nulls[i] = answered + 1;
    }
  };
  return { values, nulls, fill };
}

function scoredScore(factors: Factors, model: ScoredModel): NumberSource {
  const { rows: counters, capacity } = factors;
  const has = lookedAt(factors, model);
  const idBase = factors.streams.base(model.id, 1);
  const base = factors.streams.base(model.score, 1);
  const answers = threshold(model.answers) >>> 1;
  const knots = Int32Array.from(CONFIDENCE);
  const values = new Uint16Array(capacity);
  const fill = (rows: number): void => {
    for (let i = 0; i < rows; i++) {
      const answered = maskBelow(draw(stateAt(idBase, counters, i), 0), answers) & -has[i]!;
      values[i] = quantile(draw(stateAt(base, counters, i), 0), knots) & answered;
    }
  };
  return { values, fill };
}
