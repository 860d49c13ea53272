import type { RunEvent } from "../../../app/run/run-event";
import { select } from "../../../app/server/select";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { openTableWithLedger, type TableWithLedger } from "../../support/table-with-ledger";
import { WRITER_NAMES } from "../../support/writers";

jest.setTimeout(120_000);

const ROWS = 2_000;

let server: TestEmbedded;
let table: TableWithLedger;
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server?.stop());
afterEach(() => table?.close());

/** A table whose inserts a view adds to `${table}_sums`. @param value of the view's column n */
async function openWithView(value: string, clauses = "ORDER BY author"): Promise<void> {
  table = await openTableWithLedger(server.connection, undefined, undefined, (source) => [
    `CREATE TABLE ${source}_sums (author String, id UInt32, n UInt64) ENGINE = MergeTree ${clauses}`,
    `CREATE MATERIALIZED VIEW ${source}_view TO ${source}_sums AS SELECT author, image_id AS id, ${value} AS n FROM ${source}`,
  ]);
}

async function rows(suffix = ""): Promise<number> {
  const name = `${table.table.name.table}${suffix}`;
  const [found] = await select<{ n: string }>(table.client, `SELECT count() AS n FROM ${name}`);
  return Number(found!.n);
}

const messages = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.kind === "notice" || event.kind === "warning" ? [event.message] : []));

it("names the views, and what they count twice after a loss and a reset", async () => {
  await openWithView("1");
  const view = `local.${table.table.name.table}_view`;
  expect(messages(await table.fill(ROWS))).toContain(`each insert also feeds the materialized views ${view}`);
  expect(await rows("_sums")).toBe(ROWS);
  await table.sql("DELETE FROM t WHERE image_id < 11");
  expect(messages(await table.fill(ROWS)).join("\n")).toMatch(
    `10 rows that are recorded as written are missing from the table or were there twice; they are written again, and the materialized views ${view} have counted them twice`,
  );
  expect(await rows("_sums")).toBe(ROWS + 10);
  expect(messages(await table.fill(ROWS, { reset: true })).join("\n")).toMatch(
    `what the materialized views ${view} made of them stays`,
  );
  expect(await rows()).toBe(ROWS);
});

describe.each(WRITER_NAMES)("a view that fails: %s", (writer) => {
  it("ends the run, though the table holds the rows", async () => {
    await openWithView("throwIf(image_id = 1500, 'no') + 1");
    await expect(table.fill(ROWS, { writer })).rejects.toMatchObject({
      code: "insert-failed",
      message: expect.stringMatching(
        /failed in the materialized view local\.t_\w+_view \(.*; the table may hold these rows while the view's target lacks them: correct the view, empty its target/,
      ),
    });
    expect(await rows("_sums")).toBe(0);
  });

  it("is none whose target is partitioned", async () => {
    await openWithView("1", "ORDER BY author PARTITION BY id % 500");
    await table.fill(ROWS, { writer });
    expect([await rows(), await rows("_sums")]).toEqual([ROWS, ROWS]);
  });
});
