import type { Ledger } from "../../ledger/ledger";
import type { NewStepRow, StepRow } from "../../ledger/step-row";
import { stepRevision } from "../../ledger/step-revision";
import type { Range } from "../../plan/range";
import type { Retries } from "./retries";

/**
 * Steps finished since the last tick, and those announced: every tick is one insert, so all of it stands or
 * none.
 */
export class StepLog {
  private ticks = 0;
  private finished: NewStepRow[] = [];

  constructor(
    private readonly ledger: Ledger,
    private readonly runId: string,
    private readonly epoch: number,
    private readonly retries: Retries,
    /** Resolves while the claim holds. */
    private readonly commit: () => Promise<void>,
  ) {}

  /** To be recorded with the next tick. */
  finish(range: Range, batches: number, checksum: bigint, seconds: number): void {
    this.finished.push(this.row(range, "written", batches, checksum, seconds));
  }

  /** Removes a step from the ledger: none of its rows is, or will be, in the table. */
  drop(range: Range): void {
    this.finished.push(this.row(range, "dropped", 0, 0n, 0));
  }

  /** Records what is finished, and announces, while the claim holds; nothing may be written before it resolves. */
  async tick(announced: readonly Range[]): Promise<void> {
    const revision = stepRevision(this.epoch, ++this.ticks);
    const finished = this.finished.splice(0);
    const rows = [...finished, ...announced.map((range) => this.row(range, "announced", 0, 0n, 0))];
    try {
      // Sent again after a lost answer it changes nothing: the rows are the same, revision included.
      await this.retries.run(async () => {
        await this.commit();
        await this.ledger.addSteps(rows.map((row) => ({ ...row, revision })));
      });
    } catch (error) {
      this.finished.unshift(...finished);
      throw error;
    }
  }

  private row(
    { first, rows }: Range,
    state: StepRow["state"],
    batches: number,
    checksum: bigint,
    seconds: number,
  ): NewStepRow {
    return {
      run_id: this.runId,
      first_row: first,
      revision: 0,
      rows,
      batches,
      state,
      checksum,
      seconds,
    };
  }
}
