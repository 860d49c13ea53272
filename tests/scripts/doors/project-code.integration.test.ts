import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { ClickHouseClient } from "@clickhouse/client";
import { openClient } from "../../../app/server/client";
import { select } from "../../../app/server/select";
import { serviceProject } from "../../e2e/service-project";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { freePorts } from "../../support/free-ports";

const PROGRAM = path.resolve(__dirname, "../../../scripts/data-faker.js");

/** Two related tables; it makes noise, and leaves something open that keeps its process alive. */
const INDEX = `
import { dataFaker } from "data-faker";
import { type DateTime, type Key, OlapTable } from "@514labs/moose-lib";
interface Customer { customerId: Key<string>; country: string; kind: "a" | "b"; note: string }
export const customers = new OlapTable<Customer>("customers");
interface Order { orderId: Key<string>; customerId: string; country: string; net: number; at: DateTime }
export const orders = new OlapTable<Order>("orders");
interface Plain { id: Key<string>; net: number }
export const plain = new OlapTable<Plain>("plain");
console.log("noise on standard output");
console.error("noise on standard error");
setInterval(() => {}, 1000);
export const customerFaker = dataFaker({
  table: customers,
  defaultRows: 300,
  skipColumns: ["note"],
  columns: (c) => ({ country: c.weighted({ XX: 1, YY: 1 }) }),
});
export const orderFaker = dataFaker({
  table: orders,
  references: { customer: { to: customerFaker, children: { min: 1, max: 3 } } },
  columns: (c) => ({
    customerId: c.reference("customer", "customerId"),
    country: c.reference("customer", "country"),
    net: c.integer(7, 9),
  }),
});
`;

const TABLES = [
  "customers (customerId String, country String, kind String, note String DEFAULT 'left') ENGINE = MergeTree ORDER BY customerId",
  "orders (orderId String, customerId String, country String, net Float64, at DateTime) ENGINE = MergeTree ORDER BY orderId",
  "plain (id String, net Float64) ENGINE = MergeTree ORDER BY id",
];

jest.setTimeout(300_000);

