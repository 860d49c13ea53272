import type { ClickHouseClient } from "@clickhouse/client";
import fc from "fast-check";
import { createStateTables } from "../../app/ledger/create-state-tables";
import { unreleased } from "../../app/ledger/holder";
import { Ledger } from "../../app/ledger/ledger";
import { runRecords } from "../../app/ledger/run-records";
import { runStatuses } from "../../app/ledger/run-statuses";
import { openClient } from "../../app/server/client";
import { ledgerNames } from "../../datamodels/ledger-names";
import { LEDGER_VERSION } from "../../datamodels/ledger-version";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { run } from "../support/test-client";
import { beat, claim, step } from "./rows";

const NOW = 10_000;

let server: TestEmbedded;
let client: ClickHouseClient;
beforeAll(async () => {
  server = await startTestEmbedded();
  client = openClient(server.connection);
  await createStateTables(client, "local", ledgerNames("long"));
});
afterAll(async () => {
  await client.close();
  await server.stop();
});

let tables = 0;
function newLedger(): Ledger {
  const state = (name: string) => ({ database: "local", table: name });
  return new Ledger(client, state("long_runs"), state("long_steps"), {
    database: "d",
    table: `t${++tables}`,
  });
}

/** A claim an epoch, some of them contested, and beats. */
const logs = fc.array(
  fc.record({
    contested: fc.boolean(),
    run: fc.constantFrom("run", "other", "third"),
    intent: fc.constantFrom("fill", "fill", "repair", "reset"),
    beats: fc.boolean(),
    state: fc.constantFrom("running", "released"),
    message: fc.constantFrom("removed", "refused", "complete"),
  }),
  { minLength: 1, maxLength: 12 },
);
/** By number of the step of 100 rows; `undefined` for none. */
const stepStates = fc.array(
  fc.constantFrom("written", "written", "written", "announced", "dropped", undefined),
  {
    minLength: 1,
    maxLength: 12,
  },
);

describe("what is read of a ledger with a history", () => {
  it("says the same as the whole of it", async () => {
    await fc.assert(
      fc.asyncProperty(logs, stepStates, async (log, states) => {
        const ledger = newLedger();
        for (const [i, { contested, run: run_id, intent, beats, state, message }] of log.entries()) {
          const epoch = i + 1;
          await ledger.addRun(claim({ epoch, run_id, intent, owner: "b", columns: [`c${i % 3}`] }));
          if (contested) await ledger.addRun(claim({ epoch, run_id: "run", owner: "a", columns: ["a"] }));
          if (beats) await ledger.addRun(beat({ epoch, owner: contested ? "a" : "b", state, message }));
        }
        const steps = states.flatMap((state, i) => (state ? [step(1 + 100 * i, { state, seconds: i })] : []));
        await ledger.addSteps([...steps, step(1, { run_id: "other" })]);
        const [rows, newest] = [await ledger.runs(), await ledger.newestRuns()];
        const [all, spans] = [await ledger.steps(), await ledger.spans()];
        expect(spans.length).toBeLessThanOrEqual(all.length);
        expect(runStatuses(newest, spans, NOW)).toEqual(runStatuses(rows, all, NOW));
        const active = ({ lastActive: _, ...record }: ReturnType<typeof runRecords>[number]) => record;
        expect(runRecords(newest, spans).map(active)).toEqual(runRecords(rows, all).map(active));
        expect(unreleased(newest)).toEqual(unreleased(rows));
        expect(await ledger.spans("other")).toEqual(spans.filter(({ run_id }) => run_id === "other"));
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it("refuses recorded steps that overlap, and names them", async () => {
    const ledger = newLedger();
    await ledger.addSteps([step(1), step(101), step(151)]);
    await expect(ledger.spans()).rejects.toThrow(/rows 101 to 200 and 151 to 250 /);
  });

  it("refuses a newer row wherever it stands", async () => {
    const ledger = newLedger();
    for (const epoch of [1, 2, 3]) await ledger.addRun(claim({ epoch }));
    await run(
      client,
      `INSERT INTO long_runs SELECT * REPLACE ('x' AS owner, ${LEDGER_VERSION + 1} AS ledger_version) FROM long_runs WHERE target_table = '${ledger.target.table}' AND epoch = 2`,
    );
    await expect(ledger.newestRuns()).rejects.toMatchObject({ code: "ledger-newer" });
  });

  it("is a few rows of 100,000 claims and 200,000 steps", async () => {
    const ledger = newLedger();
    const { table } = ledger.target;
    await ledger.addRun(claim({ epoch: 1 }));
    await ledger.addRun(beat({ epoch: 1, state: "released", message: "complete" }));
    await ledger.addSteps([step(1)]);
    await run(
      client,
      `INSERT INTO long_runs SELECT log.* REPLACE (toUInt32(number + 2) AS epoch) FROM (SELECT * FROM long_runs WHERE target_table = '${table}') AS log CROSS JOIN numbers(99999) AS numbers`,
      `INSERT INTO long_steps SELECT log.* REPLACE (101 + 100 * number AS first_row) FROM (SELECT * FROM long_steps WHERE target_table = '${table}') AS log CROSS JOIN numbers(199999) AS numbers`,
    );
    const newest = await ledger.newestRuns();
    expect(newest.map(({ epoch, kind }) => `${kind} ${epoch}`).sort()).toEqual([
      "beat 1",
      "beat 100000",
      "claim 1",
      "claim 100000",
    ]);
    expect(await ledger.spans()).toMatchObject([{ first_row: 1, rows: 20_000_000, batches: 200_000 }]);
    const columnsAt = await ledger.columnsAt();
    expect([columnsAt(1), columnsAt(77_777), columnsAt(100_001)]).toEqual([
      ["image_id"],
      ["image_id"],
      undefined,
    ]);
    const alone = { isThere: true, stopAsked: false, takenOverBy: undefined };
    expect(await ledger.standing(100_000, "a")).toEqual(alone);
    expect(await ledger.standing(99_999, "a")).toEqual({ ...alone, takenOverBy: { host: "h", pid: 7 } });
    expect(await ledger.standing(100_000, "b")).toEqual({ ...alone, isThere: false });
  });
});
