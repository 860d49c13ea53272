import type { GivenSpec } from "../../app/domains/spec/given-spec";
import { createStateTables } from "../../app/ledger/create-state-tables";
import { parseRequest } from "../../app/request/parse-request";
import { intentOf, type Intent } from "../../app/run/intent";
import type { RunEvent } from "../../app/run/run-event";
import { runFaker } from "../../app/run/run-faker";
import { thisHost } from "../../app/run/session/host";
import { openTable } from "../../app/run/session/meant-table";
import { otherTables } from "../../app/run/session/other-tables";
import { openServerSession, type ServerSession } from "../../app/run/session/server-session";
import { select } from "../../app/server/select";
import { readTableDefinition } from "../../app/table/target-table";
import { ledgerNames } from "../../datamodels/ledger-names";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";

const TABLES = {
  customers: "customerId UInt64, country LowCardinality(String)",
  products: "productId UInt32, price Decimal(9, 2)",
  orders: "orderId UInt64, customerId UInt64, country String, itemCount UInt16, total Decimal(18, 2)",
  items: "itemId UInt64, orderId UInt64, line UInt8, productId UInt32, amount Decimal(9, 2), country String",
} as const;
type Table = keyof typeof TABLES;

const GIVEN: Readonly<Record<Table, GivenSpec>> = {
  customers: { columns: { country: { kind: "choice", values: ["de", "fr", "jp"] } } },
  products: { columns: { price: { kind: "number", min: 1, max: 50, scale: 2 } } },
  orders: {
    references: { customer: { table: "customers", children: { min: 0, max: 6 } } },
    children: { items: { table: "items" } },
    columns: {
      customerId: { kind: "reference", to: "customer" },
      country: { kind: "reference", to: "customer", column: "country" },
      itemCount: { kind: "total", of: "items" },
      total: { kind: "total", of: "items", column: "amount" },
    },
  },
  items: {
    references: {
      order: { table: "orders", children: { min: 1, max: 9, skew: { zipf: 1 } } },
      product: { table: "products" },
    },
    columns: {
      orderId: { kind: "reference", to: "order" },
      line: { kind: "ordinal" },
      productId: { kind: "reference", to: "product" },
      amount: { kind: "reference", to: "product", column: "price" },
      country: { kind: "reference", to: "order", column: "country" },
    },
  },
};

let server: TestEmbedded;
let session: ServerSession;
const names = ledgerNames("shop");

beforeAll(async () => {
  server = await startTestEmbedded();
  session = await openServerSession(server.connection);
  await createStateTables(session.client, server.connection.database, names);
  for (const [table, columns] of Object.entries(TABLES)) {
    const key = columns.slice(0, columns.indexOf(" "));
    await session.client.command({ query: `CREATE TABLE ${table} (${columns}) ORDER BY ${key}` });
  }
});

afterAll(async () => {
  await session.close();
  await server.stop();
});

function fill(table: Table, flags: Readonly<Record<string, string | boolean>> = {}): Promise<void> {
  return run(table, intentOf(parseRequest({ writer: "native", threads: "1", ...flags })));
}

/** @param stopAt how many rows the run is stopped at; default: never */
async function run(
  table: Table,
  intent: Intent,
  stopAt = Infinity,
  ledger = session.ledger(names, { database: session.connection.database, table }),
): Promise<void> {
  const name = ledger.target;
  const given = GIVEN[table];
  const definition = (await readTableDefinition(session.client, name))!;
  const declared = (other: string) => ({ given: GIVEN[other as Table], schemas: {} });
  const said = {
    ...session,
    ledger,
    given,
    others: otherTables({ ...session, ledger, declared }),
  };
  const access = { ...said, table: await openTable(definition, said) };
  const stop = new AbortController();
  const emit = (event: RunEvent): void => {
    if (event.kind === "progress" && event.progress.rowsInserted >= stopAt) stop.abort("for a test");
  };
  await runFaker({ ...access, ...thisHost("terminal"), stop: stop.signal, emit }, intent);
}

const WRONG_TOTALS = `SELECT count() AS wrong FROM orders AS o
  LEFT JOIN (SELECT orderId, count() AS n, sum(amount) AS total FROM items GROUP BY orderId) AS i ON i.orderId = o.orderId
  WHERE o.itemCount != i.n OR o.total != i.total`;

async function ask(query: string): Promise<object> {
  return (await select<object>(session.client, query))[0]!;
}

