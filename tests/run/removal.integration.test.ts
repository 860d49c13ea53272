import { EnvironmentFailure } from "../../app/errors";
import { stepRevision } from "../../app/ledger/step-revision";
import { verifyTable } from "../../app/run/check/verify-table";
import { thisHost } from "../../app/run/session/host";
import { select } from "../../app/server/select";
import { countRows } from "../../app/table/table-state";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { hiding, openProfileProxy, type ProfileProxy } from "../support/profile-proxy";
import { openTableWithLedger, type TableWithLedger } from "../support/table-with-ledger";

const ROWS = 10_000;
const COLUMNS = "image_id UInt32, author String, age Nullable(UInt8), caption String";

let server: TestEmbedded;
let profile: ProfileProxy;
let table: TableWithLedger;
beforeAll(async () => {
  server = await startTestEmbedded();
  profile = await openProfileProxy(server.connection);
});
afterAll(async () => {
  await profile?.close();
  await server?.stop();
});
const open = async (columns = COLUMNS) => {
  table = await openTableWithLedger(profile.connection, columns);
};
afterEach(async () => {
  jest.restoreAllMocks();
  profile.set({});
  await table?.close();
});

const held = () => countRows(table.client, table.table);
const verify = () => verifyTable({ ...table, owner: thisHost("terminal").owner });

async function expectExact(rows: number): Promise<void> {
  const query = `SELECT count() AS n, uniqExact(image_id) AS ids, toString(max(image_id)) AS last FROM ${table.table.name.table}`;
  expect(await select(table.client, query)).toEqual([
    { n: String(rows), ids: String(rows), last: String(rows) },
  ]);
  expect(await verify()).toMatchObject({ rows, inDoubt: 0, findings: [] });
}

const doubled = () =>
  table.sql(`INSERT INTO t SELECT * FROM ${table.table.name.table} WHERE image_id BETWEEN 2001 AND 4000`);

/** As if the run had been killed before it could record its last step. */
async function unrecorded(): Promise<void> {
  const last = (await table.ledger.steps()).at(-1)!;
  await table.ledger.addSteps([
    { ...last, state: "announced", batches: 0, checksum: 0n, revision: stepRevision(1, 900) },
  ]);
}

/** What makes it necessary to remove rows, and what then does it. */
const REMOVALS: [string, () => Promise<void>, () => Promise<unknown>, number][] = [
  ["doubles", doubled, () => table.fill(ROWS), ROWS],
  ["a reset", async () => {}, () => table.fill(ROWS, { reset: true }), ROWS],
  ["a kill before a smaller --rows", unrecorded, () => table.fill(ROWS - 500), ROWS - 500],
];

describe.each([
  ["a plain table", COLUMNS],
  ["a table with a projection", `${COLUMNS}, PROJECTION by_author (SELECT * ORDER BY author)`],
])("in %s", (_, columns) => {
  it.each(REMOVALS)("rows are removed and written again: %s", async (_, harm, again, rows) => {
    await open(columns);
    await table.fill(ROWS);
    await harm();
    await again();
    await expectExact(rows);
  });

  it("many holes are filled", async () => {
    await open(columns);
    await table.fill(ROWS);
    await table.sql("ALTER TABLE t DELETE WHERE image_id % 50 = 0");
    await table.fill(ROWS);
    await expectExact(ROWS);
  });
});

/** The embedded engine enforces no rights: this answers as a server does that lacks one. */
function refuseDelete(): void {
  const command = table.client.command.bind(table.client);
  jest.spyOn(table.client, "command").mockImplementation((params) => {
    if (!/^(DELETE|ALTER)\b/.test(params.query)) return command(params);
    const message =
      "panda: Not enough privileges. ... it's necessary to have the grant ALTER DELETE ON local.t";
    return Promise.reject(Object.assign(new Error(message), { code: "497", type: "ACCESS_DENIED" }));
  });
}

