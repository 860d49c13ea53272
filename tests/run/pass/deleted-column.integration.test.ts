import { select } from "../../../app/server/select";
import { quoteTable } from "../../../app/server/table-name";
import { withEmbedded } from "../../support/embedded";
import { openTableWithLedger } from "../../support/table-with-ledger";
import { WRITER_NAMES } from "../../support/writers";

const COLUMNS = "image_id UInt32, author String, updated_at DateTime, `is gone` UInt8, is_deleted UInt8";
const ENGINE = "ENGINE = ReplacingMergeTree(updated_at, `is gone`) ORDER BY image_id";

it("fills the column that the engine takes rows for deleted by with 0, and no other of its name", async () => {
  await withEmbedded(async ({ connection }) => {
    for (const writer of WRITER_NAMES) {
      const table = await openTableWithLedger(connection, COLUMNS, ENGINE);
      await table.fill(2_000, { writer });
      const found = await select(
        table.client,
        `SELECT count() AS n, uniqExact(image_id) AS ids, sum(\`is gone\`) AS gone, max(is_deleted) > 0 AS inferred
          FROM ${quoteTable(table.table.name)} FINAL`,
      );
      expect(found).toEqual([{ n: "2000", ids: "2000", gone: "0", inferred: 1 }]);
      await table.close();
    }
  });
});
