import type { StepRow } from "../../ledger/step-row";
import type { Model } from "../../model/column";
import type { Range } from "../../plan/range";
import type { Decision, Settings } from "../../plan/decide";
import { coverColumns } from "../../rows/column-coverage";
import { type RecognisedRows, removeRows } from "../../table/remove-rows";
import type { ExpectedChecksums } from "../check/expected-checksum";
import type { Damage } from "../check/damage";
import { examineSteps } from "../check/examine-steps";
import { missingRows } from "../check/missing-rows";
import type { Ownership } from "../claim/ownership";
import type { RunOptions } from "../session/run-options";
import { Retries } from "../write/retries";
import { StepLog } from "../write/step-log";

/** A run under its claim: its steps in the ledger, and their rows in the table. */
export class ClaimedRun {
  readonly settings: Settings;
  /** Whether only rows missing from recorded steps are written. */
  readonly repairOnly: boolean;
  /** The columns that are compared. */
  readonly columns: Model;
  readonly retries: Retries;
  readonly log: StepLog;
  private stopTold = false;

  constructor(
    private readonly options: RunOptions,
    readonly decision: Decision,
    readonly runId: string,
    readonly ownership: Ownership,
    /** What of the run is leased; default: all of it is claimed. */
    private readonly part?: Range,
  ) {
    const { ledger, table } = options;
    this.settings = decision.settings;
    this.repairOnly = decision.kind === "repair";
    this.columns = coverColumns(table.model, table.domain).compared;
    this.retries = new Retries({ ...options, lost: ownership.lost.signal });
    const { epoch, commit } = ownership;
    this.log = new StepLog(ledger, runId, epoch, this.retries, commit);
  }

  /** As {@link steps}; recorded steps that follow one another are one. */
  spans(): Promise<StepRow[]> {
    return this.options.ledger.spans(this.runId, this.part);
  }

  /** As the ledger has them now. */
  steps(): Promise<StepRow[]> {
    return this.options.ledger.steps(this.runId, this.part);
  }

  /** What has to be written of steps; see {@link examineSteps} and {@link missingRows}. */
  async examine(steps: readonly StepRow[], expected: ExpectedChecksums): Promise<Damage[]> {
    const { client, ledger, table } = this.options;
    const { columns } = this;
    if (this.repairOnly) return missingRows(client, table, steps);
    const columnsAt = await ledger.columnsAt();
    return examineSteps({ client, table, columns, expected, columnsAt }, steps);
  }

  /** Removes rows while the claim holds, as {@link removeRows}. @param gone default: nothing is done */
  async remove(
    recognised: readonly RecognisedRows[],
    gone: (ranges: readonly Range[]) => Promise<void> = async () => {},
  ): Promise<void> {
    const { client, table } = this.options;
    const { commit } = this.ownership;
    await this.retries.run(() => removeRows(client, table, recognised, { commit, gone }));
  }

  /** Whether somebody has asked to stop; told once as an event. */
  readonly stopping = (): boolean => {
    const { stop, emit } = this.options;
    if (!stop.aborted && !this.ownership.stopAsked.signal.aborted) return false;
    if (!this.stopTold)
      emit({ kind: "stopping", reason: stop.aborted ? String(stop.reason) : "asked by the command stop" });
    this.stopTold = true;
    return true;
  };
}
