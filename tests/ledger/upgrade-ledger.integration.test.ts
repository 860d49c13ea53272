import type { ClickHouseClient } from "@clickhouse/client";
import { findLedgers } from "../../app/ledger/find-ledgers";
import { Ledger } from "../../app/ledger/ledger";
import { runRecords } from "../../app/ledger/run-records";
import { runStatuses } from "../../app/ledger/run-statuses";
import { readStateTables, refuseOlderLedger } from "../../app/ledger/state-tables";
import { upgradeLedger } from "../../app/ledger/upgrade-ledger";
import { openClient } from "../../app/server/client";
import { select } from "../../app/server/select";
import { serverNow } from "../../app/server/server-facts";
import { createTableSql } from "../../app/table/create-table";
import { imagesAnalytical } from "../../datamodels/images-analytical";
import { type LedgerNames, ledgerNames } from "../../datamodels/ledger-names";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { withKeeperMapProxy } from "../support/keeper-map-proxy";
import { copyMooseProject } from "../support/moose-cli";
import { refusalOf } from "../support/refusal";
import { run } from "../support/test-client";
import { makeOlderLedger } from "./older-ledger";

const DATABASE = "local";
const TARGET = { database: DATABASE, table: "images" };

let server: TestEmbedded;
let client: ClickHouseClient;
beforeAll(async () => {
  server = await startTestEmbedded();
  client = openClient(server.connection);
});
afterAll(async () => {
  await client.close();
  await server.stop();
});

function ledgerOf(names: LedgerNames, table: string, database = DATABASE): Ledger {
  const state = (name: string) => ({ database: DATABASE, table: name });
  return new Ledger(client, state(names.runs), state(names.steps), { database, table });
}

/** All that the ledger of an upgraded table says, but for the time. */
async function contents(names: LedgerNames) {
  const images = ledgerOf(names, "images");
  const other = ledgerOf(names, "other");
  const statuses = async (ledger: Ledger) =>
    runStatuses(await ledger.runs(), await ledger.steps(), await serverNow(client));
  const records = runRecords(await images.runs(), await images.steps());
  return {
    images: (await statuses(images)).map((status) => [
      status.status,
      status.last_image_id,
      status.rows_inserted,
    ]),
    other: (await statuses(other)).map((status) => [
      status.status,
      status.first_image_id,
      status.last_image_id,
    ]),
    record: records.map(({ seed, streamVersions, columns }) => ({ seed, streamVersions, columns })),
    checksums: (await images.steps()).map(({ checksum, revision }) => [String(checksum), revision]),
  };
}

const UPGRADED = {
  images: [["complete", 300, 300]],
  other: [["interrupted", 1001, 1000]],
  record: [{ seed: "42", streamVersions: { caption: 1 }, columns: ["image_id"] }],
  checksums: [0, 1, 2].map((i) => [String(18446744073709551615n - BigInt(i)), 16777218]),
};

async function tablesOf(prefix: string): Promise<string[]> {
  const found = await select<{ name: string }>(
    client,
    "SELECT name FROM system.tables WHERE database = 'local' AND startsWith(name, {prefix:String}) ORDER BY name",
    { prefix },
  );
  return found.map(({ name }) => name.slice(prefix.length));
}

/** The client that fails at its n-th statement, before or after the server has carried it out. */
function failingAt(statement: number, after: boolean): { client: ClickHouseClient; reached: () => boolean } {
  let count = 0;
  const failing = new Proxy(client, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property);
      if (property !== "command") return typeof value === "function" ? value.bind(target) : value;
      return async (parameters: Parameters<ClickHouseClient["command"]>[0]) => {
        const fails = ++count === statement;
        if (fails && !after) throw new Error("killed");
        const answer = await target.command(parameters);
        if (fails) throw new Error("killed");
        return answer;
      };
    },
  });
  return { client: failing, reached: () => count >= statement };
}

