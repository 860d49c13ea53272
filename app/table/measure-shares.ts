import type { ClickHouseClient } from "@clickhouse/client";
import type { DeclaredShares } from "../domains/declared/declared-shares";
import { BLOCK_IDS, type Finding, SIGMAS } from "./finding";

/** One value's share. */
export interface ShareFinding extends Finding {
  readonly value: string;
}

/**
 * Shares of values, with the standard error of a ratio from blocks of rows that are independent of each other
 * (Cochran, Sampling Techniques, 1977, section 6.4): rows of a shoot are no samples of their own.
 * @param table as it stands in a statement
 * @param rowNumber SQL of a row's number
 * @returns nothing where there are no such rows
 */
export async function measureShares(
  client: ClickHouseClient,
  table: string,
  { name, value, among = "1", shares }: DeclaredShares,
  rowNumber = "image_id",
): Promise<ShareFinding[]> {
  const answer = await client.query({
    query: `SELECT toString(${value}) AS value, intDiv(${rowNumber}, ${BLOCK_IDS}) AS block, count() AS n
      FROM ${table} WHERE ${among} GROUP BY value, block`,
    format: "JSONCompactEachRow",
  });
  const counts = await answer.json<[string, string, string]>();
  const totals = new Map<string, number>();
  for (const [, block, n] of counts) totals.set(block, (totals.get(block) ?? 0) + Number(n));
  const rows = [...totals.values()].reduce((sum, n) => sum + n, 0);
  if (rows === 0) return [];
  const squares = [...totals.values()].reduce((sum, n) => sum + n * n, 0);
  const found = new Map<string, [block: string, n: number][]>();
  for (const [text, block, n] of counts) {
    if (!found.has(text)) found.set(text, []);
    found.get(text)!.push([block, Number(n)]);
  }

  return [...new Set([...shares.keys(), ...found.keys()])].map((text) => {
    const declared = shares.get(text) ?? 0;
    const blocks = found.get(text) ?? [];
    const observed = blocks.reduce((sum, [, n]) => sum + n, 0) / rows;
    let variance = declared * declared * squares;
    for (const [block, n] of blocks) {
      const expected = declared * totals.get(block)!;
      variance += (n - expected) ** 2 - expected ** 2;
    }
    // Runs of like rows: a value that came seldom by chance would seem surer than it is.
    if (observed > 0 && observed < declared) variance *= declared / observed;
    const single = (declared * (1 - declared)) / rows;
    const error = Math.sqrt(Math.max(variance / rows ** 2, single));
    // So rare a value comes by ones: a row more or less is no fault.
    const outside = Math.abs(observed - declared) > SIGMAS * error + 3 / rows;
    return { name, value: text, declared, observed, error, outside };
  });
}
