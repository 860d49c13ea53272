import { verifyTable } from "../../app/run/check/verify-table";
import { thisHost } from "../../app/run/session/host";
import { select } from "../../app/server/select";
import { quoteTable } from "../../app/server/table-name";
import { withEmbedded } from "../support/embedded";
import { openTableWithLedger } from "../support/table-with-ledger";
import { WRITER_NAMES } from "../support/writers";

jest.setTimeout(300_000);

const ROWS = 10_000;
/** As many as a URL has no room for, and whose sum term by term is deeper than a server takes. */
const COLUMNS = 1_000;

/** Flags with long names, and floats, whose checksums are the longest expressions. */
const COLUMNS_SQL = [
  "image_id UInt32",
  ...Array.from(
    { length: COLUMNS - 20 },
    (_, i) => `a_flag_with_a_rather_long_name_and_the_number_${i} Bool`,
  ),
  ...Array.from({ length: 20 }, (_, i) => `f${i} Nullable(Float64)`),
].join(", ");

it.each(WRITER_NAMES)("a table of 1,000 columns is filled, verified, repaired and reset: %s", (writer) =>
  withEmbedded(async ({ connection }) => {
    const table = await openTableWithLedger(connection, COLUMNS_SQL);
    const flags = { writer, batchSize: "5000" };
    try {
      await table.fill(ROWS, flags);
      await table.sql("ALTER TABLE t UPDATE f3 = 7 WHERE image_id = 4005");
      expect(await verifyTable({ ...table, ...thisHost("terminal") })).toMatchObject({
        findings: [{ kind: "altered", range: { first: 4005, rows: 1 }, columns: ["f3"] }],
      });
      await table.sql("DELETE FROM t WHERE image_id BETWEEN 4000 AND 4010");
      await table.fill(ROWS, flags);
      await table.fill(ROWS, { ...flags, reset: true });
      const [held] = await select(
        table.client,
        `SELECT count() AS n, uniqExact(image_id) AS ids FROM ${quoteTable(table.table.name)}`,
      );
      expect(held).toEqual({ n: `${ROWS}`, ids: `${ROWS}` });
    } finally {
      await table.close();
    }
  }),
);
