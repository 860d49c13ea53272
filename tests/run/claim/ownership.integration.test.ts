import { randomUUID } from "node:crypto";
import seedrandom from "seedrandom";
import { EnvironmentFailure, Refusal } from "../../../app/errors";
import { Ledger } from "../../../app/ledger/ledger";
import type { Owner } from "../../../app/run/claim/owner";
import type { ClaimFacts } from "../../../app/ledger/run-row";
import { LEASE } from "../../../app/run/claim/ownership";
import { takeClaim } from "../../../app/run/claim/take-claim";
import { systemClock } from "../../../app/run/claim/clock";
import { openClient } from "../../../app/server/client";
import { createTableSql } from "../../../app/table/create-table";
import { select } from "../../../app/server/select";
import { serverNow } from "../../../app/server/server-facts";
import { declareLedgerTables } from "../../../datamodels/ledger-tables";
import { endProcess, startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { ALL_GUARDS, type Guards, SimulatedProcess, SimulatedRuns, Simulation } from "./simulation";

const FACTS: ClaimFacts = {
  intent: "fill",
  run_id: "t/1/x",
  seed: "s",
  stream_versions: {},
  columns: [],
  first_row: 1,
  target_rows: 10,
  batch_size: 10,
  checkpoint_interval: 1,
};

/** @returns commits of an owner whose rows a later owner had already surveyed, and all that there were */
async function schedule(seed: string, guards: Guards): Promise<{ late: number; commits: number }> {
  const random = seedrandom(seed);
  const simulation = new Simulation();
  const runs = new SimulatedRuns(simulation, random, guards);
  let surveyed = { epoch: 0, owner: "" };
  let [late, commits] = [0, 0];
  const live = async (me: SimulatedProcess) => {
    for (let turn = 0; turn < 8; turn++) {
      // The first turns begin together.
      await me.wait(random() * (turn === 0 ? 100 : 10_000));
      try {
        const { ownership } = await takeClaim(me.ledger, me.owner, me.clock, FACTS, me.serverNow);
        await simulation.sleep(random() * 50);
        if (ownership.epoch >= surveyed.epoch) surveyed = { epoch: ownership.epoch, owner: me.owner.id };
        await me.wait(random() * 50);
        try {
          for (let batch = 0; batch < 15; batch++) {
            if (guards.commitCheck) await ownership.commit();
            commits++;
            if (
              surveyed.epoch > ownership.epoch ||
              (surveyed.epoch === ownership.epoch && surveyed.owner !== me.owner.id)
            )
              late++;
            await me.wait(random() * 1_500);
          }
          if (random() < 0.5) await ownership.release("complete");
        } finally {
          ownership.abandon();
        }
      } catch (error) {
        if (!(error instanceof Refusal || error instanceof EnvironmentFailure)) throw error;
      }
    }
  };
  const all = Promise.all(
    ["a", "b", "c"].map((id) =>
      live(new SimulatedProcess(simulation, random, runs, guards, id, LEASE + 1_000)),
    ),
  );
  await Promise.all([simulation.run(), all]);
  return { late, commits };
}

async function schedules(count: number, guards: Guards): Promise<{ bad: number; commits: number }> {
  const results: { late: number; commits: number }[] = [];
  for (let i = 0; i < count; i++) results.push(await schedule(`schedule ${i}`, guards));
  return {
    bad: results.filter(({ late }) => late > 0).length,
    commits: results.reduce((sum, result) => sum + result.commits, 0),
  };
}

describe("a model of owners that stall and whose clocks jump", () => {
  it("lets no batch land after a later owner's survey", async () => {
    const { bad, commits } = await schedules(400, ALL_GUARDS);
    expect(bad).toBe(0);
    expect(commits).toBeGreaterThan(400 * 15);
  });

  it.each(["token", "takeoverWait", "commitCheck", "wallClock"] as const)(
    "would let one land without the guard %s",
    async (guard) => {
      expect((await schedules(400, { ...ALL_GUARDS, [guard]: false })).bad).toBeGreaterThan(0);
    },
  );
});

describe("claims on a real ledger", () => {
  let server: TestEmbedded;
  beforeAll(async () => {
    server = await startTestEmbedded();
  });
  afterAll(() => server.stop());

  async function withLedger(
    work: (
      ledger: Ledger,
      claim: (owner: Owner) => ReturnType<typeof takeClaim>,
      name: string,
    ) => Promise<void>,
  ): Promise<void> {
    const client = openClient(server.connection);
    const name = `t_${randomUUID().slice(0, 8)}`;
    const { runs, steps } = declareLedgerTables({ runs: `${name}_runs`, steps: `${name}_steps` });
    for (const table of [runs, steps]) await client.command({ query: createTableSql(table, "local") });
    const ledger = new Ledger(
      client,
      { database: "local", table: runs.name },
      { database: "local", table: steps.name },
      { database: "local", table: name },
    );
    try {
      await work(
        ledger,
        (owner) => takeClaim(ledger, owner, systemClock, { ...FACTS }, () => serverNow(client)),
        name,
      );
    } finally {
      await client.close();
    }
  }

  function owner(id: string, gone = false): Owner {
    return { id, host: "here", process: id, pid: 1, door: "terminal", isProvablyGone: () => gone };
  }

  it("gives the table to one of twenty that start at the same instant", async () => {
    await withLedger(async (ledger, claim) => {
      const claims = await Promise.allSettled(
        Array.from({ length: 20 }, (_, i) => claim(owner(`owner ${i}`))),
      );
      const won = claims.filter((result) => result.status === "fulfilled");
      expect(won).toHaveLength(1);
      for (const result of claims)
        if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "run-under-way" });
      const rows = (await ledger.runs()).filter(({ kind }) => kind === "claim");
      expect(rows).toHaveLength(1);
      expect(await ledger.claimsAt(rows[0]!.epoch)).toBe(1);
      await won[0]!.value.ownership.release("complete");
    });
  });

  it("keeps a claim over SIGKILL of the server, and its token", async () => {
    const mortal = await startTestEmbedded();
    try {
      const { runs } = declareLedgerTables({ runs: "k_runs", steps: "k_steps" });
      let client = openClient(mortal.connection);
      await client.command({ query: createTableSql(runs, "local") });
      const ledgerOf = () =>
        new Ledger(
          client,
          { database: "local", table: "k_runs" },
          { database: "local", table: "k_steps" },
          { database: "local", table: "k" },
        );
      const row = {
        ...FACTS,
        kind: "claim" as const,
        epoch: 1,
        revision: 1,
        host: "h",
        process: "p",
        pid: 1,
        door: "terminal" as const,
      };
      const racing = await Promise.allSettled(
        Array.from({ length: 20 }, (_, i) => ledgerOf().addRun({ ...row, owner: `owner ${i}` }, "claim/k/1")),
      );
      expect(racing.every(({ status }) => status === "fulfilled")).toBe(true);
      await endProcess(mortal.pid, "SIGKILL");
      await client.close();
      await mortal.restart();
      client = openClient(mortal.connection);
      expect(await ledgerOf().claimsAt(1)).toBe(1);
      await ledgerOf().addRun({ ...row, owner: "a late one" }, "claim/k/1");
      expect(await ledgerOf().claimsAt(1)).toBe(1);
      await client.close();
    } finally {
      await mortal.stop();
    }
  });

  it("goes on at once where the owner is gone for certain, and leaves the old one without its claim", async () => {
    await withLedger(async (_ledger, claim) => {
      const { ownership: old } = await claim(owner("old"));
      const { ownership: next, tookOver } = await claim(owner("next", true));
      expect(tookOver).toBe(true);
      expect(next.epoch).toBe(old.epoch + 1);
      await expect(
        new Promise((_, reject) =>
          old.lost.signal.addEventListener("abort", () => reject(old.lost.signal.reason as Error)),
        ),
      ).rejects.toMatchObject({ code: "claim-lost" });
      await expect(old.commit()).rejects.toMatchObject({ code: "claim-lost" });
      await next.commit();
      await next.release("complete");
      const { ownership: third, tookOver: again } = await claim(owner("third"));
      expect(again).toBe(false);
      await third.release("complete");
    });
  });

  it("refuses a table of runs that does not drop doubles, and says what to do", async () => {
    await withLedger(async (_ledger, claim, name) => {
      const client = openClient(server.connection);
      await client.command({
        query: `ALTER TABLE ${name}_runs MODIFY SETTING non_replicated_deduplication_window = 0`,
      });
      await client.close();
      await expect(claim(owner("a"))).rejects.toMatchObject({
        code: "no-deduplication",
        message: expect.stringContaining(`ALTER TABLE \`local\`.\`${name}_runs\` MODIFY`),
      });
    });
  });

  it("never lets a stale step win, before and after merging", async () => {
    await withLedger(async (ledger, _claim, name) => {
      const step = { run_id: "r", first_row: 1, rows: 10, batches: 1, checksum: 5n, seconds: 1 };
      await ledger.addSteps([{ ...step, state: "written", revision: 2 * 2 ** 24 + 1 }]);
      await ledger.addSteps([{ ...step, state: "announced", revision: 1 * 2 ** 24 + 900, checksum: 0n }]);
      const client = openClient(server.connection);
      for (const merged of [false, true]) {
        if (merged)
          await client.command({
            query: `OPTIMIZE TABLE ${name}_steps FINAL`,
            clickhouse_settings: { wait_end_of_query: 1 },
          });
        expect(await ledger.steps("r")).toMatchObject([{ state: "written", checksum: 5n }]);
      }
      expect(await select(client, `SELECT count() AS n FROM ${name}_steps`, {})).toEqual([{ n: "1" }]);
      await client.close();
    });
  });
});
