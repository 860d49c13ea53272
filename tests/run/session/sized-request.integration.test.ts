import { parseRequest } from "../../../app/request/parse-request";
import { intentOf } from "../../../app/run/intent";
import { sizedRequest } from "../../../app/run/session/sized-request";
import { tableSizes } from "../../../app/table/table-state";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { openTableWithLedger } from "../../support/table-with-ledger";

let server: TestEmbedded;
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server?.stop());

const request = (flags: Record<string, string>) => parseRequest({ writer: "native", threads: "1", ...flags });

test.each([
  ["id UInt32, value UInt8", 5],
  ["id UInt64, note String, tags Array(String), price Nullable(Float64), kind LowCardinality(String)", 40],
])("a size is met by the rows of the table: %s", async (columns, least) => {
  const table = await openTableWithLedger(server.connection, columns, "ORDER BY id");
  await table.run(intentOf(request({ targetSize: "3MB", seed: "x" })));
  const { rows, uncompressedBytes = 0 } = await tableSizes(table.client, table.table);
  expect(Math.abs(uncompressedBytes / 3e6 - 1)).toBeLessThan(0.1);
  expect(3e6 / least).toBeGreaterThanOrEqual(rows);
  const { target } = sizedRequest(request({}), table.table);
  expect(target).toEqual({ rows: expect.any(Number), source: "default" });
  expect(Math.abs((target.rows * 3e6) / (rows * 100e9) - 1)).toBeLessThan(0.001);
  await table.close();
});

test("rows of images count 500 bytes each; a number of rows stays what it is", async () => {
  const table = await openTableWithLedger(server.connection);
  const asked = request({ targetSize: "5GB" });
  expect(sizedRequest(asked, table.table)).toBe(asked);
  expect(asked.target.rows).toBe(10_000_000);
  const rows = request({ rows: "7" });
  expect(sizedRequest(rows, table.table)).toBe(rows);
  await table.close();
});
