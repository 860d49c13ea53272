import * as d from "../../app/domains/images/distributions";
import { secondByFirst } from "../../app/domains/images/links/topics";

/** How much two columns know of each other. */
export interface DeclaredLink {
  readonly name: string;
  /** SQL of both values, and of the rows that count. */
  readonly a: string;
  readonly b: string;
  readonly among: string;
  /** Shares of the pairs of values; they need not sum to 1. */
  readonly joint: Joint;
}

type Joint = readonly (readonly number[])[];

/**
 * Normalised mutual information, over the mean of both entropies, that is to be expected of the counts of `rows`
 * rows: few samples of many pairs seem to know more of each other than they do.
 */
export function expectedInformation(joint: Joint, rows: number): number {
  const total = joint.flat().reduce((sum, share) => sum + share, 0);
  const expected = (shares: readonly number[]) =>
    Math.log(rows) - shares.reduce((sum, share) => sum + meanOfLog((share / total) * rows), 0) / rows;
  const a = expected(joint.map((row) => row.reduce((sum, share) => sum + share, 0)));
  const b = expected(joint[0]!.map((_, c) => joint.reduce((sum, row) => sum + row[c]!, 0)));
  return (2 * (a + b - expected(joint.flat()))) / (a + b);
}

/** Mean of X ln X, where X is a count with the mean `mean`, by Poisson's law. */
function meanOfLog(mean: number): number {
  if (mean > 40) return mean * Math.log(mean) + 1 / 2 + 1 / (12 * mean);
  let sum = 0;
  let chance = Math.exp(-mean);
  for (let k = 1; k < mean + 12 * Math.sqrt(mean + 1) + 6; k++) {
    chance *= mean / k;
    sum += chance * k * Math.log(k);
  }
  return sum;
}

/** Of `skewed` with `n` values: a product of two even numbers is below t with the chance t (1 - ln t). */
function skewedShares(n: number): number[] {
  const below = (t: number) => (t === 0 ? 0 : t * (1 - Math.log(t)));
  return Array.from({ length: n }, (_, k) => below((k + 1) / n) - below(k / n));
}

/** Of two columns that cluster one thing, as far as neither is off. */
function clustersJoint(first: string, second: string): Joint {
  const [a, b] = [first, second].map((name) => d.CLUSTERS.find(({ column }) => column === name)!);
  const { kinds } = d.THINGS[a!.thing];
  const of = ({ clusters, off: [part, whole] }: d.ClusterShare) => {
    const any = skewedShares(clusters);
    return (kind: number) => {
      const here = Math.floor((kind * clusters) / kinds);
      return any.map((share, c) => (share * part) / whole + (c === here ? 1 - part / whole : 0));
    };
  };
  const [ofA, ofB] = [of(a!), of(b!)];
  const table = Array.from({ length: a!.clusters }, () => Array<number>(b!.clusters).fill(0));
  skewedShares(kinds).forEach((share, kind) => {
    const inB = ofB(kind);
    ofA(kind).forEach((pA, i) => inB.forEach((pB, j) => (table[i]![j]! += share * pA * pB)));
  });
  return table;
}

function clusters(first: string, second: string): DeclaredLink {
  return {
    name: `${first} and ${second}`,
    a: first,
    b: second,
    among: `isNotNull(${first}) AND isNotNull(${second})`,
    joint: clustersJoint(first, second),
  };
}

export const DECLARED_LINKS: readonly DeclaredLink[] = [
  clusters("hand_gesture_cluster_32", "hand_gesture_cluster_64"),
  clusters("hand_gesture_cluster_32", "hand_gesture_cluster_128"),
  clusters("hand_poses_cluster_32", "hand_gesture_cluster_32"),
  clusters("body_pose_cluster_256", "body_pose_cluster_512"),
  clusters("body_pose_cluster_512", "body_pose_cluster_768"),
  clusters("arms_poses3D_cluster_64", "arm_poses3D_cluster_128"),
  clusters("hsv_cluster", "meta_hsv_cluster"),
  {
    name: "topic_id_1 and topic_id_2",
    a: "topic_id_1",
    b: "topic_id_2",
    among: "topic_score_2 > 0",
    joint: secondByFirst(),
  },
];
