import type { ClickHouseClient } from "@clickhouse/client";
import { select } from "../server/select";
import { quoteTable, type TableName } from "../server/table-name";
import { OF_TARGET } from "./of-target";

/** How far the leases under a claim have got. */
export interface LeaseHead {
  /** The highest epoch so far: the claim's, where there is no lease yet. */
  readonly epoch: number;
  /** The first row that no lease has had, where one has had any; leases are given in the order of the rows. */
  readonly end: number;
  /** Whether the table has been claimed again since. */
  readonly isOver: boolean;
}

/** @param runs the table of runs @param under the epoch of the claim */
export async function leaseHead(
  client: ClickHouseClient,
  runs: TableName,
  target: TableName,
  under: number,
): Promise<LeaseHead> {
  const [found] = await select<{ head: number; end: string; over: string }>(
    client,
    `SELECT max(epoch) AS head, maxIf(first_row + target_rows, ${isUnder("{under:UInt32}")}) AS end,
        countIf(kind = 'claim' AND epoch > {under:UInt32}) AS over
      FROM ${quoteTable(runs)} WHERE ${OF_TARGET} AND epoch >= {under:UInt32}`,
    { ...target, under },
  );
  return { epoch: Number(found!.head), end: Number(found!.end), isOver: found!.over !== "0" };
}

/** The condition that holds for leases under a claim. @param under an expression: its epoch */
export function isUnder(under: string): string {
  return `(kind = 'lease' AND message = toString(${under}))`;
}

/**
 * The condition that holds for the rows of leases under a claim, and their beats: those of one part are read as
 * the newest, and not where it is complete.
 * @param runs the table of runs
 * @param under an expression: the epoch of the claim
 */
export function openLeases(runs: TableName, under: string): string {
  const later = `FROM ${quoteTable(runs)} WHERE ${OF_TARGET} AND epoch > ${under}`;
  return `kind IN ('lease', 'beat')
    AND epoch IN (SELECT max(epoch) ${later} AND ${isUnder(under)} GROUP BY first_row)
    AND (epoch, owner) NOT IN (SELECT epoch, owner ${later}
      AND kind = 'beat' AND state = 'released' AND message = 'complete')`;
}
