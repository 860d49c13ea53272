import type { ClickHouseClient } from "@clickhouse/client";
import { rangeOf, type StepRow } from "../../ledger/step-row";
import type { KeyedTable } from "../../table/table-key";
import { missingIds, survey } from "../../table/survey";
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
  const written = steps.filter((step) => step.state === "written");
  const damage: Damage[] = [];
  for (const { range, copies } of await survey(client, table, written.map(rangeOf))) {
    const lacks = copies === 0 ? [range] : copies === undefined ? await missingIds(client, table, range) : [];
    if (lacks.length > 0)
      damage.push({
        range,
        lacks,
        known: true,
        checksum: undefined,
        recorded: true,
        held: undefined,
        remove: false,
      });
  }
  return damage;
}
