import { readdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { RunEvent } from "../../../app/run/run-event";
import { select } from "../../../app/server/select";
import { quoteTable } from "../../../app/server/table-name";
import { FaultProxy } from "../../../scripts/torture/fault-proxy";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { withRefusedSettings } from "../../support/refusing-proxy";
import { openTableWithLedger, type TableWithLedger } from "../../support/table-with-ledger";
import { WRITER_NAMES } from "../../support/writers";

jest.setTimeout(240_000);

const COLUMNS =
  "image_id UInt32, site_name_id UInt8, country_code LowCardinality(String), upload_date Date, updated_at DateTime";
const SHAPES = [
  "toMonday(upload_date)",
  "country_code",
  "(site_name_id, toYear(upload_date))",
  "toYYYYMM(updated_at)",
  "cityHash64(image_id) % 128",
];
const BOTH_SETTINGS = ["max_partitions_per_insert_block", "throw_on_max_partitions_per_insert_block"];
const ROWS = 10_000;
/** Each cut insert makes a hundred parts. */
const FEW = 2_000;

let server: TestEmbedded;
let due: Readonly<Record<number, unknown>>;
beforeAll(async () => {
  server = await startTestEmbedded();
  const plain = await openTableWithLedger(server.connection, COLUMNS);
  const few = (await plain.fill(FEW), await contents(plain));
  due = { [FEW]: few, [ROWS]: (await plain.fill(ROWS), await contents(plain)) };
  await plain.close();
});
afterAll(() => server?.stop());

/** Rows and ids, and a hash of the contents whatever their order. */
async function contents(table: TableWithLedger): Promise<unknown> {
  return select(
    table.client,
    `SELECT count() AS n, uniqExact(image_id) AS ids, sum(cityHash64(toString(tuple(*)))) AS hash FROM ${quoteTable(table.table.name)}`,
  );
}

async function withPartitioned<T>(
  key: string,
  work: (table: TableWithLedger) => Promise<T>,
  connection = server.connection,
): Promise<T> {
  const table = await openTableWithLedger(connection, COLUMNS, `ORDER BY image_id PARTITION BY ${key}`);
  try {
    return await work(table);
  } finally {
    await table.close();
  }
}

const said = (events: readonly RunEvent[], kind: "notice" | "warning" | "retry") =>
  events.filter((event) => event.kind === kind);

describe.each(SHAPES)("a table partitioned by %s", (key) => {
  it.each(WRITER_NAMES)("is filled, and filled again after its rows are gone: %s", async (writer) => {
    await withPartitioned(key, async (table) => {
      const events = await table.fill(FEW, { writer });
      expect(await contents(table)).toEqual(due[FEW]);
      expect(said(events, "retry")).toEqual([]);
      expect(said(events, "warning")).toEqual([]);
      await table.sql("TRUNCATE TABLE t");
      await table.fill(FEW, { writer });
      expect(await contents(table)).toEqual(due[FEW]);
    });
  });
});

describe.each(["toMonday(upload_date)", "cityHash64(image_id) % 128"])("where the limit stays, %s", (key) => {
  it.each(WRITER_NAMES)("inserts are cut until they fit: %s", async (writer) => {
    await withRefusedSettings(server.connection, BOTH_SETTINGS, (connection) =>
      withPartitioned(
        key,
        async (table) => {
          const events = await table.fill(FEW, { writer });
          expect(said(events, "warning")).toMatchObject([
            { message: expect.stringMatching(/^inserts are cut, .*max_partitions_per_insert_block/) },
          ]);
          expect(said(events, "retry")).toEqual([]);
          expect(await contents(table)).toEqual(due[FEW]);
        },
        connection,
      ),
    );
  });
});

it("is filled where only the second setting may be set", async () => {
  await withRefusedSettings(server.connection, BOTH_SETTINGS.slice(0, 1), (connection) =>
    withPartitioned(
      SHAPES[0]!,
      async (table) => {
        expect(said(await table.fill(FEW), "warning")).toEqual([]);
        expect(await contents(table)).toEqual(due[FEW]);
      },
      connection,
    ),
  );
});

it.each(WRITER_NAMES)(
  "goes on after the server was killed in the middle of an insert: %s",
  async (writer) => {
    const own = await startTestEmbedded();
    const proxy = new FaultProxy(own.connection);
    await proxy.accept();
    try {
      await withPartitioned(
        SHAPES[0]!,
        async (table) => {
          const filled = table.fill(ROWS, { writer, batchSize: "5000" });
          // Parts appear in the folder one after the other.
          const folder = path.join(own.folder, "data", "data", "local", table.table.name.table);
          const parts = () => readdirSync(folder).filter((name) => /^\w+_\d+_\d+_\d+$/.test(name)).length;
          while (parts() < 3) await pause(1);
          process.kill(own.pid, "SIGKILL");
          await own.restart();
          proxy.upstream = own.connection;
          await filled;
          expect(await contents(table)).toEqual(due[ROWS]);
        },
        { ...own.connection, port: proxy.port },
      );
    } finally {
      await proxy.refuse();
      await own.stop();
    }
  },
);
