import { createStateTables } from "../../../app/ledger/create-state-tables";
import type { GivenSpec } from "../../../app/domains/spec/given-spec";
import { parseRequest } from "../../../app/request/parse-request";
import { verifyTable } from "../../../app/run/check/verify-table";
import { intentOf } from "../../../app/run/intent";
import type { RunEvent } from "../../../app/run/run-event";
import { runFaker } from "../../../app/run/run-faker";
import { thisHost } from "../../../app/run/session/host";
import { openTable } from "../../../app/run/session/meant-table";
import { otherTables } from "../../../app/run/session/other-tables";
import { openServerSession, type ServerSession } from "../../../app/run/session/server-session";
import { select } from "../../../app/server/select";
import { readTableDefinition } from "../../../app/table/target-table";
import { ledgerNames } from "../../../datamodels/ledger-names";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { run } from "../../support/test-client";

/** Each test runs several runs, with a thread each. */
jest.setTimeout(120_000);

const NAME = { database: "local", table: "orders" };
const NAMES = ledgerNames("spec");
const amount = (min: number, max: number): GivenSpec => ({
  columns: { amount: { kind: "number", min, max } },
});

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
  const { client } = session;
  for (const table of [NAME.table, NAMES.runs, NAMES.steps])
    await run(client, `DROP TABLE IF EXISTS ${table}`);
  await run(
    client,
    "CREATE TABLE orders (orderId String, code UInt64, amount Int32, kind UInt8) ENGINE = MergeTree ORDER BY (orderId, code)",
  );
  await createStateTables(client, "local", NAMES);
});

async function access(given?: GivenSpec) {
  const { client, connection } = session;
  const ledger = session.ledger(NAMES, NAME);
  const definition = (await readTableDefinition(client, NAME))!;
  const said = { client, ledger, given, others: otherTables({ client, ledger }) };
  return { ...said, connection, table: await openTable(definition, said) };
}

async function fill(flags: Readonly<Record<string, string | true>>, given?: GivenSpec): Promise<void> {
  const stop = new AbortController().signal;
  const emit = (_: RunEvent) => {};
  await runFaker(
    { ...(await access(given)), ...thisHost("terminal"), stop, emit },
    intentOf(parseRequest(flags)),
  );
}

async function amounts(where = "1"): Promise<[count: number, least: number, most: number]> {
  const [found] = await select<{ n: string; least: number; most: number }>(
    session.client,
    `SELECT count() AS n, min(amount) AS least, max(amount) AS most FROM orders WHERE ${where}`,
  );
  return [Number(found!.n), found!.least, found!.most];
}

async function findings(): Promise<readonly object[]> {
  return (await verifyTable({ ...(await access()), ...thisHost("terminal") })).findings;
}

it("a run goes on by the ledger's specification where nothing is said, to the rows of one run", async () => {
  await fill({ rows: "600", seed: "s" }, amount(3, 5));
  const hash = "SELECT toString(sum(cityHash64(toString(tuple(*))))) AS hash FROM orders";
  const whole = await select(session.client, hash);
  await fill({ rows: "200", seed: "s", reset: true }, amount(3, 5));
  await fill({ rows: "600" });
  expect(await select(session.client, hash)).toEqual(whole);
  expect(await amounts()).toEqual([600, 3, 5]);
  expect(await findings()).toEqual([]);
});

it("what is said otherwise than the run was begun is refused, naming the columns; the ways out are ways out", async () => {
  await fill({ rows: "100" }, amount(3, 5));
  const refused = fill(
    { rows: "200" },
    { columns: { ...amount(3, 6).columns, kind: { kind: "boolean", share: 1 } } },
  );
  await expect(refused).rejects.toMatchObject({
    code: "spec-moved",
    fields: { columns: ["amount", "kind"] },
  });
  await expect(fill({ rows: "200" }, { key: "code" })).rejects.toMatchObject({ code: "spec-moved" });
  expect(await amounts()).toEqual([100, 3, 5]);

  await fill({ rows: "100", startImageId: "1001" }, amount(30, 32));
  expect(await amounts("amount >= 30")).toEqual([100, 30, 32]);
  expect(await findings()).toEqual([]);
  await fill({ rows: "150", startImageId: "1" });
  expect(await amounts("amount < 30")).toEqual([150, 3, 5]);

  await fill({ rows: "50", reset: true }, amount(7, 7));
  expect(await amounts()).toEqual([50, 7, 7]);
  expect(await findings()).toEqual([]);
});

it("a key that was said is kept, as is how its numbers stand there", async () => {
  await fill({ rows: "100" }, { key: "code" });
  await fill({ rows: "150" });
  const [found] = await select(
    session.client,
    "SELECT min(code) AS first, max(code) AS last, count() AS n FROM orders",
  );
  expect(found).toEqual({ first: "1", last: "150", n: "150" });
  await fill({ rows: "200" }, { key: "code" });
  expect(await findings()).toEqual([]);
});

it("a column that came since is filled from then on, as is said", async () => {
  await fill({ rows: "100" }, amount(3, 5));
  await run(session.client, "ALTER TABLE orders ADD COLUMN late UInt16");
  await fill({ rows: "200" }, { columns: { late: { kind: "number", min: 8, max: 9 } } });
  const [found] = await select(
    session.client,
    "SELECT countIf(late = 0) AS before, countIf(late IN (8, 9)) AS after FROM orders",
  );
  expect(found).toEqual({ before: "100", after: "100" });
  expect(await amounts()).toEqual([200, 3, 5]);
  expect(await findings()).toEqual([]);
});
