import { sumOf } from "../ledger/logged-run";
import type { Settings } from "../plan/decide";
import type { RunEvent } from "./run-event";
import type { RunOptions } from "./session/run-options";

/** Tells of leases as of the whole run: what others have written counts from one lease to the next. */
export class SharedProgress {
  private readonly told = new Set<string>();

  /** @param announced whether the plan of the run was told before */
  constructor(
    private readonly runId: string,
    private readonly settings: Settings,
    private announced: boolean,
  ) {}

  /** The options of one lease. */
  async ofLease(options: RunOptions): Promise<RunOptions> {
    const steps = (await options.ledger.spans(this.runId)).filter(({ state }) => state === "written");
    const [rows, batches] = [sumOf(steps, "rows"), sumOf(steps, "batches")];
    return { ...options, emit: (event) => this.tell(options.emit, rows, batches, event) };
  }

  private tell(emit: RunOptions["emit"], rows: number, batches: number, event: RunEvent): void {
    const { targetRows, firstRow } = this.settings;
    if (event.kind === "planned") {
      if (this.announced) return;
      this.announced = true;
      const { plan } = event;
      const rowsToWrite = targetRows - rows;
      const times = rowsToWrite / Math.max(1, plan.rowsToWrite);
      const expected = { uncompressed: plan.expected.uncompressed * times, disk: plan.expected.disk * times };
      return emit({
        kind: "planned",
        plan: { ...plan, firstRow, targetRows, rowsInserted: rows, rowsToWrite, expected, resumed: true },
      });
    }
    if (event.kind === "progress") {
      const { rowsInserted, batchesCompleted } = event.progress;
      const progress = { rowsInserted: rows + rowsInserted, batchesCompleted: batches + batchesCompleted };
      return emit({ kind: "progress", progress: { ...progress, targetRows } });
    }
    if (event.kind === "notice" || event.kind === "stopping") {
      const said = event.kind === "notice" ? event.message : event.kind;
      if (this.told.has(said)) return;
      this.told.add(said);
    }
    emit(event);
  }
}