test("tables are filled in the order of their references, and joins over them give what was declared", async () => {
  await expect(fill("orders")).rejects.toMatchObject({
    code: "reference-missing",
    fields: { table: "customers" },
  });
  await fill("customers", { rows: "5000", seed: "shop" });
  await fill("products", { rows: "300" });
  await fill("orders");
  await fill("items");
  expect(
    await ask(`SELECT (SELECT count() FROM orders) AS orders, count() AS items, uniqExact(itemId) AS ids,
        countIf(o.orderId = 0) AS orphans, countIf(o.country != i.country) AS elsewhere,
        countIf(p.price != i.amount) AS otherwisePriced
      FROM items AS i LEFT JOIN orders AS o ON o.orderId = i.orderId LEFT JOIN products AS p ON p.productId = i.productId`),
  ).toMatchObject({ orphans: "0", elsewhere: "0", otherwisePriced: "0" });
  expect(await ask(WRONG_TOTALS)).toEqual({ wrong: "0" });
  expect(
    await ask(`SELECT count() AS wrong FROM orders AS o LEFT JOIN customers AS c ON c.customerId = o.customerId
      WHERE c.country != o.country OR c.customerId = 0`),
  ).toEqual({ wrong: "0" });
});

test("parents and children from row numbers beyond 2^32 on; where a column can't hold the parents' numbers, none", async () => {
  const ledgers = ledgerNames("beyond");
  await createStateTables(session.client, server.connection.database, ledgers);
  const [customers, products, orders] = ["customers", "products", "orders"].map((table) =>
    session.ledger(ledgers, { database: session.connection.database, table }),
  );
  const asked = (flags: object) => intentOf(parseRequest({ writer: "native", threads: "1", ...flags }));
  await run("customers", asked({ rows: "3000", startImageId: "4294967000", seed: "b" }), Infinity, customers);
  await run("products", asked({ rows: "10", startImageId: "1000" }), Infinity, products);
  const model = "ALTER TABLE orders MODIFY COLUMN customerId";
  await session.client.command({ query: `${model} UInt32` });
  await expect(run("orders", asked({}), Infinity, orders)).rejects.toMatchObject({
    code: "ids-too-large",
    fields: { column: "customerId", last: 4_294_969_999 },
  });
  await session.client.command({ query: `${model} UInt64` });
  const before = await ask("SELECT count() AS rows FROM orders");
  await run("orders", asked({}), Infinity, orders);
  expect(await ask("SELECT count() AS rows FROM orders")).not.toEqual(before);
  expect(
    await ask(`SELECT toString(min(o.customerId)) AS first, countIf(c.country != o.country OR c.customerId = 0) AS wrong,
        uniqExact(o.customerId) > 2000 AS many, min(o.orderId) > 4294967296 AS beyond
      FROM orders AS o LEFT JOIN customers AS c ON c.customerId = o.customerId WHERE o.customerId >= 4294967000`),
  ).toMatchObject({ wrong: "0", many: 1, beyond: 1 });
  await session.client.command({ query: "DELETE FROM orders WHERE customerId >= 4294967000" });
  await session.client.command({ query: "DELETE FROM customers WHERE customerId >= 4294967000" });
  await session.client.command({ query: "DELETE FROM products WHERE productId >= 1000" });
});

test("children go on after their parents have grown, and other requests are refused", async () => {
  const before = (await ask("SELECT count() AS rows FROM orders")) as { rows: string };
  await expect(fill("orders", { rows: "1M" })).rejects.toMatchObject({ code: "too-few-parents" });
  await expect(fill("orders", { seed: "other" })).rejects.toMatchObject({ code: "other-seed" });
  await fill("customers", { rows: "8000" });
  await fill("orders");
  await fill("items");
  const after = (await ask("SELECT count() AS rows, max(customerId) AS last FROM orders")) as typeof before;
  expect(Number(after.rows)).toBeGreaterThan(Number(before.rows) * 1.5);
  expect(await ask(WRONG_TOTALS)).toEqual({ wrong: "0" });
});

test("children are the same rows after a stop, a removal and a repair", async () => {
  const contents = "SELECT count() AS rows, toString(sum(cityHash64(toString(tuple(*))))) AS hash FROM items";
  const before = await ask(contents);
  const request = parseRequest({ writer: "native", threads: "1", batchSize: "2000", reset: true });
  await run("items", intentOf(request), 10_000);
  expect(Number(((await ask(contents)) as { rows: string }).rows)).toBeLessThan(
    Number((before as { rows: string }).rows),
  );
  await fill("items");
  expect(await ask(contents)).toEqual(before);
  await session.client.command({
    query: "DELETE FROM items WHERE itemId % 1000 = 7 OR itemId BETWEEN 3000 AND 4000",
    clickhouse_settings: { wait_end_of_query: 1 },
  });
  await run("items", { kind: "repair" });
  expect(await ask(contents)).toEqual(before);
});

test("what a run needs of other tables' runs is read once", async () => {
  const ledger = session.ledger(names, { database: session.connection.database, table: "items" });
  const asked = jest.spyOn(ledger, "ofTable");
  await run("items", intentOf(parseRequest({ writer: "native", threads: "1" })), Infinity, ledger);
  const tables = asked.mock.calls.map(([table]) => table);
  expect(tables).toContain("orders");
  expect(new Set(tables).size).toBe(tables.length);
});
