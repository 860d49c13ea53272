import { beatOf, claimsOf } from "./holder";
import type { BeatRow, ClaimRow, RunRow } from "./run-row";
import type { StepRow } from "./step-row";

/** A run as the ledger's rows tell it. */
export interface LoggedRun {
  /** The newest claim to fill: a run is what this one says. */
  readonly claim: ClaimRow;
  readonly firstClaim: ClaimRow;
  /** The newest of `claim`. */
  readonly beat: BeatRow | undefined;
  /** Whether somebody asked the owner of `claim` to stop. */
  readonly stopAsked: boolean;
  /** By first row; dropped ones omitted. */
  readonly steps: readonly StepRow[];
  /** Whether a reset has removed it since. */
  readonly reset: boolean;
}

/** The runs of a table, the earliest first; the order of the rows does not matter. */
export function loggedRuns(rows: readonly RunRow[], steps: readonly StepRow[]): LoggedRun[] {
  const claims = claimsOf(rows);
  const resets = claims.filter(
    (claim) => claim.intent === "reset" && beatOf(rows, claim)?.message === "removed",
  );
  const lastReset = resets.at(-1)?.epoch ?? 0;
  const fills = groupBy(
    claims.filter(({ intent }) => intent === "fill"),
    ({ run_id }) => run_id,
  );
  const stepsOf = groupBy(steps, ({ run_id }) => run_id);
  return [...fills].map(([runId, list]) => {
    const claim = list.at(-1)!;
    return {
      claim,
      firstClaim: list[0]!,
      beat: beatOf(rows, claim),
      stopAsked: rows.some(({ kind, epoch }) => kind === "stop" && epoch === claim.epoch),
      steps: (stepsOf.get(runId) ?? []).sort((a, b) => a.first_row - b.first_row),
      reset: claim.epoch < lastReset,
    };
  });
}

/** The steps that are recorded as written. */
export function writtenSteps({ steps }: Pick<LoggedRun, "steps">): StepRow[] {
  return steps.filter(({ state }) => state === "written");
}

/** The sum of a field over steps. */
export function sumOf(steps: readonly StepRow[], field: "rows" | "batches" | "seconds"): number {
  return steps.reduce((sum, step) => sum + step[field], 0);
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
