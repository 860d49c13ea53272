import { execFile } from "node:child_process";
import { cp } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { select } from "../../app/server/select";
import { npmEnvironment, OFFLINE } from "../support/npm-environment";
import { packInto, unpack } from "../support/packed";
import { describeWithStack } from "./describe-with-stack";
import { linkPackages } from "./link-packages";
import { MooseStack } from "./moose-stack";

const REPOSITORY = process.cwd();

/**
 * The example as the documentation has it installed: from the package's archive, in a clone. Where no registry can be
 * reached, its other packages are this repository's.
 */
async function installShop(folder: string): Promise<string> {
  const project = path.join(folder, "examples/shop");
  const notInstalled = (file: string) =>
    !/node_modules|\.moose|\.data-faker/.test(path.relative(REPOSITORY, file));
  for (const part of ["examples/shop", "packages/kafka-stub"])
    await cp(path.join(REPOSITORY, part), path.join(folder, part), { recursive: true, filter: notInstalled });
  const archive = await packInto(folder);
  try {
    await promisify(execFile)("npm", ["install", "--prefer-offline"], {
      cwd: project,
      env: npmEnvironment(),
    });
  } catch (error) {
    if (process.env.REQUIRE_E2E || !OFFLINE.test((error as Error).message)) throw error;
    console.warn("the packages' registry cannot be reached: the example has this repository's packages");
    const modules = path.join(project, "node_modules");
    await linkPackages(modules);
    await unpack(archive, path.join(modules, "data-faker"));
  }
  return project;
}

/** Each counts what must not be there. */
const WRONG: Readonly<Record<string, string>> = {
  "sessions without their customer":
    "FROM sessions WHERE customerId NOT IN (SELECT customerId FROM customers)",
  "orders without their customer": "FROM orders WHERE customerId NOT IN (SELECT customerId FROM customers)",
  "events without their session": "FROM events WHERE sessionId NOT IN (SELECT sessionId FROM sessions)",
  "items without their order": "FROM order_items WHERE orderId NOT IN (SELECT orderId FROM orders)",
  "products that are none":
    "FROM order_items WHERE productId NOT IN (SELECT productId FROM products) OR productId = 0",
  "orders in another country than their customer":
    "FROM orders AS o INNER JOIN customers AS c USING customerId WHERE o.country != c.country",
  "orders whose total is not the sum of their items": `FROM orders AS o
    INNER JOIN (SELECT orderId, count() AS n, sum(amount) AS total FROM order_items GROUP BY orderId) AS i USING orderId
    WHERE o.total != i.total OR o.itemCount != i.n`,
  "items of another price than their product":
    "FROM order_items AS i INNER JOIN products AS p USING productId WHERE i.unitPrice != p.price",
  "events outside of their session": `FROM events AS e INNER JOIN sessions AS s USING sessionId
    WHERE e.at < s.startedAt OR e.at > s.endedAt`,
  "sessions with another number of events": `FROM sessions AS s
    LEFT JOIN (SELECT sessionId, count() AS n, max(position) AS last FROM events GROUP BY sessionId) AS e USING sessionId
    WHERE s.eventCount != e.n OR s.eventCount != e.last`,
  "orders before their customer was": `FROM orders AS o INNER JOIN customers AS c USING customerId
    WHERE o.orderedAt < c.createdAt OR o.paidAt < o.orderedAt`,
};

describeWithStack("the shop", () => {
  let stack: MooseStack;
  beforeAll(async () => {
    stack = await MooseStack.start({}, installShop);
  });
  afterAll(() => stack?.stop());

  it("is filled by one workflow, table after table, and what was declared holds across all of them", async () => {
    const state = await stack.end(await stack.run("fake-all", { seed: "shop", writer: "native" }));
    expect({ status: state.status, failure: state.failure }).toMatchObject({ status: "COMPLETED" });
    const [sizes] = await select<Record<string, string>>(
      stack.client,
      ["customers", "products", "sessions", "events", "orders", "order_items"]
        .map((table) => `(SELECT count() FROM ${table}) AS ${table}`)
        .reduce((query, column, i) => `${query}${i > 0 ? "," : ""} ${column}`, "SELECT"),
    );
    expect(sizes).toMatchObject({ customers: "20000", products: "2000" });
    for (const table of ["sessions", "events", "orders", "order_items"])
      expect(Number(sizes![table])).toBeGreaterThan(20_000);
    for (const [what, query] of Object.entries(WRONG)) {
      const [found] = await select<{ n: string }>(stack.client, `SELECT count() AS n ${query}`);
      expect({ [what]: found!.n }).toEqual({ [what]: "0" });
    }
    // The terminal makes the same rows: of children, of totals of them, and of what refers to both.
    for (const table of ["orders", "order_items", "products"]) {
      const hash = `SELECT count() AS n, toString(sum(cityHash64(toString(tuple(*))))) AS hash FROM ${table}`;
      const before = await select(stack.client, hash);
      const seed = table === "products" ? ["--seed", "shop"] : [];
      const flags = ["--table", table, "--reset", "--writer", "native", ...seed];
      expect(await stack.terminal(...flags).end).toMatchObject({ code: 0 });
      expect(await select(stack.client, hash)).toEqual(before);
    }
  });

  it("its installed command line goes on with what the workflow has begun", async () => {
    const faker = async (...flags: string[]) => (await stack.exec("npx", "data-faker", ...flags)).stdout;
    expect(await faker("status", "--table", "orders")).toMatch(/complete/);
    expect(await faker("--table", "products", "--rows", "2500")).toMatch(
      /rows inserted +2,500 of 2,500 \(500 of them now\)/,
    );
    expect(await faker("verify", "--table", "products")).toContain("All is well: all 2,500 rows");
  });
});
