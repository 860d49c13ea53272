import { setTimeout as pause } from "node:timers/promises";
import { SMALL_RUN } from "../../app/plan/batch-rows";
import { LEASE } from "../../app/run/claim/ownership";
import type { Fault } from "./fault";
import { FaultProxy } from "./fault-proxy";
import { lastLine, type Round, UNDER_WAY } from "./round";
import type { RunningCommand } from "./running-command";

const MOST_WORKERS = 8;
/** An insert is held up by so much at most, in milliseconds: so few rows would be written before all have come. */
const LONGEST_INSERT = 300;
/** A lease has five batches at least, and each worker is to have several leases. */
const BATCHES = 100;

/** One who writes parts of the run, by a way to the server of its own. */
interface Worker {
  readonly name: string;
  readonly proxy: FaultProxy;
  readonly run: RunningCommand;
}

/** Resolves when the worker may go on, if it still can. */
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
function fleet(harms: Harms): Fault["act"] {
  return async (round) => {
    const workers: Worker[] = [];
    const { dice, options } = round;
    const grows = options.rows >= 2 * SMALL_RUN && dice.whole(1, 2) === 1;
    const rows = grows ? Math.ceil(options.rows / 2) : options.rows;
    try {
      await startFleet(round, workers, rows);
      const [grown] = await Promise.all([grows ? grow(round, workers) : "", harmSome(round, workers, harms)]);
      round.at += grown;
      for (const { name, run } of workers) {
        // One who came too late for the run waits for another.
        await run.shows(/ waiting a minute for /);
        run.signal("SIGINT");
        const { code, err } = await round.outcome(run);
        if (code === 2) throw new Error(`${name} was refused: ${err}`);
      }
    } finally {
      for (const { proxy } of workers) await proxy.refuse();
    }
  };
}

async function startFleet(round: Round, workers: Worker[], rows: number): Promise<void> {
  const { dice, arena } = round;
  const add = async (name: string, start: (environment: Record<string, string>) => RunningCommand) => {
    const proxy = new FaultProxy(arena.connection);
    proxy.rule = (kind) => (kind === "insert" ? { delay: dice.whole(0, LONGEST_INSERT) } : "pass");
    await proxy.accept();
    workers.push({ name, proxy, run: start({ MOOSE_CLICKHOUSE_CONFIG__HOST_PORT: String(proxy.port) }) });
  };
  const flags = { rows: String(rows), "batch-size": String(Math.ceil(rows / BATCHES)), share: "" };
  await add("the leader", (environment) => round.start(environment, flags));
  const { proxy, run } = workers[0]!;
  while (proxy.count("insert") === 0 && !run.ended) await pause(5);
  if (run.ended)
    throw new Error(`the leader ended before its first insert: ${lastLine(run.out)} ${lastLine(run.err)}`);
  for (let number = dice.whole(1, MOST_WORKERS - 1); number > 0; number--) {
    await pause(dice.whole(0, 300));
    await add(`worker ${workers.length}`, (environment) => round.join(environment));
  }
}

/**
 * Asks for all rows until that is not refused, or the fleet has ended.
 * @returns in words, what came of it
 */
async function grow(round: Round, workers: readonly Worker[]): Promise<string> {
  await pause(round.dice.whole(0, 5_000));
  let refusals = 0;
  while (workers.some(({ run }) => !run.ended)) {
    const { code, err } = await round.outcome(round.start({}, { share: "" }));
    if (code !== 2) return `; grown after ${refusals} refusals`;
    if (!UNDER_WAY.test(err)) throw new Error(`who wanted more rows was refused: ${err}`);
    refusals++;
  }
  return `; not grown in ${refusals} tries`;
}

async function harmSome(round: Round, workers: readonly Worker[], harms: Harms): Promise<void> {
  const { dice } = round;
  const inserts = () => workers.reduce((sum, { proxy }) => sum + proxy.count("insert"), 0);
  // Early enough that a quick run is still under way.
  const first = dice.whole(1, BATCHES / 5);
  while (inserts() < first && workers.some(({ run }) => !run.ended)) await pause(5);
  const unharmed = [...workers];
  const done: Promise<void>[] = [];
  const said: string[] = [];
  for (let number = dice.whole(1, workers.length); number > 0; number--) {
    const worker = unharmed.splice(dice.whole(0, unharmed.length - 1), 1)[0]!;
    const harm = dice.pick(Object.keys(harms));
    if (!worker.run.ended) {
      said.push(`${worker.name} ${harm}`);
      done.push(harms[harm]!(worker, round));
    }
    await pause(dice.whole(0, 1_000));
  }
  await Promise.all(done);
  round.missed = said.length === 0;
  round.at = `${workers.length} workers, insert ${first}: ${said.join(", ")}`;
}

/** Several workers that write one run. */
export const FLEET_FAULTS: readonly Fault[] = [
  { name: "fleet-killed", act: fleet({ killed }) },
  { name: "fleet-suspended", act: fleet({ suspended }) },
  { name: "fleet", act: fleet({ killed, interrupted, suspended, "cut off": cutOff }) },
];
