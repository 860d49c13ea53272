import { rowsOf } from "../../plan/range";
import { BatchSender } from "./batch-sender";
import type { Clock } from "../claim/clock";
import type { StepWork } from "../../plan/step-work";
import { StepFlow, type StepFlowLog } from "./step-flow";

export interface WriteOptions {
  readonly sender: BatchSender;
  readonly log: StepFlowLog;
  readonly clock: Clock;
  readonly work: Iterator<StepWork>;
  readonly batchRows: number;
  /** Batches under way at a time, 1 or more. */
  readonly inFlight: number;
  /** Makes the tokens of this call's inserts different from those of others. */
  readonly tokenPrefix: string;
  /** Whether to begin no further batch. */
  readonly stopping: () => boolean;
  /** Called for each batch that is in the table, with its rows. */
  readonly onBatch: (rows: number) => void;
}

/**
 * Writes steps, several batches at a time. Batches under way are finished and recorded also when it ends
 * early or one of them fails.
 */
export async function writeSteps({
  sender,
  log,
  clock,
  work,
  batchRows,
  inFlight,
  tokenPrefix,
  stopping,
  onBatch,
}: WriteOptions): Promise<void> {
  const flow = new StepFlow(log, work, batchRows, clock);
  let failed = false;
  const lane = async () => {
    while (!failed && !stopping()) {
      const batch = await flow.next();
      if (batch === undefined) return;
      const { ranges } = batch;
      const rows = rowsOf(ranges);
      flow.written(batch, await sender.send(ranges, `${tokenPrefix}/${ranges[0]!.first}+${rows}`));
      onBatch(rows);
    }
  };
  const lanes = Array.from({ length: inFlight }, () =>
    lane().catch((error: unknown) => {
      failed = true;
      throw error;
    }),
  );
  const ends = await Promise.allSettled(lanes);
  const failure = ends.find((end) => end.status === "rejected");
  if (failure === undefined) return flow.close();
  // What cannot be recorded now is found by the next start.
  await flow.close().catch(() => {});
  throw failure.reason;
}
