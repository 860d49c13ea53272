import { upTo } from "../../../model/types/shape";
import { CLUSTERS, CONFIDENCE, type ClusterShare, SCORED_MODELS, type ScoredModel } from "../distributions";
import type { Factors } from "../../../rows/factors";
import { People } from "../factors/people";
import { Arms, Colour, FaceLook, Gesture, HandPosition, Objects, Pose, type Thing } from "../factors/things";
import { stateAt } from "../../../rows/random/counters";
import { draw } from "../../../rows/random/mix";
import { fineQuantile, skewed } from "../../../rows/random/shapes";
import { maskBelow, threshold } from "../../../rows/random/shares";
import type { NumberSource } from "../../../rows/values/source";
import { type ColumnDefinition, type ColumnDefinitions, SCORE } from "../../../rows/column-definition";

type Entry = readonly [name: string, definition: ColumnDefinition];

/** Numbers of clusters, and of models that look at some pictures only: NULL where there is none. */
export const CLUSTER_COLUMNS: ColumnDefinitions = Object.fromEntries<ColumnDefinition>([
  ...CLUSTERS.map((share): Entry => [share.column, clusterDefinition(share)]),
  ...SCORED_MODELS.flatMap((model): Entry[] => [
    [model.id, { shape: upTo(model.ids), create: (factors) => scoredId(factors, model) }],
    [model.score, { shape: SCORE, create: (factors) => scoredScore(factors, model) }],
  ]),
]);

/** By what they cluster. */
const FACTORS = {
  pose: Pose,
  arms: Arms,
  gesture: Gesture,
  "hand position": HandPosition,
  colour: Colour,
  face: FaceLook,
  objects: Objects,
};

export function clusterDefinition(share: ClusterShare): ColumnDefinition {
  return { shape: upTo(share.clusters), create: (factors) => clusterColumn(factors, share) };
}

function clusterColumn(factors: Factors, { column, clusters, ...share }: ClusterShare): NumberSource {
  const { rows: counters, capacity } = factors;
  const thing = factors.get<Thing>(FACTORS[share.thing]);
  const base = factors.streams.base(column, 2);
  const off = threshold(share.off);
  const step = spreadingStep(clusters);
  const byRank = Uint16Array.from(
    { length: clusters },
    (_, rank) => 1 + ((rank * step + column.length * 37) % clusters),
  );
  const byKind = Uint16Array.from(
    { length: thing.kinds },
    (_, kind) => byRank[Math.floor((kind * clusters) / thing.kinds)]!,
  );
  const values = clusters > 255 ? new Uint16Array(capacity) : new Uint8Array(capacity);
  const { places, values: kinds, nulls } = thing;
  const fill = (rows: number): void => {
    values.fill(0, 0, rows);
    for (let n = 0; n < thing.count; n++) {
      const i = places[n]!;
      const state = off === 0 ? 0 : stateAt(base, counters, i);
      const isOff = off > 0 && draw(state, 0) < off;
      values[i] = isOff ? byRank[skewed(draw(state, 1), clusters)]! : byKind[kinds[n]!]!;
    }
  };
  return { values, nulls, fill };
}

/**
 * Steps that lead over all numbers below `n` before they come back to one, so that the well-filled clusters, which
 * are neighbours by rank, lie anywhere among the numbers.
 */
function spreadingStep(n: number): number {
  let step = Math.ceil(n * 0.62);
  while (commonDivisor(step, n) > 1) step++;
  return step;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
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
  const base = factors.streams.base(model.score, 2);
  const answers = threshold(model.answers) >>> 1;
  const knots = Int32Array.from(CONFIDENCE);
  const values = new Uint32Array(capacity);
  const fill = (rows: number): void => {
    for (let i = 0; i < rows; i++) {
      const answered = maskBelow(draw(stateAt(idBase, counters, i), 0), answers) & -has[i]!;
      values[i] = fineQuantile(draw(stateAt(base, counters, i), 0), knots) & answered;
    }
  };
  return { values, fill };
}
