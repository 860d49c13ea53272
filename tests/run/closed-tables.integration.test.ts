import { intentOf } from "../../app/run/intent";
import { parseRequest } from "../../app/request/parse-request";
import { verifyTable } from "../../app/run/check/verify-table";
import { thisHost } from "../../app/run/session/host";
import { countRows } from "../../app/table/table-state";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { type Logged, type ServerAnswer, withLoggingProxy } from "../support/logging-proxy";
import { openTableWithLedger, type TableWithLedger } from "../support/table-with-ledger";

let server: TestEmbedded;
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server?.stop());

/** Open to everyone on every server. */
const OPEN = ["databases", "tables", "columns", "one", "settings"];
/** All that this package reads and that a server can close. */
const CLOSABLE = ["parts", "disks", "storage_policies", "processes", "mutations"];

/** As a server answers. */
function denied(grant: string): ServerAnswer {
  const text = `panda: Not enough privileges. To execute this query, it's necessary to have the grant ${grant}`;
  return { status: 403, code: 497, name: "ACCESS_DENIED", text };
}

/** A table on a server that closes system tables to the user. */
function withClosed(
  isClosed: (table: string) => boolean,
  work: (table: TableWithLedger, log: Logged[]) => Promise<void>,
): Promise<void> {
  const refuse = (statement: string) => {
    if (/^\s*SYSTEM\b/.test(statement)) return denied("SYSTEM FLUSH ASYNC INSERT QUEUE ON *.*");
    const closed = [...statement.matchAll(/\bsystem\.(\w+)/g)].map(([, name]) => name!).find(isClosed);
    return closed === undefined ? undefined : denied(`SELECT ON system.${closed}`);
  };
  return withLoggingProxy(
    server.connection,
    async (proxied, log) => {
      const table = await openTableWithLedger(proxied);
      try {
        await work(table, log);
      } finally {
        await table.close();
      }
    },
    refuse,
  );
}

function notices(events: Awaited<ReturnType<TableWithLedger["fill"]>>): string[] {
  return events.flatMap((event) =>
    event.kind === "notice" && event.message.includes("may not read") ? [event.message] : [],
  );
}

/** Everything that can be asked for, with both writers. */
async function doEverything(table: TableWithLedger): Promise<string[][]> {
  const { client, name } = { ...table, name: table.table.name };
  const told = [notices(await table.fill(10_000, { writer: "olap" }))];
  told.push(notices(await table.fill(20_000)));
  expect(await countRows(client, { name })).toBe(20_000);
  expect(await verifyTable({ ...table, ...thisHost("terminal") })).toMatchObject({ findings: [] });
  await table.sql("DELETE FROM t WHERE image_id IN (5, 11000)");
  told.push(notices(await table.run({ kind: "repair" })));
  expect(await countRows(client, { name })).toBe(20_000);
  const again = parseRequest({ rows: "2000", seed: "7", reset: true, writer: "native", threads: "1" });
  told.push(notices(await table.run(intentOf(again))));
  expect(await countRows(client, { name })).toBe(2_000);
  return told;
}

describe("system tables that the user may not read", () => {
  it.each(CLOSABLE)("%s: a run is complete, and one notice says what is not known", async (closed) => {
    await withClosed(
      (table) => table === closed,
      async (table) => {
        const told = notices(await table.fill(10_000));
        expect(told).toEqual([expect.stringMatching(`^this user may not read system\\.${closed}: `)]);
      },
    );
  });

  it("all that a server can close: everything works, and one notice names them", async () => {
    await withClosed(
      (table) => !OPEN.includes(table),
      async (table) => {
        for (const told of await doEverything(table)) {
          expect(told).toHaveLength(1);
          for (const closed of CLOSABLE) expect(told[0]).toContain(`system.${closed}`);
        }
      },
    );
  });

  it("are read by no other name", async () => {
    await withClosed(
      () => false,
      async (table, log) => {
        for (const told of await doEverything(table)) expect(told).toEqual([]);
        const read = log.flatMap(({ query }) =>
          [...query.matchAll(/\bsystem\.(\w+)/g)].map(([, name]) => name!),
        );
        expect([...new Set(read)].filter((name) => !OPEN.includes(name)).sort()).toEqual(
          [...CLOSABLE].sort(),
        );
      },
    );
  });
});
