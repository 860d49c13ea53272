import type { Fault } from "./fault";

/** This many runs are started at the same instant: at most one may write, and the others say that it does. */
function together(number: number): Fault["act"] {
  return async (round) => {
    const runs = Array.from({ length: number }, () => round.start());
    round.at = `${number} at the start`;
    for (const run of runs) {
      const { code, err } = await round.outcome(run);
      if (code !== 0 && !(code === 2 && /is under way/.test(err)))
        throw new Error(`one of ${number} runs ended with ${code}: ${err}`);
    }
  };
}

/** Several runs at once. */
export const TOGETHER_FAULTS: readonly Fault[] = [
  { name: "two-at-once", act: together(2) },
  { name: "ten-at-once", act: together(10) },
];
