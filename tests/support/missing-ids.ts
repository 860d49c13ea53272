import type { ClickHouseClient } from "@clickhouse/client";
import type { Range } from "../../app/plan/range";
import { survey } from "../../app/table/survey";
import type { KeyedTable } from "../../app/table/table-key";

/** The ids of a range that the table does not hold, as ranges. */
export async function missingIds(
  client: ClickHouseClient,
  table: KeyedTable,
  range: Range,
): Promise<Range[]> {
  return (await survey(client, table, [range])).flatMap(({ missing }) => [...missing]);
}
