import { WRITER_NAMES } from "../../app/request/request-options";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { openTableWithLedger } from "../support/table-with-ledger";

let server: TestEmbedded;
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server?.stop());

/** As every replicated table does, for a week. */
const DEDUPLICATES = "ORDER BY image_id SETTINGS non_replicated_deduplication_window = 1000";

it.each(WRITER_NAMES)("a table that drops inserts it has had gets rows back, by %s", async (writer) => {
  const table = await openTableWithLedger(server.connection, undefined, DEDUPLICATES);
  try {
    await table.fill(20_000, { writer });
    await table.sql("DELETE FROM t WHERE image_id <= 4000 OR image_id = 9000");
    const end = (await table.fill(20_000, { writer })).find(({ kind }) => kind === "finished");
    expect(end).toMatchObject({ summary: { rowsWritten: 4_001, tableRows: 20_000 } });
  } finally {
    await table.close();
  }
});
