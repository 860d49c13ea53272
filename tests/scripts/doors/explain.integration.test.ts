import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { openClient } from "../../../app/server/client";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";

const PROGRAM = path.resolve(__dirname, "../../../scripts/data-faker.js");

const ORDERS = `CREATE TABLE orders (
  id String,
  customer_id String,
  status LowCardinality(String) COMMENT 'Values: open, paid, shipped',
  net Decimal(10, 2), tax Decimal(10, 2), total Decimal(10, 2),
  ordered_at DateTime, paid_at Nullable(DateTime),
  shop_size UInt8 MATERIALIZED 1
) ENGINE = MergeTree PRIMARY KEY id ORDER BY id`;

describe("explain", () => {
  let embedded: TestEmbedded;
  let folder: string;
  beforeAll(async () => {
    embedded = await startTestEmbedded();
    folder = mkdtempSync(path.join(tmpdir(), "explain-"));
    const client = openClient(embedded.connection);
    await client.command({ query: ORDERS });
    await client.close();
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await embedded.stop();
  });

  async function call(...args: string[]): Promise<string> {
    const { host, port, database } = embedded.connection;
    const url = `http://panda@${host}:${port}/${database}`;
    const env = { ...process.env, DATA_FAKER_PASSWORD: "pandapass", NO_COLOR: "1" };
    const all = [PROGRAM, ...args, "--table", "orders", "--url", url];
    return (await promisify(execFile)(process.execPath, all, { cwd: folder, env })).stdout;
  }

  it("prints the rule and the generator of each column, and values", async () => {
    const printed = await call("explain");
    for (const said of [
      "the key: the row's number with a prefix and leading",
      "ord_000000000001",
      'comment "Values: open, paid, shipped"',
      "net + tax",
      "comes after ordered_at",
      "left to the server",
    ])
      expect(printed).toContain(said);
  });

  it("prints of one row what a preview has, and the streams", async () => {
    const printed = await call("explain", "--row", "1", "--seed", "7");
    const row = JSON.parse(await call("preview", "--rows", "1", "--format", "json", "--seed", "7")) as {
      customer_id: string;
      total: string;
    };
    expect(printed).toContain(row.customer_id);
    expect(printed).toContain(row.total);
    expect(printed).toMatch(/orders\/customer_id version \d+/);
  });

  it("writes a specification that changes nothing when it is given back", async () => {
    const file = path.join(folder, "orders.json");
    await call("explain", "--write-spec", file);
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
      columns: { total: { rule: "net + tax" } },
    });
    const rows = (...args: string[]): Promise<string> =>
      call("preview", "--rows", "5", "--format", "json", "--seed", "7", ...args);
    expect(await rows("--spec", file)).toBe(await rows());
  });
});
