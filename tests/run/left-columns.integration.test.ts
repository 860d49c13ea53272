import { imagesDomain } from "../../app/domains/images/images-domain";
import { verifyTable } from "../../app/run/check/verify-table";
import { thisHost } from "../../app/run/session/host";
import { runRecords } from "../../app/ledger/run-records";
import type { RunEvent } from "../../app/run/run-event";
import { select } from "../../app/server/select";
import { quoteTable } from "../../app/server/table-name";
import { readTargetTable } from "../../app/table/target-table";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { openTableWithLedger, type TableWithLedger } from "../support/table-with-ledger";
import { WRITER_NAMES } from "../support/writers";

/* Columns that rows are written without, and columns that do not keep their values. */

const ROWS = 10_000;

let server: TestEmbedded;
let table: TableWithLedger;
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server?.stop());
afterEach(() => table?.close());

const open = async (columns: string, clauses?: string) => {
  table = await openTableWithLedger(server.connection, columns, clauses);
};
const notices = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.kind === "notice" ? [event.message] : []));
/** Of the table as it is now. */
const verify = async () =>
  verifyTable({
    ...table,
    ...thisHost("terminal"),
    table: (await readTargetTable(table.client, table.table.name, () => imagesDomain))!,
  });
const ask = async (expressions: string) =>
  (await select(table.client, `SELECT ${expressions} FROM ${quoteTable(table.table.name)}`))[0];
const WHOLE = { rows: ROWS, findings: [], inDoubt: 0, notCompared: 0, otherChecksums: 0 };

describe.each(WRITER_NAMES)("%s", (writer) => {
  it("leaves columns to the server that can't be filled, also in the table's keys, and ends exact", async () => {
    await open(
      `image_id UInt32, author String, v Variant(UInt8, String), d Dynamic, g AggregateFunction(uniq, UInt64),
        b BFloat16, a Array(Variant(UInt8, String))`,
      "PARTITION BY toInt8(b) ORDER BY (b, image_id)",
    );
    const [left] = notices(await table.fill(ROWS, { writer }));
    expect(left).toBe(
      "columns that can't be filled are left to the server, which gives them their default: " +
        "v (Variant(String, UInt8)), d (Dynamic), g (AggregateFunction(uniq, UInt64)), " +
        "b (BFloat16), a (Array(Variant(String, UInt8)))",
    );
    expect(
      await ask("count() AS n, sum(length(a) + toUInt8(b)) AS left, countIf(author = '') AS empty"),
    ).toEqual({
      n: `${ROWS}`,
      left: "0",
      empty: "0",
    });
    expect(await verify()).toMatchObject(WHOLE);
    await table.sql("DELETE FROM t WHERE image_id % 1000 < 3");
    await table.fill(ROWS, { writer });
    expect(await verify()).toMatchObject(WHOLE);
    await table.fill(ROWS, { writer, reset: true });
    expect(await verify()).toMatchObject(WHOLE);
  });

  it("fills composed columns and compares all of them but JSON, which it says", async () => {
    await open(
      `image_id UInt32, m Map(String, UInt8), t Tuple(a UInt8, b Nullable(String)), n Nested(a UInt8, b String), p Point,
        ip IPv6, j JSON(a UInt8), s SimpleAggregateFunction(sum, UInt64)`,
      "PARTITION BY t.a % 3 ORDER BY (ip, image_id)",
    );
    expect(notices(await table.fill(ROWS, { writer }))).toEqual([
      "columns that Data Faker does not know are filled according to their type: m, t, n.a, n.b, p, ip, j, s",
      "columns of JSON are filled, but not compared, since each server writes it in its own way: j",
    ]);
    expect(await verify()).toMatchObject(WHOLE);
    await table.sql("ALTER TABLE t UPDATE j = '{}' WHERE image_id < 10");
    expect(await verify()).toMatchObject(WHOLE);
    await table.sql("DELETE FROM t WHERE image_id % 1000 < 3");
    await table.fill(ROWS, { writer });
    expect(await verify()).toMatchObject(WHOLE);
    await table.sql("ALTER TABLE t UPDATE m = mapUpdate(m, map('x', 1)) WHERE image_id = 100");
    expect(await verify()).toMatchObject({ findings: [{ kind: "altered", columns: ["m"] }] });
  });

  it("skips the columns that the user names, and says so", async () => {
    await open("image_id UInt32, author String DEFAULT 'nobody', age String, caption String");
    expect(notices(await table.fill(ROWS, { writer, skipColumns: "author,caption" }))).toEqual([
      "columns left to the server, as asked: author, caption",
    ]);
    expect(
      await ask("countIf(author != 'nobody' OR caption != '') AS filled, uniqExact(image_id) AS ids"),
    ).toEqual({
      filled: "0",
      ids: `${ROWS}`,
    });
    // What somebody writes into them is none of ours.
    await table.sql("ALTER TABLE t UPDATE caption = 'mine' WHERE image_id < 100");
    expect(await verify()).toMatchObject(WHOLE);
    await table.sql("ALTER TABLE t UPDATE age = 'x' WHERE image_id = 100");
    expect(await verify()).toMatchObject({ findings: [{ kind: "altered", columns: ["age"] }] });
  });
});