describe("a ledger of the first version", () => {
  it("is upgraded with all that it says, and kept", async () => {
    const names = ledgerNames("whole");
    await makeOlderLedger(client, names);
    const tables = await readStateTables(client, DATABASE, names);
    expect(refusalOf(() => refuseOlderLedger(tables))).toMatchObject({
      code: "ledger-older",
      message: expect.stringMatching(/^The state table [^\n]*written by an older data-faker[^\n]*$/),
    });
    expect(await upgradeLedger(client, DATABASE, names, TARGET)).toMatch(/whole_runs_v1.*whole_steps_v1/);
    expect(await contents(names)).toEqual(UPGRADED);
    expect(await tablesOf("whole")).toEqual(["_runs", "_runs_v1", "_steps", "_steps_v1"]);
    const [kept] = await select<{ runs: string; steps: string }>(
      client,
      "SELECT (SELECT count() FROM whole_runs_v1 FINAL) AS runs, (SELECT count() FROM whole_steps_v1 FINAL) AS steps",
    );
    expect(kept).toEqual({ runs: "4", steps: "4" });
    refuseOlderLedger(await readStateTables(client, DATABASE, names));
    expect(await upgradeLedger(client, DATABASE, names, TARGET)).toBeUndefined();
    expect(await tablesOf("whole")).toHaveLength(4);
  });

  it("is upgraded by a second try, wherever the first one was killed", async () => {
    for (const after of [false, true]) {
      for (let statement = 1; ; statement++) {
        const prefix = `killed_${after}_${statement}`;
        const names = ledgerNames(prefix);
        await makeOlderLedger(client, names);
        const killed = failingAt(statement, after);
        const first = upgradeLedger(killed.client, DATABASE, names, TARGET);
        await first.catch((error: Error) => expect(error.message).toBe("killed"));
        expect(await findLedgers(client, DATABASE)).toContain(prefix);
        await upgradeLedger(client, DATABASE, names, TARGET);
        expect(await contents(names)).toEqual(UPGRADED);
        expect(await tablesOf(prefix)).toEqual(["_runs", "_runs_v1", "_steps", "_steps_v1"]);
        for (const table of ["runs", "runs_v1", "steps", "steps_v1"])
          await run(client, `DROP TABLE ${prefix}_${table} SYNC`);
        if (!killed.reached()) break;
        expect(statement).toBeLessThan(20);
      }
    }
  });

  it("is upgraded by three at once", async () => {
    const names = ledgerNames("together");
    await makeOlderLedger(client, names);
    await Promise.all([1, 2, 3].map(() => upgradeLedger(client, DATABASE, names, TARGET)));
    expect(await contents(names)).toEqual(UPGRADED);
  });

  it("is left alone while a run of the older version is, or may be, under way", async () => {
    const names = ledgerNames("busy");
    await makeOlderLedger(client, names, 5);
    await expect(upgradeLedger(client, DATABASE, names, TARGET)).rejects.toMatchObject({
      code: "run-under-way",
      message: expect.stringMatching(
        /^A run of an older data-faker into other is under way[^\n]*process 7 on host/,
      ),
    });
    expect(await tablesOf("busy")).toEqual(["_runs", "_steps"]);
  });

  it("is refused where its table may be one of two databases', and taken for the one that there is", async () => {
    const names = ledgerNames("unclear");
    await makeOlderLedger(client, names);
    await run(
      client,
      "CREATE DATABASE elsewhere",
      "CREATE TABLE elsewhere.images (image_id UInt64) ENGINE = MergeTree ORDER BY image_id",
      "CREATE TABLE local.images (image_id UInt64) ENGINE = MergeTree ORDER BY image_id",
    );
    const target = { database: "elsewhere", table: "images" };
    await expect(upgradeLedger(client, DATABASE, names, target)).rejects.toMatchObject({
      code: "ledger-older",
    });
    expect(await tablesOf("unclear")).toEqual(["_runs", "_steps"]);
    await run(client, "DROP TABLE local.images SYNC");
    await upgradeLedger(client, DATABASE, names, target);
    expect(await ledgerOf(names, "images", "elsewhere").steps()).toHaveLength(3);
    expect(await ledgerOf(names, "images").runs()).toEqual([]);
    await run(client, "DROP DATABASE elsewhere");
  });

  it("is not changed by what an owner of the older version still writes", async () => {
    const names = ledgerNames("stale");
    await makeOlderLedger(client, names);
    await upgradeLedger(client, DATABASE, names, TARGET);
    const before = await contents(names);
    const beat = {
      target_table: "images",
      epoch: 1,
      kind: "beat",
      owner: "owner",
      revision: 9,
      first_image_id: 1,
    };
    // Newer servers skip the fields that they do not know.
    await client.insert({ table: names.runs, values: [beat], format: "JSONEachRow" }).catch(() => {});
    expect(await contents(names)).toEqual(before);
  });
});

it("Moose leaves an older ledger as it is, and has nothing to change after the upgrade", async () => {
  const names = ledgerNames("data_faker");
  await makeOlderLedger(client, names);
  await run(client, createTableSql(imagesAnalytical, DATABASE));
  const project = await copyMooseProject([]);
  try {
    await withKeeperMapProxy(server.connection, async (proxied) => {
      expect(await project.plan(proxied)).toMatch(/^operations: \[\]$/m);
      await upgradeLedger(client, DATABASE, names, TARGET);
      expect(await project.plan(proxied)).toMatch(/^operations: \[\]$/m);
    });
    expect(await contents(names)).toEqual(UPGRADED);
  } finally {
    await project.remove();
  }
}, 300_000);
