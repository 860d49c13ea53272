import { setTimeout as pause } from "node:timers/promises";
import path from "node:path";
import { MAX_BATCH_SIZE } from "../../app/request/request-options";
import type { Fault } from "./fault";
import type { Round } from "./round";

const SHIFTED_CLOCK = path.join(__dirname, "shifted-clock.js");
const HOUR = 3600;

function signals(...names: NodeJS.Signals[]): Fault["act"] {
  return async (round) => {
    const run = round.start();
    await round.moment(run, true);
    for (const [i, name] of names.entries()) {
      if (i > 0) await pause(round.dice.whole(0, 200));
      run.signal(name);
    }
  };
}

/**
 * A run is stopped, another takes over, and the first goes on. What the server's clock has told is shifted by
 * so many seconds in the ledger: back, so that nobody waits until the stopped run counts as silent; or by an
 * hour, as if the clock had been set between the two starts.
 * @param shift `undefined`: nothing is shifted, the silence is waited for
 * @param processShift seconds by which the second process's own clock differs
 */
function takenOver(shift: number | undefined, processShift = 0): Fault["act"] {
  return async (round) => {
    const first = round.start();
    await round.moment(first);
    first.signal("SIGSTOP");
    try {
      if (shift !== undefined) await shiftLedger(round, shift);
      const environment: Record<string, string> =
        processShift === 0
          ? {}
          : { NODE_OPTIONS: `--require ${SHIFTED_CLOCK}`, DATA_FAKER_CLOCK_SHIFT: String(processShift) };
      // Other steps than those that the first one has announced, or announces when it goes on.
      const { batchSize, rows } = round.options;
      const other: Record<string, string> = {
        "batch-size": String(
          round.dice.pick([Math.ceil(batchSize / 2), Math.min(MAX_BATCH_SIZE, 2 * batchSize)]),
        ),
        rows: String(round.dice.pick([rows, round.dice.whole(1_000, rows)])),
      };
      let second = round.start(environment, other);
      while (
        shift === undefined &&
        (await Promise.race([second.shows(/Going on|Writing/), second.outcome]), second.ended)
      ) {
        if ((await round.outcome(second)).code !== 2) break;
        await pause(1_000);
        second = round.start(environment, other);
      }
      await second.shows(/Going on|Writing/);
      await pause(round.dice.whole(0, 2_000));
    } finally {
      first.signal("SIGCONT");
    }
    round.at += `; the first ended with ${(await round.outcome(first)).code}`;
  };
}

async function shiftLedger(round: Round, seconds: number): Promise<void> {
  for (const table of ["data_faker_runs", "data_faker_steps"])
    await round.sql(`ALTER TABLE ${table} UPDATE at = at + INTERVAL ${seconds} SECOND WHERE 1`);
}

/** Signals to the command, and clocks that are set while it is stopped. */
export const SIGNAL_FAULTS: readonly Fault[] = [
  { name: "sigkill", act: signals("SIGKILL") },
  { name: "sigterm", act: signals("SIGTERM") },
  { name: "ctrl-c", act: signals("SIGINT") },
  { name: "ctrl-c-twice", act: signals("SIGINT", "SIGINT") },
  { name: "stopped-and-taken-over", act: takenOver(-25) },
  { name: "stopped-for-long", long: true, act: takenOver(undefined) },
  { name: "clock-back", act: takenOver(HOUR, -HOUR) },
  { name: "clock-forward", act: takenOver(-HOUR, HOUR) },
];
