import type { ClickHouseClient } from "@clickhouse/client";
import { rangeOf, type StepRow } from "../../ledger/step-row";
import type { KeyedTable } from "../../table/table-key";
import { survey } from "../../table/survey";
import type { Damage } from "./damage";

/**
 * The rows missing from recorded steps, whatever else is wrong with them; changes nothing.
 * @param steps by first row, disjoint; those that are only announced are skipped
 */
export async function missingRows(
  client: ClickHouseClient,
  table: KeyedTable,
  steps: readonly StepRow[],
): Promise<Damage[]> {
  const written = steps.filter((step) => step.state === "written").map(rangeOf);
  const alike = {
    known: true,
    kept: 0n,
    recorded: true,
    inPlace: true,
    held: undefined,
    remove: false,
  } as const;
  return (await survey(client, table, written))
    .filter(({ missing }) => missing.rows > 0)
    .map(({ range, missing }) => ({ ...alike, range, lacks: missing }));
}