describe("the terminal in a project whose code declares rows", () => {
  let embedded: TestEmbedded;
  let client: ClickHouseClient;
  let folder: string;
  let project: string;
  beforeAll(async () => {
    embedded = await startTestEmbedded();
    client = openClient(embedded.connection);
    folder = mkdtempSync(path.join(tmpdir(), "project-code-"));
    project = await serviceProject(INDEX)(folder);
  });
  beforeEach(async () => {
    const state = ["data_faker_runs", "data_faker_steps"].map((name) => `TABLE IF EXISTS ${name}`);
    for (const name of [
      ...state,
      ...["customers", "orders", "plain"].map((table) => `TABLE IF EXISTS ${table}`),
    ])
      await client.command({ query: `DROP ${name} SYNC` });
    for (const table of TABLES) await client.command({ query: `CREATE TABLE ${table}` });
    say(INDEX);
  });
  afterAll(async () => {
    await client.close();
    await embedded.stop();
    rmSync(folder, { recursive: true });
  });

  /** Leaves a file alone that says so already: what was made of it stays of use. */
  function say(index: string): void {
    const file = path.join(project, "app/index.ts");
    if (readFileSync(file, "utf8") !== index) writeFileSync(file, index);
  }
  function start(...args: string[]): Promise<{ stdout: string; stderr: string }> {
    const { host, port } = embedded.connection;
    const place = { MOOSE_CLICKHOUSE_CONFIG__HOST: host, MOOSE_CLICKHOUSE_CONFIG__HOST_PORT: String(port) };
    const env = { ...process.env, ...place, NO_COLOR: "1" };
    return promisify(execFile)(process.execPath, [PROGRAM, ...args], { cwd: project, env });
  }
  /** A run. */
  function call(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    return start(...args, "--writer", "native").then(
      ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
        code,
        out: stdout,
        err: stderr,
      }),
    );
  }
  const look = async (...args: string[]) => (await start(...args)).stdout;
  async function only<T>(query: string): Promise<T> {
    return (await select<T>(client, query))[0]!;
  }
  const count = async (table: string) => (await only<{ n: string }>(`SELECT count() AS n FROM ${table}`)).n;
  function compile(): Promise<unknown> {
    const compiler = path.join(project, "node_modules/@514labs/moose-lib/dist/moose-tspc.js");
    return promisify(execFile)(process.execPath, [compiler], { cwd: project });
  }

  it("makes the rows that the code declares, as many as it says, and children of them", async () => {
    const customers = await call("--table", "customers", "--seed", "s");
    expect([customers.code, customers.err]).toEqual([0, ""]);
    expect(customers.out).toContain("The rows of customers are declared in app/index.ts");
    expect(customers.out).not.toContain("noise");
    expect(
      await only(
        `SELECT count() AS n, arraySort(groupUniqArray(country)) AS countries, arraySort(groupUniqArray(kind)) AS kinds,
          groupUniqArray(note) AS notes FROM customers`,
      ),
    ).toEqual({ n: "300", countries: ["XX", "YY"], kinds: ["a", "b"], notes: ["left"] });
    await compile();
    expect((await call("--table", "orders")).err).toBe("");
    expect(
      await only(
        `SELECT count() >= 300 AS many, uniqExact(customerId) AS customers, min(net) AS least, max(net) AS most,
          countIf((customerId, country) NOT IN (SELECT customerId, country FROM customers)) AS strangers FROM orders`,
      ),
    ).toEqual({ many: 1, customers: "300", least: 7, most: 9, strangers: "0" });
    const [row] = (await look("preview", "--rows", "1", "--format", "json", "--table", "orders")).split("\n");
    expect(await count(`orders WHERE orderId = '${(JSON.parse(row!) as { orderId: string }).orderId}'`)).toBe(
      "1",
    );
    expect(await look("explain", "--table", "orders")).toMatch(/declared in the\s/);
    expect(await look("verify", "--table", "orders")).toContain("All is well");
    // Nothing is declared of this one.
    expect((await call("--table", "plain", "--rows", "10")).out).not.toContain("declared");
    expect(await count("plain")).toBe("10");
  });

  it("shows rows without a server as the first runs have them, and why", async () => {
    const asked = ["--table", "orders", "--seed", "s", "--rows", "40", "--format", "json"];
    const rowsOf = async (port: number) => {
      const { host } = embedded.connection;
      const place = { MOOSE_CLICKHOUSE_CONFIG__HOST: host, MOOSE_CLICKHOUSE_CONFIG__HOST_PORT: String(port) };
      return promisify(execFile)(process.execPath, [PROGRAM, "preview", ...asked], {
        cwd: project,
        env: { ...process.env, ...place },
      });
    };
    const declared = await rowsOf((await freePorts(1))[0]!);
    expect(declared.stderr).toMatch(
      /^note: the first rows as app\/index.ts declares them; Cannot connect .*\n$/,
    );
    await client.command({ query: "DROP TABLE orders SYNC" });
    const missing = await rowsOf(embedded.connection.port);
    expect(missing.stderr).toContain("has no table local.orders");
    expect(missing.stdout).toBe(declared.stdout);
    await client.command({ query: `CREATE TABLE ${TABLES[1]}` });
    await call("--table", "customers", "--seed", "s");
    await call("--table", "orders");
    const filled = await rowsOf(embedded.connection.port);
    expect(filled.stderr).toBe("");
    expect(declared.stdout).toBe(filled.stdout);
    await expect(look("preview", "--table", "others")).rejects.toMatchObject({
      stderr: expect.stringMatching(/^ClickHouse at .* has no table local.others: create it/),
    });
    await client.command({ query: "DROP TABLE customers SYNC" });
    expect(await look("explain", "--table", "customers")).toMatch(/declared in the\s/);
  });

  it("prints the statement of a declared table", async () => {
    const printed = await look("ddl", "--table", "customers");
    expect(printed).toMatch(/^CREATE TABLE IF NOT EXISTS `local`\.`customers`/);
    expect(printed).toContain("`local`.`data_faker_runs`");
    const replicated = await look("ddl", "--table", "customers", "--cluster", "photos");
    expect(replicated).toMatch(/^CREATE TABLE IF NOT EXISTS `local`\.`customers` ON CLUSTER `photos`\n/);
    expect(replicated.match(/ ON CLUSTER `photos`$/gm)).toHaveLength(3);
    expect(replicated.match(/^ENGINE = Replicated/gm)).toHaveLength(3);
    await expect(look("ddl", "--cluster", "a:8123,b:8123")).rejects.toMatchObject({
      stderr: expect.stringMatching(/^ddl: tables are created on a cluster that its servers know by name/),
    });
    await client.command({ query: "DROP TABLE customers SYNC" });
    await client.command({ query: printed.split(";")[0]! });
    expect((await call("--table", "customers", "--rows", "5")).err).toBe("");
    await expect(look("ddl", "--table", "others")).rejects.toMatchObject({
      stderr: 'ddl: app/index.ts declares no table "others": it declares customers, orders, plain\n',
    });
  });

  it("refuses to go on with other rows, and makes none where the code can't be loaded", async () => {
    expect((await call("--table", "customers", "--rows", "100")).code).toBe(0);
    say(INDEX.replace("XX: 1", "ZZ: 1"));
    expect(await call("--table", "customers", "--rows", "200")).toMatchObject({
      code: 2,
      err: expect.stringContaining('other generators of "country"'),
    });
    say(INDEX.replace("XX: 1", 'XX: "one"'));
    const refused = await call("--table", "plain", "--rows", "10");
    expect(refused).toMatchObject({
      code: 2,
      err: expect.stringMatching(
        /^The project's code \(app\/index.ts\), .* can't be loaded: app\/index.ts\(\d+,\d+\): error TS2322: .*--spec\n$/,
      ),
    });
    expect(await count("plain")).toBe("0");
    // The ledger knows what the rows of this run are.
    const goesOn = await call("--table", "customers", "--rows", "200");
    expect([goesOn.code, goesOn.err]).toEqual([0, ""]);
    expect(goesOn.out).toMatch(/note: The project's code .*; the run goes on as the ledger has it/);
    expect(await count("customers WHERE country IN ('XX', 'YY')")).toBe("200");
    say(`${INDEX}\nthrow new Error("no such thing");`);
    expect((await call("--table", "plain", "--rows", "10")).err).toContain("can't be loaded: no such thing");
  });

  it("takes a file's word before the code's, and needs no code where the file says everything", async () => {
    const file = path.join(folder, "spec.json");
    const spec = { columns: { country: { kind: "constant", value: "QQ" } } };
    writeFileSync(file, JSON.stringify(spec));
    await call("--table", "customers", "--rows", "50", "--spec", file);
    expect(
      await only(
        "SELECT groupUniqArray(country) AS countries, arraySort(groupUniqArray(kind)) AS kinds FROM customers",
      ),
    ).toEqual({ countries: ["QQ"], kinds: ["a", "b"] });
    const whole = { key: "id", columns: { net: { kind: "constant", value: 3 } } };
    writeFileSync(file, JSON.stringify(whole));
    say(`${INDEX}\nthis is no code`);
    expect((await call("--table", "plain", "--rows", "20", "--spec", file)).err).toBe("");
    expect(await count("plain WHERE net = 3")).toBe("20");
  });
});
