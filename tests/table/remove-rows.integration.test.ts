import type { ClickHouseClient } from "@clickhouse/client";
import type { Range } from "../../app/plan/range";
import { openClient } from "../../app/server/client";
import { rangeChecksums } from "../../app/table/checksum";
import { type RecognisedRows, removeRows } from "../../app/table/remove-rows";
import { missingIds } from "../support/missing-ids";
import { countRows } from "../../app/table/table-state";
import { modelFromServer } from "../../app/model/model-from-server";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { keyedTable } from "../support/keyed-table";
import { hiding, openProfileProxy, type ProfileProxy } from "../support/profile-proxy";
import { run } from "../support/test-client";

let embedded: TestEmbedded;
let profile: ProfileProxy;
let client: ClickHouseClient;
const table = keyedTable("t");
const columns = modelFromServer([
  { name: "image_id", type: "UInt32", default_kind: "" },
  { name: "v", type: "String", default_kind: "" },
]);

beforeAll(async () => {
  embedded = await startTestEmbedded();
  profile = await openProfileProxy(embedded.connection);
  client = openClient(profile.connection);
});
afterAll(async () => {
  await client?.close();
  await profile?.close();
  await embedded?.stop();
});
afterEach(() => profile.set({}));

const COLUMNS = "image_id UInt32, v String";

/** @param inside of the parentheses after the name */
const create = (inside = COLUMNS) =>
  run(
    client,
    "DROP TABLE IF EXISTS t SYNC",
    `CREATE TABLE t (${inside}) ENGINE = MergeTree ORDER BY image_id`,
  );
const insert = (first: number, rows: number) =>
  run(client, `INSERT INTO t SELECT number, toString(number) FROM numbers(${first}, ${rows})`);
const range = (first: number, rows: number): Range => ({ first, rows });

/** What ranges hold now. */
async function recognise(...ranges: Range[]): Promise<RecognisedRows[]> {
  const found = await rangeChecksums(client, table, columns, ranges);
  return found.map((held) => ({ ...held, columns }));
}

/** Removes, and returns what was said to be gone. */
async function remove(recognised: readonly RecognisedRows[], commit = async () => {}): Promise<Range[][]> {
  const gone: Range[][] = [];
  await removeRows(client, table, recognised, {
    commit,
    gone: async (ranges) => void gone.push([...ranges]),
  });
  return gone;
}

const held = () => countRows(client, table);

describe("rows that were recognised", () => {
  beforeEach(async () => {
    await create();
    await insert(1, 30);
  });

  it("are removed, doubles included, and no others; they can be written again", async () => {
    await insert(12, 2);
    expect(await remove(await recognise(range(10, 5)))).toEqual([[range(10, 5)]]);
    expect(await held()).toBe(25);
    expect(await missingIds(client, table, range(1, 30))).toEqual([range(10, 5)]);
    await insert(10, 5);
    expect(await held()).toBe(30);
  });

  it("are removed in many ranges by few statements, each told when its rows are gone", async () => {
    await insert(31, 970);
    const due = Array.from({ length: 150 }, (_, i) => range(5 * i + 1, 2));
    const told = await remove(await recognise(...due));
    expect(told.map((ranges) => ranges.length)).toEqual([100, 50]);
    expect(told.flat()).toEqual(due);
    expect(await held()).toBe(700);
    expect(await missingIds(client, table, range(1, 1000))).toEqual(due);
  });

  it("may be gone already: nothing is done, and it is told", async () => {
    const due = await recognise(range(10, 5));
    await run(client, "DELETE FROM t WHERE image_id BETWEEN 10 AND 14");
    const commit = () => Promise.reject(new Error("asked to remove nothing"));
    expect(await remove(due, commit)).toEqual([[range(10, 5)]]);
    expect(await held()).toBe(25);
  });

  it.each([
    ["another row came", "INSERT INTO t VALUES (12, 'somebody')"],
    [
      "one was altered",
      "ALTER TABLE t UPDATE v = 'somebody' WHERE image_id = 12 SETTINGS mutations_sync = 2",
    ],
    ["one went", "DELETE FROM t WHERE image_id = 12"],
  ])("stay where %s meanwhile", async (_, statement) => {
    const due = await recognise(range(10, 5));
    await run(client, statement);
    const before = await held();
    await expect(remove(due)).rejects.toMatchObject({ code: "rows-changed", exitCode: 1 });
    expect(await held()).toBe(before);
  });

  it("stay where it may no longer be done", async () => {
    const due = await recognise(range(10, 5));
    await expect(remove(due, () => Promise.reject(new Error("lost")))).rejects.toThrow("lost");
    expect(await held()).toBe(30);
  });

  it("stay where others are in the range that reads do not show", async () => {
    await run(client, "INSERT INTO t SELECT 12, 'somebody' FROM numbers(3)");
    profile.set(hiding("t", "v = 'somebody'"));
    const due = await recognise(range(10, 5));
    expect(due).toMatchObject([{ rows: 5 }]);
    await expect(remove(due)).rejects.toMatchObject({
      code: "reads-filtered",
      exitCode: 2,
      fields: { hidden: 3 },
      message: expect.stringContaining("holds 3 rows that queries of this user do not show"),
    });
    profile.set({});
    expect(await held()).toBe(33);
  });

  it("and are still there afterwards are reported", async () => {
    const due = await recognise(range(2, 2));
    const deaf = new Proxy(client, {
      get: (target, key) => (key === "command" ? async () => undefined : Reflect.get(target, key)),
    });
    const removal = { commit: async () => {}, gone: () => Promise.reject(new Error("not gone")) };
    await expect(removeRows(deaf, table, due, removal)).rejects.toMatchObject({
      code: "rows-remain",
      exitCode: 1,
      fields: { first: 2, rows: 2, found: 2 },
    });
  });
});

describe("where a lightweight DELETE is refused", () => {
  it("rows are removed all the same: a table with a projection", async () => {
    await create(`${COLUMNS}, PROJECTION by_v (SELECT * ORDER BY v)`);
    await insert(1, 30);
    await remove(await recognise(range(10, 5)));
    expect(await missingIds(client, table, range(1, 30))).toEqual([range(10, 5)]);
  });

  it("rows are removed all the same: enable_lightweight_delete is off", async () => {
    await create();
    await insert(1, 30);
    profile.set({ enable_lightweight_delete: "0" });
    await remove(await recognise(range(10, 5)));
    expect(await missingIds(client, table, range(1, 30))).toEqual([range(10, 5)]);
  });

  it("and a mutation, too, it says what lacks, and nothing is told to be gone", async () => {
    await create();
    await insert(1, 30);
    const due = await recognise(range(10, 5));
    profile.set({ readonly: "2" });
    await expect(remove(due)).rejects.toMatchObject({
      code: "rows-not-removed",
      exitCode: 1,
      message: expect.stringMatching(
        /^Rows of t with the numbers 10 to 14 have to be removed, but ClickHouse refused: .*readonly.*; until then the table and the state tables stay as they are$/,
      ),
    });
    profile.set({});
    expect(await held()).toBe(30);
  });
});
