import type { ClickHouseClient } from "@clickhouse/client";
import { type DeclaredLink, expectedInformation } from "../domains/declared/declared-link";
import { BLOCK_IDS, type Finding, SIGMAS } from "./finding";

/** Parts of the rows, blocks by turns, whose own figures tell how sure the figure of all is. */
const PARTS = 8;
/** Rows of a take are no samples of their own, which makes some difference. */
const BIAS = 0.003;

/** Normalised mutual information of two columns. */
export async function measureLink(
  client: ClickHouseClient,
  table: string,
  { name, a, b, among, joint }: DeclaredLink,
): Promise<Finding> {
  const answer = await client.query({
    query: `SELECT toString(${a}) AS a, toString(${b}) AS b, intDiv(image_id, ${BLOCK_IDS}) % ${PARTS} AS part,
      count() AS n FROM ${table} WHERE ${among} GROUP BY a, b, part`,
    format: "JSONCompactEachRow",
  });
  const counts = (await answer.json<[string, string, number, string]>()).map(
    ([a, b, part, n]) => [a, b, Number(part), Number(n)] as const,
  );
  const parts = Array.from({ length: PARTS }, (_, p) =>
    information(counts.filter(([, , part]) => part === p)),
  );
  const observed = information(counts);
  const rows = counts.reduce((sum, [, , , n]) => sum + n, 0);
  const declared = expectedInformation(joint, rows);
  const mean = parts.reduce((sum, value) => sum + value, 0) / PARTS;
  const variance = parts.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (PARTS - 1);
  const error = Math.sqrt(variance / PARTS);
  return { name, declared, observed, error, outside: Math.abs(observed - declared) > SIGMAS * error + BIAS };
}

function information(counts: readonly (readonly [a: string, b: string, part: number, n: number])[]): number {
  const sum = (of: (count: (typeof counts)[number]) => string) => {
    const sums = new Map<string, number>();
    for (const count of counts) sums.set(of(count), (sums.get(of(count)) ?? 0) + count[3]);
    return [...sums.values()];
  };
  const [ofA, ofB, both] = [sum(([a]) => a), sum(([, b]) => b), sum(([a, b]) => `${a},${b}`)].map(entropy);
  return (2 * (ofA! + ofB! - both!)) / (ofA! + ofB!);
}

function entropy(counts: readonly number[]): number {
  const total = counts.reduce((sum, n) => sum + n, 0);
  return counts.reduce((sum, n) => sum - (n / total) * Math.log(n / total), 0);
}
