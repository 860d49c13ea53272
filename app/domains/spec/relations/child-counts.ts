import type { Streams } from "../../../rows/random/stream";
import type { ChildCounts, TableSpec } from "../table-spec";
import { versionOf } from "../column-version";
import { Children, PARENTS_A_BLOCK } from "./children";

/** The children that the rows of `parents` have in the table `child`. @param streams of the parents' seed */
export function childrenOf(streams: Streams, child: string, parents: string, counts: ChildCounts): Children {
  return new Children(streams.base(`${child}/children/${parents}`, versionOf(counts)), countsOf(counts));
}

/** The numbers of children of a block's parents, in rising order. */
export function countsOf({ min, max, skew }: ChildCounts): Uint32Array {
  const values = Array.from({ length: max - min + 1 }, (_, i) => min + i);
  const weights = values.map((_, i) => (skew ? (i + 1) ** -skew.zipf : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const counts = new Uint32Array(PARENTS_A_BLOCK);
  let at = 0;
  let sum = 0;
  for (const [i, weight] of weights.entries()) {
    sum += weight;
    const end = Math.round((sum / total) * PARENTS_A_BLOCK);
    counts.fill(values[i]!, at, end);
    at = end;
  }
  return counts;
}

/** The reference of a table by which its rows are children, with its name. */
export function parentReference({ references = {} }: Pick<TableSpec, "references">) {
  const found = Object.entries(references).find(([, { children }]) => children !== undefined);
  return found && { name: found[0], ...found[1], children: found[1].children! };
}
