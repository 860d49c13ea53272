import type { ClickHouseClient } from "@clickhouse/client";
import { addSpecColumn } from "../../app/ledger/add-spec-column";
import { createStateTables } from "../../app/ledger/create-state-tables";
import { Ledger } from "../../app/ledger/ledger";
import { readStateTables } from "../../app/ledger/state-tables";
import { openClient } from "../../app/server/client";
import { ledgerNames } from "../../datamodels/ledger-names";
import { LEDGER_VERSION_WITH_SPEC, LEDGER_VERSION_WITHOUT_SPEC } from "../../datamodels/ledger-version";
import { select } from "../../app/server/select";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { run } from "../support/test-client";
import { beat, claim } from "./rows";

const SPEC = { name: "t", columns: { status: { kind: "constant", value: "it's" } } };
const NAMES = ledgerNames("kept");

let server: TestEmbedded;
let client: ClickHouseClient;
let ledger: Ledger;
beforeEach(async () => {
  await run(client, `DROP TABLE IF EXISTS ${NAMES.runs}`, `DROP TABLE IF EXISTS ${NAMES.steps}`);
  await createStateTables(client, "local", NAMES);
});
beforeAll(async () => {
  server = await startTestEmbedded();
  client = openClient(server.connection);
  const [runs, steps] = [NAMES.runs, NAMES.steps].map((table) => ({ database: "local", table }));
  ledger = new Ledger(client, runs!, steps!, { database: "local", table: "t" });
});
afterAll(async () => {
  await client?.close();
  await server?.stop();
});

it("of each run the newest claim's specification is kept, and no history fetches it", async () => {
  await ledger.addRun(claim({ run_id: "a", spec: JSON.stringify({ old: true }) }));
  await ledger.addRun(claim({ run_id: "a", epoch: 2, spec: JSON.stringify(SPEC) }));
  await ledger.addRun(claim({ run_id: "b", epoch: 3 }));
  await ledger.addRun(claim({ run_id: "a", epoch: 4, intent: "repair" }));
  expect(await ledger.specs()).toEqual(new Map([["a", SPEC]]));
  for (const row of [...(await ledger.runs()), ...(await ledger.newestRuns())])
    expect(row).not.toHaveProperty("spec");
});

it("only a claim with a specification is of the version that older readers refuse", async () => {
  await ledger.addRun(claim({ run_id: "a" }));
  await ledger.addRun(beat());
  await ledger.addRun(claim({ run_id: "b", epoch: 2, spec: "{}" }));
  const versions = await select<{ epoch: number; version: number }>(
    client,
    `SELECT epoch, max(ledger_version) AS version FROM ${NAMES.runs} GROUP BY epoch ORDER BY epoch`,
  );
  expect(versions).toEqual([
    { epoch: 1, version: LEDGER_VERSION_WITHOUT_SPEC },
    { epoch: 2, version: LEDGER_VERSION_WITH_SPEC },
  ]);
});

it("a table of runs without the column is read, takes claims, and gets the column where one has a specification", async () => {
  await run(client, `ALTER TABLE ${NAMES.runs} DROP COLUMN spec`);
  await ledger.addRun(claim({ run_id: "a" }));
  expect(await ledger.specs()).toEqual(new Map());
  expect(await ledger.runs()).toHaveLength(1);
  expect(await ledger.newestRuns()).toHaveLength(1);
  for (let i = 0; i < 2; i++) {
    const [runs] = await readStateTables(client, "local", NAMES);
    expect(runs.hasSpec).toBe(i === 1);
    await addSpecColumn(client, runs);
  }
  await ledger.addRun(claim({ run_id: "b", epoch: 2, spec: JSON.stringify(SPEC) }));
  expect(await ledger.specs()).toEqual(new Map([["b", SPEC]]));
});

it("refuses a specification that is none", async () => {
  await ledger.addRun(claim({ spec: "[1]" }));
  await expect(ledger.specs()).rejects.toMatchObject({ code: "ledger-corrupt", fields: { field: "spec" } });
});

it("of each table of the database the newest claim's key is known", async () => {
  const keyed = (column: string): string => JSON.stringify({ key: { column, form: { as: "integer" } } });
  await ledger.addRun(claim({ spec: keyed("old") }));
  await ledger.addRun(claim({ epoch: 2, spec: keyed("id") }));
  await ledger.addRun(claim({ epoch: 3, intent: "repair" }));
  await ledger.ofTable("images").addRun(claim());
  await ledger.ofTable("a").addRun(claim({ spec: keyed("code") }));
  const [runs, steps] = [ledger.runsTable, ledger.stepsTable];
  const elsewhere = new Ledger(client, runs, steps, { database: "other", table: "b" });
  await elsewhere.addRun(claim({ spec: keyed("id") }));
  const form = { as: "integer" };
  expect(await ledger.keys()).toEqual([
    { table: "a", column: "code", form },
    { table: "t", column: "id", form },
  ]);
  await run(client, `ALTER TABLE ${NAMES.runs} DROP COLUMN spec`);
  expect(await ledger.keys()).toEqual([]);
});

it("refuses a key that is none", async () => {
  await ledger.addRun(claim({ spec: '{"key":[]}' }));
  await expect(ledger.keys()).rejects.toMatchObject({ code: "ledger-corrupt", fields: { field: "key" } });
  await ledger.addRun(claim({ epoch: 2, spec: '{"key":{"column":"id","form":{"as":"word"}}}' }));
  await expect(ledger.keys()).rejects.toMatchObject({ code: "spec-invalid" });
});
