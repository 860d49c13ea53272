import seedrandom from "seedrandom";
import { EnvironmentFailure, Refusal } from "../../../app/errors";
import { claimsOf } from "../../../app/ledger/holder";
import type { ClaimFacts } from "../../../app/ledger/run-row";
import type { Range } from "../../../app/plan/range";
import type { Ownership } from "../../../app/run/claim/ownership";
import { TAKEOVER_WAIT } from "../../../app/run/claim/ownership";
import { takeClaim } from "../../../app/run/claim/take-claim";
import { takeLease } from "../../../app/run/claim/take-lease";
import { ALL_GUARDS, type Guards, SimulatedProcess, SimulatedRuns, Simulation } from "./simulation";

const WHOLE = { first: 1, rows: 40 };
const PART = 10;
const FACTS: ClaimFacts = {
  intent: "fill",
  run_id: "t/1/x",
  seed: "s",
  stream_versions: {},
  columns: [],
  first_row: WHOLE.first,
  target_rows: WHOLE.rows,
  batch_size: 1,
  checkpoint_interval: 1,
  shared: true,
};

interface Outcome {
  /** Commits for rows that a later owner had surveyed. */
  readonly late: number;
  readonly commits: number;
  /** Leases that were taken. */
  readonly leases: number;
}

/** Four who lead a run or write parts of it, at random. */
async function schedule(seed: string, guards: Guards): Promise<Outcome> {
  const random = seedrandom(seed);
  const simulation = new Simulation();
  const runs = new SimulatedRuns(simulation, random, guards);
  const surveys: { epoch: number; owner: string; range: Range }[] = [];
  let [late, commits, leases] = [0, 0, 0];

  const survey = async (ownership: Ownership, owner: string, range: Range) => {
    await simulation.sleep(random() * 50);
    surveys.push({ epoch: ownership.epoch, owner, range });
  };
  const write = async (me: SimulatedProcess, ownership: Ownership, owner: string, range: Range) => {
    for (let batch = 0; batch < 10; batch++) {
      if (guards.commitCheck) await ownership.commit();
      commits++;
      const isLate = surveys.some(
        (other) =>
          other.owner !== owner &&
          other.epoch >= ownership.epoch &&
          other.range.first <= range.first &&
          range.first < other.range.first + other.range.rows,
      );
      if (isLate) late++;
      await me.wait(random() * 1_500);
    }
  };
  const lead = async (me: SimulatedProcess) => {
    const { ownership } = await takeClaim(me.ledger, me.owner, me.clock, FACTS, me.serverNow);
    try {
      await survey(ownership, me.owner.id, WHOLE);
      // What it writes by itself comes before the first lease; then it keeps its claim for a while.
      await me.wait(random() * 20_000);
      if (random() < 0.5) await ownership.release("stopped");
    } finally {
      ownership.abandon();
    }
  };
  const work = async (me: SimulatedProcess) => {
    const claim = claimsOf(await me.ledger.newestRuns()).at(-1);
    if (claim === undefined) return;
    const run = { facts: FACTS, under: claim.epoch, free: [WHOLE], most: PART };
    const lease = await takeLease(me, run, me.serverNow);
    if (typeof lease === "string") return;
    leases++;
    const { ownership, range } = lease;
    const owner = `${me.owner.id}-${ownership.epoch}`;
    try {
      await survey(ownership, owner, range);
      await write(me, ownership, owner, range);
      if (random() < 0.7) await ownership.release(random() < 0.5 ? "complete" : "stopped");
    } finally {
      ownership.abandon();
    }
  };
  const live = async (me: SimulatedProcess) => {
    for (let turn = 0; turn < 10; turn++) {
      await me.wait(random() * (turn === 0 ? 100 : 5_000));
      try {
        await (random() < 0.3 ? lead(me) : work(me));
      } catch (error) {
        if (!(error instanceof Refusal || error instanceof EnvironmentFailure)) throw error;
      }
    }
  };
  const all = Promise.all(
    ["a", "b", "c", "d"].map((id) =>
      live(new SimulatedProcess(simulation, random, runs, guards, id, TAKEOVER_WAIT)),
    ),
  );
  await Promise.all([simulation.run(), all]);
  return { late, commits, leases };
}

async function schedules(count: number, guards: Guards): Promise<Outcome & { readonly bad: number }> {
  const found: Outcome[] = [];
  for (let i = 0; i < count; i++) found.push(await schedule(`leases ${i}`, guards));
  const sum = (field: keyof Outcome) => found.reduce((all, outcome) => all + outcome[field], 0);
  return {
    bad: found.filter(({ late }) => late > 0).length,
    late: sum("late"),
    commits: sum("commits"),
    leases: sum("leases"),
  };
}

describe("a model of workers that share a run, stall, and whose clocks jump", () => {
  it("lets no batch land after a later survey of its rows, by a lease or by a claim", async () => {
    const { bad, commits, leases } = await schedules(300, ALL_GUARDS);
    expect(bad).toBe(0);
    expect(leases).toBeGreaterThan(300);
    expect(commits).toBeGreaterThan(3_000);
  });

  it.each(["token", "takeoverWait", "commitCheck", "wallClock"] as const)(
    "would let one land without the guard %s",
    async (guard) => {
      expect((await schedules(300, { ...ALL_GUARDS, [guard]: false })).bad).toBeGreaterThan(0);
    },
  );
});
