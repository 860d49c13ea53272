import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { readQueryResults } from "../../../app/queries/query-results";
import { openClient } from "../../../app/server/client";
import { serviceProject } from "../../e2e/service-project";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { run } from "../../support/test-client";

const PROGRAM = path.resolve(__dirname, "../../../scripts/data-faker.js");
const HOSTILE = "it's <b>\\\"\t{x:String}";

/** It does not know of this package. */
const INDEX = `
import { type Key, OlapTable, sql } from "@514labs/moose-lib";
interface Order { orderId: Key<string>; "odd name": string; net: number }
export const orders = new OlapTable<Order>("orders");
const text = ${JSON.stringify(HOSTILE)};
const dear = sql.fragment\`\${orders.columns.net} > \${100}\`;
export const dearOrders = sql.statement\`SELECT throwIf(count() != 899) FROM \${orders} WHERE \${dear}\`;
export const oddOrders = sql\`SELECT throwIf(count() != 7) FROM \${orders} WHERE \${orders.columns["odd name"]} = \${text}\`;
export const anyNet = sql\`SELECT count() FROM \${orders} WHERE net = {net:Float64}\`;
export { dear };
console.log("noise");
`;

jest.setTimeout(180_000);

describe("queries that a project's code exports", () => {
  let embedded: TestEmbedded;
  let folder: string;
  let project: string;
  beforeAll(async () => {
    embedded = await startTestEmbedded();
    const client = openClient(embedded.connection);
    await run(
      client,
      "CREATE TABLE orders (orderId String, `odd name` String, net Float64) ENGINE = MergeTree ORDER BY orderId",
    );
    const values = Array.from({ length: 1_000 }, (_, net) => ({
      orderId: String(net),
      "odd name": net < 7 ? HOSTILE : "other",
      net,
    }));
    await client.insert({ table: "orders", values, format: "JSONEachRow" });
    await client.close();
    folder = mkdtempSync(path.join(tmpdir(), "exported-queries-"));
    project = await serviceProject(INDEX)(folder);
    mkdirSync(path.join(project, "queries"));
  });
  afterAll(async () => {
    await embedded.stop();
    rmSync(folder, { recursive: true });
  });

  function call(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const { host, port } = embedded.connection;
    const place = { MOOSE_CLICKHOUSE_CONFIG__HOST: host, MOOSE_CLICKHOUSE_CONFIG__HOST_PORT: String(port) };
    const env = { ...process.env, ...place, NO_COLOR: "1" };
    const all = [PROGRAM, "queries", "--table", "orders", "--runs", "3", ...args];
    return promisify(execFile)(process.execPath, all, { cwd: project, env }).then(
      ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
        code,
        out: stdout,
        err: stderr,
      }),
    );
  }
  const say = (file: string, text: string) => writeFileSync(path.join(project, file), text);

  it("are measured beside those of files, with the values that the code has put in", async () => {
    say("queries/all.sql", "SELECT count() FROM orders");
    const { code, out, err } = await call();
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("Measuring 4 queries");
    const [size] = readQueryResults(path.join(project, ".data-faker/queries/local.orders.json")).sizes;
    expect(size!.queries.map(({ name, runs, error }) => [name, runs, error])).toEqual([
      ["all", 3, null],
      ["dearOrders", 3, null],
      ["oddOrders", 3, null],
      ["anyNet", 3, null],
    ]);
  });

  it("two of one name are refused, and with --queries the code is not asked", async () => {
    say("queries/anyNet.sql", "SELECT 1");
    expect(await call()).toMatchObject({
      code: 2,
      out: "",
      err: 'app/index.ts: there are two queries named "anyNet"\n',
    });
    const { out } = await call("--queries", "queries/anyNet.sql");
    expect(out).toContain("Measuring 1 query ");
    rmSync(path.join(project, "queries/anyNet.sql"));
  });

  it("are left out where the code can't be loaded, in a line, unless there are no others", async () => {
    say("app/index.ts", `${INDEX}\nthrow new Error("no such thing");`);
    const noted = await call();
    expect([noted.code, noted.err]).toEqual([
      0,
      "note: The project's code (app/index.ts), which may export queries, can't be loaded: no such thing; correct that, or name a file or a folder of queries with --queries; what it exports is left out\n",
    ]);
    expect(noted.out).toContain("Measuring 1 query ");
    rmSync(path.join(project, "queries/all.sql"));
    expect(await call()).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringMatching(/^The project's code .*can't be loaded: no such thing; correct that/),
    });
  });
});
