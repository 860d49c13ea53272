import { setTimeout as pause } from "node:timers/promises";
import { SMALL_RUN } from "../../app/plan/batch-rows";
import { LEASE } from "../../app/run/claim/ownership";
import type { Fault } from "./fault";
import { Fleet, type Worker } from "./fleet";
import { type Round, UNDER_WAY } from "./round";

/** A lease has five batches at least, and each worker is to have several leases. */
const BATCHES = 100;

/** Is done at once; resolves when the worker may go on, if it still can. */
type Harm = (worker: Worker, round: Round) => Promise<void>;
type Harms = Readonly<Record<string, Harm>>;

const killed: Harm = async ({ run }) => run.signal("SIGKILL");
const interrupted: Harm = async ({ run }) => run.signal("SIGINT");
const suspended: Harm = async ({ run }, { dice }) => {
  run.signal("SIGSTOP");
  await pause(dice.pick([dice.whole(50, LEASE), dice.whole(LEASE, 3 * LEASE)]));
  run.signal("SIGCONT");
};
const cutOff: Harm = async ({ proxy }, { dice }) => {
  await proxy.refuse();
  await pause(dice.whole(50, 2 * LEASE));
  await proxy.accept();
};

/**
 * Two to eight workers share a run, and some of them, perhaps the first one too, come to one of these harms. Of one
 * run in two only half of the rows are asked for at first, and all of them beside the harm.
 */
function harmedBy(harms: Harms): Fault["act"] {
  return async (round) => {
    const { dice, options } = round;
    const grows = options.rows >= 2 * SMALL_RUN && dice.whole(1, 2) === 1;
    const rows = grows ? Math.ceil(options.rows / 2) : options.rows;
    // A quarter of the run's leases at most, so that there is one for everybody.
    const first = dice.whole(1, BATCHES / 5);
    const fleet = new Fleet(round, first);
    try {
      const flags = { rows: String(rows), "batch-size": String(Math.ceil(rows / BATCHES)), share: "" };
      await fleet.start(flags);
      const [grown, harmed] = await Promise.all([
        grows ? grow(round, fleet) : "",
        harmSome(round, fleet, harms),
      ]);
      round.missed = harmed.length === 0;
      round.at = `${fleet.workers.length} workers, insert ${first}: ${harmed.join(", ")}${grown}`;
      for (const { name, run } of fleet.workers) {
        // One who came too late for the run waits for another.
        await run.shows(/ waiting a minute for /);
        run.signal("SIGINT");
        const { code, err } = await round.outcome(run);
        if (code === 2) throw new Error(`${name} was refused: ${err}`);
      }
    } finally {
      await fleet.close();
    }
  };
}

/**
 * Asks for all rows until that is not refused, or the fleet has ended.
 * @returns in words, what came of it
 */
async function grow(round: Round, fleet: Fleet): Promise<string> {
  await pause(round.dice.whole(0, 5_000));
  let refusals = 0;
  while (!fleet.ended) {
    const { code, err } = await round.outcome(round.start({}, { share: "" }));
    if (code !== 2) return `; grown after ${refusals} refusals`;
    if (!UNDER_WAY.test(err)) throw new Error(`who wanted more rows was refused: ${err}`);
    refusals++;
  }
  return `; not grown in ${refusals} tries`;
}

/** @returns in words, who came to which harm */
async function harmSome(round: Round, fleet: Fleet, harms: Harms): Promise<string[]> {
  const { dice } = round;
  const unharmed = [...fleet.workers];
  // The others are still looking for a part of the run, or starting.
  await fleet.gathers(dice.whole(1, unharmed.length));
  const done: Promise<void>[] = [];
  const said: string[] = [];
  for (let number = dice.whole(1, unharmed.length); number > 0; number--) {
    const worker = unharmed.splice(dice.whole(0, unharmed.length - 1), 1)[0]!;
    const harm = dice.pick(Object.keys(harms));
    if (!worker.run.ended) {
      said.push(`${worker.name} ${harm}`);
      done.push(harms[harm]!(worker, round));
    }
    fleet.letGo();
    await pause(dice.whole(0, 1_000));
  }
  await Promise.all(done);
  return said;
}

/** Several workers that write one run. */
export const FLEET_FAULTS: readonly Fault[] = [
  { name: "fleet-killed", act: harmedBy({ killed }) },
  { name: "fleet-suspended", act: harmedBy({ suspended }) },
  { name: "fleet", act: harmedBy({ killed, interrupted, suspended, "cut off": cutOff }) },
];
