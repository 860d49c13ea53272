import type { ClickHouseClient } from "@clickhouse/client";
import type { OtherKey } from "../model/table-facts";
import { checkKeyForm } from "../rows/keys/check-key-form";
import { select } from "../server/select";
import { quoteTable, type TableName } from "../server/table-name";
import { type Cells, RowFields } from "./row-fields";

/**
 * The keys of a database's tables as the specifications of their newest claims have them; of tables of images, none.
 * @param runs the table of runs
 * @throws Refusal `ledger-corrupt`, `spec-invalid`
 */
export async function knownKeys(
  client: ClickHouseClient,
  runs: TableName,
  database: string,
): Promise<OtherKey[]> {
  const claims = `${quoteTable(runs)} WHERE target_database = {database:String} AND kind = 'claim' AND intent = 'fill'`;
  const rows = await select<Cells>(
    client,
    // Of a long history, only the specifications that count are read. An earlier version's table lacks the column.
    `SELECT target_table, COLUMNS('^spec$') APPLY (spec -> JSONExtractRaw(spec, 'key')) FROM ${claims}
        AND (target_table, epoch) IN (SELECT target_table, max(epoch) FROM ${claims} GROUP BY target_table)
      ORDER BY target_table, at, owner LIMIT 1 BY target_table`,
    { database },
  );
  return rows.flatMap(({ target_table: table, ...rest }) => {
    const [key] = Object.values(rest);
    if (key === undefined || key === "") return [];
    const fields = new RowFields({ target_table: table, key }, runs, ["target_table"]);
    const { column, form } = fields.object("key") as Omit<OtherKey, "table">;
    checkKeyForm(column, form);
    return [{ table: fields.name("target_table"), column, form }];
  });
}
