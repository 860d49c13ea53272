import type { TableSpec } from "../../app/domains/spec/table-spec";
import type { GivenSpec } from "../../app/domains/spec/given-spec";
import { createStateTables } from "../../app/ledger/create-state-tables";
import { parseRequest } from "../../app/request/parse-request";
import { verifyTable } from "../../app/run/check/verify-table";
import { intentOf } from "../../app/run/intent";
import { runFaker } from "../../app/run/run-faker";
import { thisHost } from "../../app/run/session/host";
import { openTable } from "../../app/run/session/meant-table";
import { otherTables } from "../../app/run/session/other-tables";
import { openServerSession, type ServerSession } from "../../app/run/session/server-session";
import { select } from "../../app/server/select";
import { readTableDefinition } from "../../app/table/target-table";
import { ledgerNames } from "../../datamodels/ledger-names";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { run } from "../support/test-client";

jest.setTimeout(120_000);

const TABLES = {
  customers: "id UUID, name String, favouriteOrderId UInt64",
  stores: "storeId String, city String",
  orders: "orderId UInt64, customerId UUID, storeId LowCardinality(String), parentOrderId Nullable(UInt64)",
  visits: "id UInt64, customer_id Nullable(UUID), store_id String, order_id UInt16",
} as const;
type Table = keyof typeof TABLES;

const NAMES = ledgerNames("shop");
let server: TestEmbedded;
let session: ServerSession;
beforeAll(async () => {
  server = await startTestEmbedded();
  session = await openServerSession(server.connection);
});
afterAll(async () => {
  await session?.close();
  await server?.stop();
});
beforeEach(async () => {
  for (const table of [...Object.keys(TABLES), NAMES.runs, NAMES.steps])
    await run(session.client, `DROP TABLE IF EXISTS ${table}`);
  for (const [table, columns] of Object.entries(TABLES))
    await run(session.client, `CREATE TABLE ${table} (${columns}) ORDER BY ${columns.split(" ")[0]}`);
  await createStateTables(session.client, "local", NAMES);
});

async function access(table: Table, given?: GivenSpec) {
  const name = { database: "local", table };
  const ledger = session.ledger(NAMES, name);
  const said = { ...session, ledger, given, others: otherTables({ ...session, ledger }) };
  const definition = (await readTableDefinition(session.client, name))!;
  return { ...said, ...thisHost("terminal"), table: await openTable(definition, said) };
}

async function fill(
  table: Table,
  flags: Readonly<Record<string, string | boolean>>,
  given?: GivenSpec,
): Promise<void> {
  const stop = new AbortController().signal;
  const request = parseRequest({ writer: "native", threads: "1", ...flags });
  await runFaker({ ...(await access(table, given)), stop, emit: () => {} }, intentOf(request));
}

async function ask(query: string): Promise<object> {
  return (await select<object>(session.client, query))[0]!;
}

async function specOf(table: Table): Promise<TableSpec> {
  return (await access(table)).table.domain.source as TableSpec;
}

const orphans = (table: Table, column: string, other: Table, key: string): Promise<object> =>
  ask(`SELECT countIf(${column} IS NOT NULL AND ${column} NOT IN (SELECT ${key} FROM ${other})) AS orphans,
    uniqExact(${column}) > 200 AS many FROM ${table}`);

it("columns that are keys of filled tables refer to their rows, moderately skewed", async () => {
  await fill("customers", { rows: "1000", seed: "c" });
  await fill("stores", { rows: "300" });
  await fill("orders", { rows: "5000" });
  expect((await specOf("orders")).columns).toMatchObject({
    customerId: { rule: "key of customers" },
    storeId: { rule: "key of stores" },
  });
  expect(await orphans("orders", "customerId", "customers", "id")).toEqual({ orphans: "0", many: 1 });
  expect(await orphans("orders", "storeId", "stores", "storeId")).toEqual({ orphans: "0", many: 1 });
  // Of 5,000 rows by Zipf's law of exponent 0.5 among 1,000, the first one has 5,000 / (2 * 1,000^0.5) or so.
  const { most } = (await ask(
    "SELECT max(n) AS most FROM (SELECT count() AS n FROM orders GROUP BY customerId)",
  )) as { most: string };
  expect(Number(most)).toBeGreaterThan(50);
  expect(Number(most)).toBeLessThan(120);
  await fill("visits", { rows: "2000" });
  expect(await orphans("visits", "customer_id", "customers", "id")).toEqual({ orphans: "0", many: 1 });
  expect((await verifyTable(await access("orders"))).findings).toEqual([]);
});

it("what a column refers to is decided when its run begins, and stays", async () => {
  const contents = "SELECT toString(sum(cityHash64(toString(tuple(*))))) AS hash FROM orders";
  await fill("orders", { rows: "1000", seed: "o" });
  await fill("orders", { rows: "2000" });
  const alone = await ask(contents);
  await fill("orders", { rows: "1000", seed: "o", reset: true });
  await fill("customers", { rows: "500" });
  await fill("orders", { rows: "2000" });
  expect(await ask(contents)).toEqual(alone);

  await fill("orders", { rows: "1000", seed: "o", reset: true });
  await fill("customers", { rows: "900" });
  await fill("stores", { rows: "10" });
  await fill("orders", { rows: "2000" });
  const { references, columns } = await specOf("orders");
  expect(references).toMatchObject({ customer: { rows: { rows: 500 } } });
  expect(columns.storeId!.rule).not.toBe("key of stores");
  expect((await verifyTable(await access("orders"))).findings).toEqual([]);
});

it("nothing is refused for it: tables without rows, or that refer back, or of more rows than fit, are none to refer to", async () => {
  await fill("orders", { rows: "100000" });
  await fill("customers", { rows: "100" });
  await fill("stores", { rows: "20" });
  await fill("visits", { rows: "1000" });
  // UInt16 can't hold the keys of 100,000 orders.
  expect((await specOf("visits")).columns.order_id!.rule).not.toBe("key of orders");
  await fill("orders", { rows: "100", reset: true });
  expect((await specOf("orders")).references).toMatchObject({
    customer: { rows: { rows: 100 } },
    store: { rows: { rows: 20 } },
  });
  await fill("customers", { rows: "100", reset: true });
  expect((await specOf("customers")).references).toBeUndefined();
});

it("what is said of a column holds, and a reference that nothing is left of is not kept", async () => {
  await fill("customers", { rows: "100" });
  await fill("orders", { rows: "100" }, { columns: { customerId: { kind: "identifier", form: "uuid" } } });
  const { references, columns } = await specOf("orders");
  expect(references).toBeUndefined();
  expect(columns.customerId!.rule).toBe("as given");
});
