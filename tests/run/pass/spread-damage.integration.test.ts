import fc from "fast-check";
import { Refusal } from "../../../app/errors";
import { select } from "../../../app/server/select";
import { quoteTable } from "../../../app/server/table-name";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { withLoggingProxy } from "../../support/logging-proxy";
import { openTableWithLedger, type TableWithLedger } from "../../support/table-with-ledger";

const ROWS = 10_000;
const BATCH = 2_000;
/** A row of somebody else that is in no step. */
const BEYOND = 3 * ROWS;

let server: TestEmbedded;
let table: TableWithLedger;
let name: string;
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server?.stop());
afterEach(() => table?.close());

async function open(rows: number, connection = server.connection): Promise<void> {
  table = await openTableWithLedger(connection);
  ({ table: name } = table.table.name);
  await table.fill(rows);
}

/** Number of rows, different ids, and a hash of the contents that counts copies, of rows that a condition selects. */
async function contents(where = "1"): Promise<unknown> {
  const [found] = await select(
    table.client,
    `SELECT count() AS n, uniqExact(image_id) AS ids, sum(cityHash64(toString(tuple(*)))) AS hash FROM ${quoteTable(table.table.name)} WHERE ${where}`,
  );
  return found;
}

/** What happens to rows of the run: a statement, and whether it makes rows that are not ours. */
interface Deed {
  readonly sql: (t: string) => string;
  readonly foreign: boolean;
}
const id = fc.integer({ min: 1, max: ROWS });
/** Some rows: all of a range, or a share of the rows of a range, spread. */
const rows = fc.tuple(id, id, fc.integer({ min: 1, max: 400 }), fc.nat(99)).map(([a, b, one, salt]) => {
  const range = `image_id BETWEEN ${Math.min(a, b)} AND ${Math.max(a, b)}`;
  return `${range} AND cityHash64(image_id, ${salt}) % ${one} = 0`;
});
const ours = fc.oneof(
  {
    weight: 3,
    arbitrary: rows.map((some): Deed => ({ sql: () => `DELETE FROM t WHERE ${some}`, foreign: false })),
  },
  rows.map((some): Deed => ({
    sql: (t) => `INSERT INTO t SELECT * FROM ${t} WHERE ${some} AND image_id <= ${ROWS}`,
    foreign: false,
  })),
);
const theirs = fc.oneof(
  id.map((row): Deed => ({
    sql: () => `ALTER TABLE t UPDATE author = 'somebody' WHERE image_id = ${row}`,
    foreign: true,
  })),
  id.map((row): Deed => ({ sql: () => `INSERT INTO t VALUES (${row}, 'somebody', 7, '')`, foreign: true })),
);
const deeds = (max: number) => fc.array(ours, { minLength: 1, maxLength: max });

describe("damage of any shape", () => {
  let whole: unknown;
  beforeEach(async () => {
    await open(ROWS);
    whole = await contents();
    await table.sql(`INSERT INTO t VALUES (${BEYOND}, 'somebody', 1, 'x')`);
  });

  /** A rerun, and whether it was refused. */
  const rerun = () =>
    table.fill(ROWS).then(
      () => false,
      (error: unknown) => {
        if (error instanceof Refusal && error.code === "foreign-rows") return true;
        throw error;
      },
    );
  const expectWhole = async () => {
    expect(await contents(`image_id <= ${ROWS}`)).toEqual(whole);
    expect(await contents(`image_id > ${ROWS}`)).toMatchObject({ n: "1" });
  };

  it("by rows that were deleted or copied is repaired exactly, or refused where a row is there thrice", async () => {
    await fc.assert(
      fc.asyncProperty(deeds(3), async (done) => {
        await table.sql(...done.map(({ sql }) => sql(name)));
        const before = await contents();
        const [{ most }] = (await select<{ most: string }>(
          table.client,
          `SELECT max(n) AS most FROM (SELECT count() AS n FROM ${name} GROUP BY image_id)`,
        )) as [{ most: string }];
        if (await rerun()) {
          expect(Number(most)).toBeGreaterThan(2);
          expect(await contents()).toEqual(before);
          await table.sql("TRUNCATE TABLE t", `INSERT INTO t VALUES (${BEYOND}, 'somebody', 1, 'x')`);
          await rerun();
        }
        await expectWhole();
      }),
      { numRuns: 5 },
    );
  });

  it("beside rows of others is repaired without touching them, or refused without touching anything", async () => {
    await fc.assert(
      fc.asyncProperty(deeds(2), theirs, async (done, other) => {
        await table.sql(...done.map(({ sql }) => sql(name)), other.sql(name));
        const before = await contents();
        const others = await contents("author = 'somebody'");
        if (await rerun()) expect(await contents()).toEqual(before);
        else expect(await contents(`author != 'somebody' AND image_id > ${ROWS}`)).toMatchObject({ n: "0" });
        expect(await contents("author = 'somebody'")).toEqual(others);
        await table.sql("TRUNCATE TABLE t", `INSERT INTO t VALUES (${BEYOND}, 'somebody', 1, 'x')`);
        await rerun();
        await expectWhole();
      }),
      { numRuns: 4 },
    );
  });

  it("is filled by a repair without touching any other row", async () => {
    await table.sql(
      "DELETE FROM t WHERE cityHash64(image_id) % 3 = 0",
      "ALTER TABLE t UPDATE author = 'somebody' WHERE image_id % 100 = 0",
    );
    const before = await contents("author = 'somebody'");
    await table.run({ kind: "repair" });
    expect(await contents(`image_id <= ${ROWS}`)).toMatchObject({ n: `${ROWS}`, ids: `${ROWS}` });
    expect(await contents("author = 'somebody'")).toEqual(before);
  });
});

describe("damage that is spread", () => {
  /** The statements that a repair of a third of `rows` rows sends about the table, by their first word. */
  async function statements(rows: number, repair: () => Promise<unknown>): Promise<Record<string, number>> {
    return withLoggingProxy(server.connection, async (proxied, log) => {
      await open(rows, proxied);
      const whole = await contents();
      await table.sql("DELETE FROM t WHERE image_id % 3 = 0");
      const before = log.length;
      await repair();
      const counts: Record<string, number> = {};
      for (const { query } of log.slice(before)) {
        if (!new RegExp(`\\b${name}\\b`).test(query)) continue;
        const word = /^\s*(\w+)/.exec(query)![1]!;
        counts[word] = (counts[word] ?? 0) + 1;
      }
      expect(await contents()).toEqual(whole);
      return counts;
    });
  }

  it.each([
    ["a rerun", (rows: number) => table.fill(rows)],
    ["verify --repair", () => table.run({ kind: "repair" })],
  ])(
    "costs %s one insert a batch, no removal, and as many queries however many steps differ",
    async (_, how) => {
      const few = await statements(2 * BATCH * 3, () => how(2 * BATCH * 3));
      await table.close();
      const many = await statements(10 * BATCH * 3, () => how(10 * BATCH * 3));
      expect(few).toEqual({ INSERT: 2, SELECT: few["SELECT"] });
      expect(many).toEqual({ INSERT: 10, SELECT: few["SELECT"] });
    },
  );
});
