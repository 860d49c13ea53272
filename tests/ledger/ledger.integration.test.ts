import type { ClickHouseClient } from "@clickhouse/client";
import { createStateTables } from "../../app/ledger/create-state-tables";
import { findLedgers } from "../../app/ledger/find-ledgers";
import { Ledger } from "../../app/ledger/ledger";
import { stepRevision } from "../../app/ledger/step-revision";
import { openClient } from "../../app/server/client";
import { ledgerNames } from "../../datamodels/ledger-names";
import { LEDGER_VERSION } from "../../datamodels/ledger-version";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { run } from "../support/test-client";
import { beat, claim, step } from "./rows";

let server: TestEmbedded;
let client: ClickHouseClient;
beforeAll(async () => {
  server = await startTestEmbedded();
  client = openClient(server.connection);
  await createStateTables(client, "local", ledgerNames("mine"));
});
afterAll(async () => {
  await client.close();
  await server.stop();
});

function ledgerOf(database: string, table: string): Ledger {
  const state = (name: string) => ({ database: "local", table: name });
  return new Ledger(client, state("mine_runs"), state("mine_steps"), { database, table });
}

describe("Ledger", () => {
  it("reads what was added, whatever the names", async () => {
    const ledger = ledgerOf("it's", "a`\\b");
    const [claimed, beaten, written] = [claim(), beat(), step(1, { checksum: 2n ** 64n - 1n })];
    await ledger.addRun(claimed);
    await ledger.addRun(beaten);
    await ledger.addSteps([written]);
    const target = { target_database: "it's", target_table: "a`\\b" };
    const rows = await ledger.runs();
    expect(rows.sort((a, b) => (a.kind < b.kind ? 1 : -1))).toEqual(
      [claimed, beaten].map((row) => ({ ...row, ...target, at: expect.any(Number) as number })),
    );
    expect(await ledger.steps()).toEqual([{ ...written, at: expect.any(Number) as number }]);
    expect(await findLedgers(client, "local")).toEqual(["mine"]);
  });

  it("keeps tables of one name in two databases apart", async () => {
    const [here, there] = [ledgerOf("here", "images"), ledgerOf("there", "images")];
    await here.addRun(claim({ owner: "here" }), "claim/here/1");
    await here.addSteps([step(1)]);
    expect([await there.runs(), await there.steps(), await there.claimsAt(1)]).toEqual([[], [], 0]);
    await there.addRun(claim({ owner: "there" }), "claim/there/1");
    await there.addSteps([step(1, { state: "announced" })]);
    expect(await here.runs()).toMatchObject([{ owner: "here" }]);
    expect(await here.steps()).toMatchObject([{ state: "written" }]);
    expect(await there.runs()).toMatchObject([{ owner: "there" }]);
    expect(await here.claimsAt(1)).toBe(1);
  });

  it("takes of two rows with one key the higher revision, before and after they are merged", async () => {
    const ledger = ledgerOf("local", "revised");
    for (const revision of [3, 5, 4]) await ledger.addRun(beat({ revision, message: String(revision) }));
    await ledger.addSteps([step(1, { revision: stepRevision(2, 1) })]);
    await ledger.addSteps([step(1, { revision: stepRevision(1, 900), state: "announced" })]);
    await ledger.addSteps([step(101, { revision: stepRevision(1, 1) }), step(201)]);
    await ledger.addSteps([step(101, { revision: stepRevision(1, 2), state: "dropped" })]);
    for (const merged of [false, true]) {
      if (merged) await run(client, "OPTIMIZE TABLE mine_runs FINAL", "OPTIMIZE TABLE mine_steps FINAL");
      expect(await ledger.runs()).toMatchObject([{ message: "5" }]);
      expect(await ledger.steps()).toMatchObject([
        { first_row: 1, state: "written" },
        { first_row: 201, state: "written" },
      ]);
    }
  });

  it("drops a double with the same token, whoever sends it", async () => {
    const ledger = ledgerOf("local", "tokens");
    await ledger.addRun(claim({ owner: "first" }), "claim/tokens/1");
    await ledger.addRun(claim({ owner: "second" }), "claim/tokens/1");
    expect(await ledger.claimsAt(1)).toBe(1);
    expect(await ledger.runs()).toMatchObject([{ owner: "first" }]);
  });

  it("refuses the rows of a newer version, for the table that they are of", async () => {
    const [ledger, other] = [ledgerOf("local", "newer"), ledgerOf("local", "untouched")];
    await ledger.addRun(claim());
    await other.addRun(claim());
    await run(
      client,
      `INSERT INTO mine_runs SELECT * REPLACE (2 AS epoch, 'delegate' AS kind, ${LEDGER_VERSION + 1} AS ledger_version) FROM mine_runs WHERE target_table = 'newer'`,
    );
    await expect(ledger.runs()).rejects.toMatchObject({ code: "ledger-newer" });
    expect(await other.runs()).toHaveLength(1);
  });
});
