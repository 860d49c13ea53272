import { intentOf } from "../../../app/run/intent";
import { parseRequest } from "../../../app/request/parse-request";
import { runFaker } from "../../../app/run/run-faker";
import { thisHost } from "../../../app/run/session/host";
import { refuseTooLarge, tellMeasured } from "../../../app/run/check/disk-room";
import type { RunEvent } from "../../../app/run/run-event";
import { expectedSize } from "../../../app/table/expected-size";
import { countRows, freeBytes, tableBytes } from "../../../app/table/table-state";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { openTableWithLedger, type TableWithLedger } from "../../support/table-with-ledger";

const MOST = 1e12;

let server: TestEmbedded;
let table: TableWithLedger;
beforeAll(async () => {
  server = await startTestEmbedded();
  table = await openTableWithLedger(
    server.connection,
    "image_id UInt64, author String, words Array(LowCardinality(String)), f Nullable(Float64)",
  );
});
afterAll(async () => {
  await table?.close();
  await server?.stop();
});

/** What is told of so many rows. */
async function told(work: (options: TableWithLedger & { emit(event: RunEvent): void }) => Promise<void>) {
  const events: RunEvent[] = [];
  await work({ ...table, emit: (event) => events.push(event) });
  return events;
}

test("a run that can't fit is refused before it leaves a trace", async () => {
  await expect(table.fill(MOST)).rejects.toMatchObject({
    code: "disk-too-small",
    exitCode: 2,
    message: expect.stringMatching(
      /^1,000,000,000,000 rows take about \d{4,}\.\d GB on disk, but the server has [\d.]+ GB free: ask for fewer --rows, or make room$/,
    ),
  });
  expect(await countRows(table.client, table.table)).toBe(0);
  expect(await table.ledger.newestRuns()).toEqual([]);
});

test("whoever leaves no room for merges is warned", async () => {
  const free = (await freeBytes(table.client, table.table))!;
  const { disk } = await expectedSize(table.client, table.table, 1e9);
  const rows = Math.round((0.75 * free * 1e9) / disk);
  expect(await told((options) => refuseTooLarge(options, rows))).toEqual([
    { kind: "warning", message: expect.stringMatching(/merges for a while as much again/) },
  ]);
  expect(await told((options) => refuseTooLarge(options, rows / 4))).toEqual([]);
});

test("the size is that of the table's rows, and what they are compressed to is seen in them", async () => {
  const rows = 60_000;
  const before = await expectedSize(table.client, table.table, rows);
  await table.fill(rows);
  const { uncompressedBytes, diskBytes } = await tableBytes(table.client, table.table);
  const after = await expectedSize(table.client, table.table, rows);
  expect(after.uncompressed).toBe(before.uncompressed);
  expect(after.uncompressed / uncompressedBytes!).toBeCloseTo(1, 1);
  expect(after.disk / after.uncompressed).toBeCloseTo(diskBytes! / uncompressedBytes!, 6);
  expect(after.disk).not.toBe(before.disk);
});

test("a size that turns out otherwise is told, one that no longer fits as a warning", async () => {
  const planned = await expectedSize(table.client, table.table, 1);
  const rows = Math.ceil(2e9 / planned.disk);
  const other = { ...planned, disk: planned.disk * 1.5 };
  expect(await told((options) => tellMeasured(options, rows, planned))).toEqual([]);
  expect(await told((options) => tellMeasured(options, 1, other))).toEqual([]);
  expect(await told((options) => tellMeasured(options, rows, other))).toEqual([
    {
      kind: "notice",
      message: expect.stringMatching(/^by the rows so far, the other .+ take about 2\.0 GB on disk$/),
    },
  ]);
  expect(await told((options) => tellMeasured(options, MOST, planned))).toEqual([
    {
      kind: "warning",
      message: expect.stringMatching(/make room, or stop the run and ask for fewer --rows$/),
    },
  ]);
});

test("a run measures after its first batches", async () => {
  const own = await openTableWithLedger(server.connection, "image_id UInt64, a UUID, b UUID");
  const stopping = new AbortController();
  const events: RunEvent[] = [];
  const emit = (event: RunEvent) => {
    events.push(event);
    if (event.kind === "progress" && event.progress.batchesCompleted === 25) stopping.abort("enough");
  };
  const request = parseRequest({ rows: "100M", batchSize: "10000", writer: "native", threads: "1" });
  try {
    await runFaker({ ...own, ...thisHost("terminal"), stop: stopping.signal, emit }, intentOf(request));
    expect(events).toContainEqual({
      kind: "notice",
      message: expect.stringMatching(
        /^by the rows so far, the other 99,800,000 take about [\d.]+ GB on disk$/,
      ),
    });
  } finally {
    await own.close();
  }
});
