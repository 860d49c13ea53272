import { ClickHouseEngines, getTables, OlapTable } from "@514labs/moose-lib";
import { Refusal } from "../../app/errors";
import "../../moose/index";
import { modelFromOlapTable } from "../../app/model/model-from-olap-table";
import { createTableSql } from "../../app/table/create-table";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { withKeeperMapProxy } from "../support/keeper-map-proxy";
import { copyMooseProject, type MooseProject } from "../support/moose-cli";
import { readModel, sql } from "../support/olap-insert";
import "../support/moose-tables";

const MINUTES = 60_000;

/** This project's tables and those of the support file: every import above has registered its own. */
const tables = [...getTables().values()];

let server: TestEmbedded;
let project: MooseProject;

beforeAll(async () => {
  server = await startTestEmbedded();
  project = await copyMooseProject(["tests/support/moose-tables.ts"]);
  for (const database of ["by_moose", "by_us"]) await sql(server.connection, `CREATE DATABASE ${database}`);
  for (const table of tables) await sql(server.connection, createTableSql(table, "by_us"));
  await withKeeperMapProxy({ ...server.connection, database: "by_moose" }, async (proxied) => {
    await project.plan(proxied);
    await project.migrate(proxied);
  });
}, 5 * MINUTES);
afterAll(async () => {
  await project.remove();
  await server.stop();
});

async function definition(database: string, table: string): Promise<string> {
  const text = await sql(server.connection, `SHOW CREATE TABLE ${database}.${table} FORMAT TSVRaw`);
  return text.replace(`${database}.`, "");
}

const names = tables.map((table) => table.generateTableName());

describe("createTableSql", () => {
  it("is compared for every table", () => {
    expect(names).toEqual(expect.arrayContaining(["images_analytical", "rich", "keyed", "aggregating_1_2"]));
  });

  it.each(names)("makes %s as Moose makes it", async (name) => {
    expect(await definition("by_us", name)).toBe(await definition("by_moose", name));
  });

  it(
    "leaves Moose nothing to change, but what it would change of its own tables",
    async () => {
      const planFor = (database: string) =>
        withKeeperMapProxy({ ...server.connection, database }, async (proxied) => {
          const plan = await project.plan(proxied);
          return plan.slice(plan.indexOf("operations:")).replaceAll(database, "");
        });
      const plan = await planFor("by_us");
      expect(plan).toBe(await planFor("by_moose"));
      expect(plan).not.toMatch(/CreateTable|DropTable/);
    },
    5 * MINUTES,
  );

  it("does nothing where the table exists", async () => {
    for (const table of tables) await sql(server.connection, createTableSql(table, "by_us"));
  });

  it("refuses what only Moose creates", () => {
    const [column] = tables[0]!.columnArray;
    const make = (name: string, config: object, columns = [column]) =>
      new (OlapTable as any)(name, config, {}, columns) as OlapTable<unknown>;
    const replicated = make("r1", { engine: ClickHouseEngines.ReplicatedMergeTree });
    const nested = make("r2", {}, [{ ...column!, data_type: { name: "x", columns: [], jwt: false } }]);
    const clustered = make("r3", { cluster: "c" });
    for (const table of [replicated, nested, clustered]) {
      expect(() => createTableSql(table, "local")).toThrow(Refusal);
    }
  });
});

describe("modelFromOlapTable", () => {
  it.each(names)("agrees with the server about %s", async (name) => {
    const table = tables.find((one) => one.generateTableName() === name)!;
    expect(modelFromOlapTable(table)).toEqual(
      await readModel({ ...server.connection, database: "by_moose" }, name),
    );
  });
});
