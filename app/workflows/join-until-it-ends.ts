import { holders } from "../ledger/holder";
import type { Request } from "../request/request";
import type { RunSummary } from "../run/run-event";
import { systemClock } from "../run/claim/clock";
import type { OpenTable, RunCall } from "./open-table";

/** Milliseconds between two looks at what others are writing. */
const LOOK_EVERY = 10_000;

/** Writes parts of a run beside others, and what they leave behind, until nobody is at work on it. */
export async function joinUntilItEnds(open: OpenTable, request: Request, call: RunCall): Promise<RunSummary> {
  for (;;) {
    const summary = await open.run({ kind: "join", request }, call);
    if (summary.outcome !== "complete" || holders(await open.ledger.newestRuns()).length === 0)
      return summary;
    await systemClock.pause(LOOK_EVERY, call.stop);
  }
}
