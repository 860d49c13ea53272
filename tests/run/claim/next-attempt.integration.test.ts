import { EnvironmentFailure } from "../../../app/errors";
import { thisOwner } from "../../../app/run/claim/this-owner";
import { claimFacts } from "../../../app/run/claim/claim-facts";
import { systemClock } from "../../../app/run/claim/clock";
import { takeClaim } from "../../../app/run/claim/take-claim";
import { unreleased } from "../../../app/ledger/holder";
import { select } from "../../../app/server/select";
import { serverNow } from "../../../app/server/server-facts";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { openTableWithLedger, type TableWithLedger } from "../../support/table-with-ledger";

const ROWS = 10_000;
const SETTINGS = { seed: "s", firstRow: 1, targetRows: 10, batchSize: 10, checkpointInterval: 1 };

let server: TestEmbedded;
let table: TableWithLedger;
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server?.stop());
beforeEach(async () => {
  table = await openTableWithLedger(server.connection);
});
afterEach(() => table?.close());

const claim = (ownerId: string) =>
  takeClaim(
    table.ledger,
    thisOwner("workflow", ownerId),
    systemClock,
    claimFacts("fill", table.table, "r", SETTINGS),
    () => serverNow(table.client),
  );

describe("the next attempt in the same process", () => {
  it("goes on at once where the last one failed, though its claim has a fresh beat", async () => {
    await table.sql("ALTER TABLE t ADD CONSTRAINT none CHECK image_id = 0");
    await expect(table.fill(ROWS)).rejects.toBeInstanceOf(EnvironmentFailure);
    expect(unreleased(await table.ledger.runs())).toBeDefined();
    await table.sql("ALTER TABLE t DROP CONSTRAINT none");
    expect((await table.fill(ROWS)).at(-1)).toMatchObject({
      kind: "finished",
      summary: { outcome: "complete" },
    });
    expect(
      await select(
        table.client,
        `SELECT count() AS n, uniqExact(image_id) AS ids FROM ${table.table.name.table}`,
      ),
    ).toEqual([{ n: String(ROWS), ids: String(ROWS) }]);
  });

  it("is refused while a run of this process holds the claim, and takes it over once that has abandoned it", async () => {
    const { ownership } = await claim("w/1");
    await expect(claim("w/2")).rejects.toMatchObject({ code: "run-under-way" });
    ownership.abandon();
    const { ownership: next, tookOver } = await claim("w/3");
    expect(tookOver).toBe(true);
    await expect(ownership.commit()).rejects.toThrow("has ended");
    await next.release("complete");
  });

  it("goes on where the last one failed while it claimed", async () => {
    const { ledger } = table;
    let calls = 0;
    const failing = Object.create(ledger) as typeof ledger;
    failing.addRun = (...row) =>
      ++calls === 3 ? Promise.reject(new Error("the answer was lost")) : ledger.addRun(...row);
    const facts = claimFacts("fill", table.table, "r", SETTINGS);
    await expect(
      takeClaim(failing, thisOwner("workflow", "f/1"), systemClock, facts, () => serverNow(table.client)),
    ).rejects.toThrow("the answer was lost");
    const { ownership, tookOver } = await claim("f/2");
    expect(tookOver).toBe(true);
    await ownership.release("complete");
  });
});
