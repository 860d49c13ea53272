import type { ClickHouseClient } from "@clickhouse/client";
import type { Range } from "../plan/range";
import { select } from "../server/select";
import { quoteTable, type TableName } from "../server/table-name";
import { isUnder } from "./leases";
import { OF_TARGET } from "./of-target";

/** How a claim or lease stands. */
export interface Standing {
  /** Whether its row is in the ledger. */
  readonly isThere: boolean;
  readonly stopAsked: boolean;
  /** Whose claim is the next one, where there is one. */
  readonly takenOverBy: { readonly host: string; readonly pid: number } | undefined;
}

/** What a lease is of. */
export interface Part {
  /** The epoch of the claim that it is under. */
  readonly under: number;
  readonly range: Range;
}

/**
 * As `Ledger.standing`. A lease is taken over by a later claim of the table than the one that it is under, and
 * by a later lease of one of its rows.
 * @param runs the table of runs
 */
export async function standing(
  client: ClickHouseClient,
  runs: TableName,
  target: TableName,
  epoch: number,
  owner: string,
  part: Part | undefined,
): Promise<Standing> {
  const { first, rows } = part?.range ?? { first: 0, rows: 0 };
  const later = `((kind = 'claim' AND epoch > {under:UInt32}) OR (${isUnder("{under:UInt32}")} AND epoch > {epoch:UInt32}
    AND first_row < {end:UInt64} AND first_row + target_rows > {first:UInt64}))`;
  const [found] = await select<{ mine: string; stops: string; later: string; host: string; pid: number }>(
    client,
    `SELECT countIf(kind IN ('claim', 'lease') AND epoch = {epoch:UInt32} AND owner = {owner:String}) AS mine,
        countIf(kind = 'stop' AND epoch IN ({under:UInt32}, {epoch:UInt32})) AS stops, countIf(${later}) AS later,
        argMinIf(toString(runs.host), epoch, ${later}) AS host, argMinIf(runs.pid, epoch, ${later}) AS pid
      FROM ${quoteTable(runs)} AS runs WHERE ${OF_TARGET} AND epoch >= {under:UInt32}`,
    { ...target, epoch, owner, under: part?.under ?? epoch, first, end: first + rows },
  );
  const { mine, stops, host, pid } = found!;
  return {
    isThere: mine !== "0",
    stopAsked: stops !== "0",
    takenOverBy: found!.later === "0" ? undefined : { host, pid },
  };
}
