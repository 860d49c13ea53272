import { faker } from "@faker-js/faker";
import path from "node:path";
import { OURS, renderAnyTable } from "../../../scripts/bench/any-table/any-table-report";
import { OTHERS } from "../../../scripts/bench/any-table/contenders";
import { FAKER_ROWS } from "../../../scripts/bench/any-table/faker-rows";
import { measureAnyTable } from "../../../scripts/bench/any-table/measure-any-table";
import { withShopProject } from "../../../scripts/bench/any-table/shop-project";
import { COMPARED_TABLES, SHOP_TABLES } from "../../../scripts/bench/any-table/shop-tables";

const MISSING = `file:${path.resolve("no-such-package")}`;

/** Without a registry: one tool from this repository's packages, and others that can't be installed. */
const PACKAGES = {
  faker: [`file:${path.dirname(require.resolve("@faker-js/faker/package.json"))}`],
  drizzle: [MISSING],
  pglite: [MISSING],
};

describe("the benchmark of any table", () => {
  it("has objects with the columns of the tables that they are inserted into", async () => {
    const ddl = await withShopProject(async (project) => project.ddl);
    expect(ddl).toHaveLength(SHOP_TABLES.length);
    for (const table of COMPARED_TABLES) {
      const created = ddl[SHOP_TABLES.indexOf(table)]!;
      const columns = [...created.matchAll(/^ {2}`(\w+)` /gm)].map(([, name]) => name);
      expect(Object.keys(FAKER_ROWS[table](faker, 1))).toEqual(columns);
    }
  }, 120_000);

  it("measures the shop once, in small, and goes on where a tool can't be installed", async () => {
    const size = {
      rounds: 1,
      rows: 600,
      slowRows: 10,
      blockRows: 200,
      batch: 100,
      longRuns: [{ parents: [], table: "customers" as const, at: [100, 400] }],
    };
    const report = await measureAnyTable(size, () => undefined, PACKAGES);
    expect(report.failures).toEqual([
      expect.stringMatching(/no-such-package could not be installed: npm [^\n]+$/),
    ]);
    for (const table of COMPARED_TABLES) {
      const names = report.loads.filter((one) => one.table === table).map(({ name }) => name);
      expect(names.sort()).toEqual([OURS.native, OURS.olap, OTHERS.random, OTHERS.faker].sort());
    }
    expect(report.makers.filter(({ name }) => name === OURS.encoded).map(({ table }) => table)).toEqual([
      ...SHOP_TABLES,
    ]);
    expect(report.longRuns).toMatchObject([{ table: "customers", round: { rows: 400 } }]);
    for (const { bytes } of report.longRuns[0]!.memory) expect(bytes).toBeGreaterThan(20_000_000);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(renderAnyTable(report, "here")).toContain("MB until 400 |");
  }, 600_000);
});
