import * as d from "./distributions";
import type { DeclaredLink, Joint } from "../declared/declared-link";
import { secondByFirst } from "./links/topics";

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

export const IMAGES_LINKS: readonly DeclaredLink[] = [
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
