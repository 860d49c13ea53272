import { imagesDomain } from "../../app/domains/images/images-domain";
import type { Model } from "../../app/model/column";
import { skipColumns } from "../../app/model/skip-columns";
import { coverColumns } from "../../app/rows/column-coverage";
import { createRowGenerator } from "../../app/rows/row-generator";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { readModel, rowsOf, sql } from "../support/olap-insert";
import { openWriter, WRITER_NAMES } from "../support/writers";

let server: TestEmbedded;
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server.stop());

/** Fills a table whose Nested column the server has taken apart. @param skipped columns left to the server */
async function fill(writerName: (typeof WRITER_NAMES)[number], skipped: readonly string[]): Promise<Model> {
  const { connection } = server;
  await sql(connection, "DROP TABLE IF EXISTS flat");
  await sql(
    connection,
    "CREATE TABLE flat (image_id UInt32, a Nested(x UInt8, y Array(Nullable(String)), z Tuple(p UInt8))) ENGINE = MergeTree ORDER BY image_id",
  );
  const model = skipColumns(await readModel(connection, "flat"), skipped);
  const writer = await openWriter(writerName, connection, "flat", model);
  const block = createRowGenerator("42", model, imagesDomain).generate(1, 300);
  await writer.send(writer.encode(block), { id: "rows", commit: async () => {} });
  await writer.close();
  return coverColumns(model, imagesDomain).filled;
}

const contents = () =>
  rowsOf<Record<string, string>>(
    server.connection,
    "SELECT length(a.x) AS x, length(a.y) AS y, length(a.z) AS z, sum(cityHash64(a.x, a.y, a.z)) AS hash FROM flat GROUP BY image_id, x, y, z ORDER BY image_id",
  );

test("the arrays of a Nested column are filled with one length a row, by both writers alike", async () => {
  const filled = await fill("olap", []);
  expect(filled.map(({ name }) => name)).toEqual(["image_id", "a.x", "a.y", "a.z"]);
  const rows = await contents();
  expect(rows).toHaveLength(300);
  for (const { x, y, z } of rows) expect([y, z]).toEqual([x, x]);
  expect(new Set(rows.map(({ x }) => x)).size).toBe(6);
  await fill("native", []);
  expect(await contents()).toEqual(rows);
});

test.each(WRITER_NAMES)("where one is skipped, all are left to the server (%s)", async (name) => {
  const filled = await fill(name, ["a.y"]);
  expect(filled.map((column) => column.name)).toEqual(["image_id"]);
  const rows = await contents();
  expect(rows).toHaveLength(300);
  for (const { x, y, z } of rows) expect([x, y, z]).toEqual(["0", "0", "0"]);
});