describe("a run with skipped columns", () => {
  beforeEach(() => open("image_id UInt32, author String, age String, caption String"));

  it("goes on with others, in one line of notice, and everything stays comparable", async () => {
    await table.fill(ROWS, { skipColumns: "caption" });
    expect(notices(await table.fill(ROWS + 4_000, { skipColumns: "author" }))).toEqual([
      "columns left to the server, as asked: author",
      "the columns that are filled and compared have changed since the run began; new: caption; gone: author",
    ]);
    expect(await ask("countIf(author = '') AS authors, countIf(caption = '') AS captions")).toEqual({
      authors: "4000",
      captions: `${ROWS}`,
    });
    expect(await verify()).toMatchObject({ ...WHOLE, rows: ROWS + 4_000 });
    await table.fill(ROWS, { reset: true });
    expect(await ask("count() AS n, countIf(author = '' OR caption = '') AS empty")).toEqual({
      n: `${ROWS}`,
      empty: "0",
    });
  });

  it("is repaired without them", async () => {
    await table.fill(ROWS, { skipColumns: "caption" });
    await table.sql("DELETE FROM t WHERE image_id BETWEEN 1999 AND 2003");
    expect(notices(await table.run({ kind: "repair" }))).toEqual([]);
    expect(await ask("count() AS n, countIf(caption != '') AS captions")).toEqual({
      n: `${ROWS}`,
      captions: "0",
    });
    expect(await verify()).toMatchObject(WHOLE);
  });

  it("is repaired without those of them that are not compared, as its newest claim has them", async () => {
    await table.close();
    await open("image_id UInt32, author String, j JSON, k JSON");
    await table.fill(ROWS, { skipColumns: "k" });
    await table.fill(ROWS + 4_000, { skipColumns: "j" });
    await table.sql("DELETE FROM t WHERE image_id BETWEEN 1 AND 10");
    await table.run({ kind: "repair" });
    expect(
      await ask("countIf(toString(j) = '{}') AS js, countIf(toString(k) = '{}') AS ks, count() AS n"),
    ).toEqual({ js: "4010", ks: `${ROWS - 10}`, n: `${ROWS + 4_000}` });
  });

  it.each([
    ["typo,author", "column-unknown", /has no column typo:/],
    ["image_id", "key-skipped", /^The column image_id can't be skipped/],
  ])("is refused before anything is done: %s", async (skipColumns, code, message) => {
    await table.fill(ROWS);
    await expect(table.fill(ROWS, { skipColumns, reset: true })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
    expect(await ask("count() AS n")).toEqual({ n: `${ROWS}` });
    expect(runRecords(await table.ledger.runs(), await table.ledger.steps())).toHaveLength(1);
  });
});

it("a CHECK that refuses the values is named, with the way out", async () => {
  await open("image_id UInt32, author String, score UInt8, CONSTRAINT grown CHECK score < 1");
  await expect(table.fill(ROWS)).rejects.toMatchObject({
    code: "insert-failed",
    kind: "fatal",
    message: expect.stringMatching(
      /^[^\n]*Constraint `grown` [^\n]*Expression: \(score < 1\)\. Column values: score = \d+[^\n]*; leave the columns [^\n]* with --skip-columns/,
    ),
  });
  await table.fill(ROWS, { skipColumns: "score" });
  expect(await verify()).toMatchObject(WHOLE);
});

describe("TTLs", () => {
  it("of a column are told before, and what expires counts as unaltered", async () => {
    await open("image_id UInt32, author String TTL upload_date + INTERVAL 1 DAY, upload_date Date");
    expect(notices(await table.fill(ROWS))).toEqual([
      "columns with a TTL are filled, but not compared, since the server empties them over time: author",
    ]);
    await table.sql("OPTIMIZE TABLE t FINAL");
    expect(await ask("countIf(author != '') AS authors")).toEqual({ authors: "0" });
    expect(await verify()).toMatchObject(WHOLE);
    await table.fill(ROWS + 2_000);
    await table.fill(ROWS, { reset: true });
    expect(await verify()).toMatchObject(WHOLE);
  });

  it("that come to a column later are no alteration either", async () => {
    await open("image_id UInt32, author String, upload_date Date");
    await table.fill(ROWS);
    await table.sql("ALTER TABLE t MODIFY COLUMN author String TTL upload_date + INTERVAL 1 DAY");
    await table.sql("OPTIMIZE TABLE t FINAL");
    expect(await verify()).toMatchObject(WHOLE);
  });

  it("of the key are refused", async () => {
    await open("image_id UInt32 TTL upload_date + INTERVAL 1 DAY, upload_date Date", "ORDER BY tuple()");
    await expect(table.fill(ROWS)).rejects.toMatchObject({ code: "key-expires" });
  });

  it("that move or recompress rows remove none", async () => {
    await open(
      "image_id UInt32, author String, upload_date Date",
      "ORDER BY image_id TTL upload_date + INTERVAL 1 DAY TO DISK 'default', upload_date + INTERVAL 2 DAY RECOMPRESS CODEC(ZSTD(9))",
    );
    await table.fill(ROWS);
    await table.sql("OPTIMIZE TABLE t FINAL");
    expect(await verify()).toMatchObject(WHOLE);
  });

  it("that remove rows are refused", async () => {
    await open(
      "image_id UInt32, author String, upload_date Date",
      "ORDER BY image_id TTL upload_date + INTERVAL 1 DAY TO DISK 'default', upload_date + INTERVAL 100 YEAR",
    );
    await expect(table.fill(ROWS)).rejects.toMatchObject({ code: "table-unfit" });
  });
});
