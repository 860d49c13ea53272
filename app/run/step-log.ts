import type { Ledger, NewStepRow } from "../ledger/ledger";
import type { Range } from "../plan/steps";

/** Steps finished since the last tick, and those announced: every tick is one insert, so all of it stands or none. */
export class StepLog {
  private ticks = 0;
  private finished: NewStepRow[] = [];

  constructor(
    private readonly ledger: Ledger,
    private readonly runId: string,
    private readonly epoch: number,
  ) {}

  /** To be recorded with the next tick. */
  finish(range: Range, batches: number, checksum: bigint, seconds: number): void {
    this.finished.push(this.row(range, "written", batches, checksum, seconds));
  }

  /** Takes a step out of the ledger: nothing of it is, or shall be, in the table. */
  drop(range: Range): void {
    this.finished.push(this.row(range, "dropped", 0, 0n, 0));
  }

  /** Records what is finished, and announces; nothing may be written before it resolves. */
  async tick(announced: readonly Range[]): Promise<void> {
    const revision = this.epoch * 2 ** 24 + ++this.ticks;
    const rows = [...this.finished, ...announced.map((range) => this.row(range, "announced", 0, 0n, 0))];
    await this.ledger.addSteps(rows.map((row) => ({ ...row, revision })));
    this.finished = [];
  }

  private row({ first, rows }: Range, state: string, batches: number, checksum: bigint, seconds: number): NewStepRow {
    return { run_id: this.runId, first_image_id: first, revision: 0, rows, batches, state, checksum, seconds };
  }
}