describe("without the right to delete", () => {
  it.each(REMOVALS)(
    "every start says so, and the ledger keeps what it has: %s",
    async (_, harm, again, rows) => {
      await open();
      await table.fill(ROWS);
      await harm();
      const before = [await held(), await table.ledger.steps()];
      refuseDelete();
      for (let start = 1; start <= 2; start++) {
        await expect(again()).rejects.toMatchObject({
          code: "rows-not-removed",
          exitCode: 1,
          message: expect.stringMatching(
            /ALTER DELETE ON local.t; have the right granted that the message names/,
          ),
        });
        expect([await held(), await table.ledger.steps()]).toEqual(before);
      }
      jest.restoreAllMocks();
      await again();
      await expectExact(rows);
    },
  );

  it("a verification still finds the doubles", async () => {
    await open();
    await table.fill(ROWS);
    await doubled();
    refuseDelete();
    await expect(table.fill(ROWS)).rejects.toMatchObject({ code: "rows-not-removed" });
    expect((await verify()).findings).toMatchObject([
      { kind: "doubled", range: { first: 2001, rows: 2000 } },
    ]);
  });
});

describe("killed between the removal and the ledger's row", () => {
  it.each(REMOVALS)("the next start ends exact: %s", async (_, harm, again, rows) => {
    await open();
    await table.fill(ROWS);
    await harm();
    const before = await held();
    // Of a kind that is not tried again.
    const killed = new EnvironmentFailure("killed", "killed");
    const addSteps = jest.spyOn(table.ledger, "addSteps").mockRejectedValue(killed);
    await expect(again()).rejects.toThrow("killed");
    addSteps.mockRestore();
    expect(await held()).toBeLessThan(before);
    const { findings, inDoubt } = await verify();
    expect(findings.length + inDoubt).toBeGreaterThan(0);
    await again();
    await expectExact(rows);
  });
});

describe("filtered reads", () => {
  const hide = (condition: string) => profile.set(hiding(table.table.name.table, condition));
  const refused = { code: "reads-filtered", exitCode: 2 };

  it("are refused before the first insert, and rows that they hide stay", async () => {
    await open();
    await table.sql("INSERT INTO t (image_id, author) SELECT number * 3, 'somebody' FROM numbers(1, 1000)");
    hide("image_id % 3 = 0");
    for (let start = 1; start <= 2; start++)
      await expect(table.fill(ROWS)).rejects.toMatchObject({ ...refused, fields: { hidden: 1000 } });
    profile.set({});
    expect(await held()).toBe(1000);
  });

  it.each([
    ["a fill", () => table.fill(ROWS)],
    ["one that grows", () => table.fill(2 * ROWS)],
    ["a reset", () => table.fill(ROWS, { reset: true })],
    ["a repair", () => table.run({ kind: "repair" })],
  ])("are refused where recorded rows are not seen, and table and ledger stay: %s", async (_, again) => {
    await open();
    await table.fill(ROWS);
    const before = await table.ledger.steps();
    for (const condition of ["image_id % 3 = 0", "image_id BETWEEN 2001 AND 4000", "image_id > 0"]) {
      hide(condition);
      await expect(again()).rejects.toMatchObject(refused);
      profile.set({});
      expect(await held()).toBe(ROWS);
      expect(await table.ledger.steps()).toEqual(before);
    }
    await expectExact(ROWS);
  });

  it("that begin while rows are written are told, and nothing is written twice", async () => {
    await open();
    const addSteps = table.ledger.addSteps.bind(table.ledger);
    jest.spyOn(table.ledger, "addSteps").mockImplementation(async (rows) => {
      await addSteps(rows);
      if (rows.some(({ state }) => state === "written")) hide("image_id % 3 = 0");
    });
    await expect(table.fill(ROWS)).rejects.toMatchObject(refused);
    profile.set({});
    expect(await held()).toBe(ROWS);
    await table.fill(ROWS);
    await expectExact(ROWS);
  });
});
