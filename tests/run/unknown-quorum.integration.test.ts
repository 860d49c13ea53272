import { WRITER_NAMES } from "../../app/request/request-options";
import { select } from "../../app/server/select";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { withUnknownInserts } from "../support/refusing-proxy";
import { openTableWithLedger, type TableWithLedger } from "../support/table-with-ledger";

const ROWS = 60_000;

let server: TestEmbedded;
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server?.stop());

/** Inserts of which it is not known whether a quorum of replicas has them are looked for before they are sent again. */
it.each(WRITER_NAMES)(
  "a table has each row once where the end of inserts is unknown, by %s",
  async (writer) => {
    const contents = async ({ client, table }: TableWithLedger) =>
      select(
        client,
        `SELECT count() AS rows, sum(cityHash64(toString(tuple(*)))) AS hash FROM ${table.name.table}`,
      );
    const plain = await openTableWithLedger(server.connection);
    await plain.fill(ROWS, { writer });
    const due = await contents(plain);
    await plain.close();
    await withUnknownInserts(server.connection, /t_\w{8}\b/, 4, async (proxied, unknown) => {
      const table = await openTableWithLedger(proxied);
      await table.fill(ROWS, { writer });
      expect(unknown()).toBeGreaterThan(4);
      expect(await contents(table)).toEqual(due);
      await table.close();
    });
  },
);
