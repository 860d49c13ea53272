import { Refusal } from "../errors";
import type { Request } from "../request/request";
import { grouped } from "../request/whole-number";
import type { RunRecord } from "./run-record";

export interface Settings {
  readonly seed: string;
  readonly firstRow: number;
  readonly targetRows: number;
  readonly batchSize: number;
  readonly checkpointInterval: number;
}

export type Decision =
  /** A run that the ledger does not know. */
  | { readonly kind: "new"; readonly settings: Settings }
  /** A known run, with its target as it is, grown or shrunk. */
  | { readonly kind: "continue"; readonly run: RunRecord; readonly settings: Settings }
  /** Only the missing rows of a known run's recorded steps. */
  | { readonly kind: "repair"; readonly run: RunRecord; readonly settings: Settings }
  /** Everything requested is recorded; only damage to the table would be work. */
  | { readonly kind: "met"; readonly run: RunRecord; readonly settings: Settings; readonly message: string };

/**
 * The rules for starting again, by request and ledger alone.
 * @param runs the runs of the table that no reset has removed
 * @param randomSeed used where neither the request nor the ledger names one
 * @throws Refusal where the request contradicts the ledger
 */
export function decide(request: Request, runs: readonly RunRecord[], randomSeed: string): Decision {
  const run = request.reset ? undefined : chosenRun(request, runs);
  if (run === undefined) return { kind: "new", settings: newSettings(request, randomSeed) };
  const ways = "start over with --reset, or start a separate run with --start-image-id";
  if (request.seed !== undefined && request.seed !== run.seed) {
    const state = run.rowsRecorded < run.targetRows ? "unfinished" : "complete";
    throw new Refusal(
      "other-seed",
      `The ${state} run from row ${run.firstRow} has a different seed: omit --seed to go on, ${ways}`,
      { runId: run.runId },
    );
  }
  const asked = request.target.source === "given" ? request.target.rows : run.targetRows;
  refuseRowsBetween(run, asked);
  const settings = {
    seed: run.seed,
    firstRow: run.firstRow,
    targetRows: run.targetRows,
    batchSize: continuedBatch(request, run, asked > run.targetRows),
    checkpointInterval:
      request.checkpointInterval.source === "given"
        ? request.checkpointInterval.value
        : run.checkpointInterval,
  };
  if (asked <= run.rowsRecorded) {
    const which = runs.length > 1 ? ` from row ${grouped(run.firstRow)}` : "";
    const message = `The run${which} has ${grouped(run.rowsRecorded)} rows, ${asked === run.rowsRecorded ? "as requested" : `at least the ${grouped(asked)} requested`}`;
    return { kind: "met", run, settings: { ...settings, targetRows: run.rowsRecorded }, message };
  }
  return { kind: "continue", run, settings: { ...settings, targetRows: asked } };
}

/**
 * A run that was stopped while several wrote it has rows with gaps between them: it can't end where some of them lie
 * beyond its end.
 */
function refuseRowsBetween(run: RunRecord, asked: number): void {
  const { firstRow, rowsRecorded, rowsReached } = run;
  if (rowsReached === rowsRecorded || asked >= rowsReached) return;
  throw new Refusal(
    "rows-beyond",
    `The unfinished run from row ${firstRow} has ${grouped(rowsRecorded)} of its first ${grouped(rowsReached)} rows, since several were written at a time: ask for at least ${rowsReached} rows, or start over with --reset`,
    { runId: run.runId, rows: rowsReached },
  );
}

/** The run's own, unless another one was asked for, or a run that was small has grown to deserve larger ones. */
function continuedBatch({ batchSize }: Request, run: RunRecord, grows: boolean): number {
  if (batchSize.source === "given") return batchSize.value;
  return grows ? Math.max(batchSize.value, run.batchSize) : run.batchSize;
}

function chosenRun(request: Request, runs: readonly RunRecord[]): RunRecord | undefined {
  const recent = [...runs].sort((a, b) => b.lastActive - a.lastActive);
  if (request.startImageId !== undefined) return recent.find((run) => run.firstRow === request.startImageId);
  const unfinished = recent.filter((run) => run.rowsRecorded < run.targetRows);
  const bySeed = (list: readonly RunRecord[]) => list.find((run) => run.seed === request.seed);
  if (request.seed !== undefined) return bySeed(unfinished) ?? unfinished[0] ?? bySeed(recent) ?? recent[0];
  return unfinished[0] ?? recent[0];
}

function newSettings(request: Request, randomSeed: string): Settings {
  return {
    seed: request.seed ?? randomSeed,
    firstRow: request.startImageId ?? 1,
    targetRows: request.target.rows,
    batchSize: request.batchSize.value,
    checkpointInterval: request.checkpointInterval.value,
  };
}

/** The streams of a run that have another version by now: their old values cannot be made again. */
export function movedStreams(run: RunRecord, versions: Readonly<Record<string, number>>): string[] {
  return Object.keys(versions).filter(
    (name) => name in run.streamVersions && run.streamVersions[name] !== versions[name],
  );
}

/** @throws Refusal where a stream of the run has another version by now: its rows could not be continued. */
export function refuseMovedStreams(run: RunRecord, versions: Readonly<Record<string, number>>): void {
  const moved = movedStreams(run, versions);
  if (moved.length === 0) return;
  throw new Refusal(
    "streams-moved",
    `The run from row ${run.firstRow} was started with other versions of ${moved.join(", ")}; rows made now would not match its first ones: start over with --reset, or use the version of data-faker that started it`,
    { moved },
  );
}
