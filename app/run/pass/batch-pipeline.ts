import { batchRows } from "../../plan/batch-rows";
import type { Request } from "../../request/request";
import { isLocal } from "../../server/connection";
import { insertSettings } from "../../table/insert-settings";
import { WRITERS } from "../../writer/writers";
import type { RunOptions } from "../session/run-options";
import type { ExpectedChecksums } from "../check/expected-checksum";
import { BatchMaker } from "../write/batch-maker";
import { BatchSender } from "../write/batch-sender";
import type { ClaimedRun } from "./claimed-run";
import { InsertLimit } from "../write/insert-limit";
import { memoryNotice } from "../write/memory-notice";
import { planMemory } from "../write/memory-plan";
import { measureRowBytes } from "../write/row-bytes";
import { BatchThreads } from "../write/threads/batch-threads";
import { threadCount } from "../write/threads/thread-count";

const CUT =
  "inserts are cut, because the server limits how many partitions one may touch and this user may not lift that; this is slow: have max_partitions_per_insert_block raised";

/** How batches are made and sent. */
export type PipelineSettings = Pick<Request, "writer" | "threads">;

/** Threads that make batches, and a writer that sends them. Close it in the end. */
export interface BatchPipeline {
  readonly sender: BatchSender;
  /** Made by the same threads. */
  readonly expected: ExpectedChecksums;
  /** Batches under way at a time. */
  readonly inFlight: number;
  /** Rows of a batch: no more than fit into memory. */
  readonly batchRows: number;
  close(): Promise<void>;
}

/** Returns at once: the threads start and the writer connects meanwhile. */
export function openBatchPipeline(
  { client, table, connection, cores, clock, emit }: RunOptions,
  { settings, columns, retries, ownership }: ClaimedRun,
  { writer: writerName, threads: asked }: PipelineSettings,
): BatchPipeline {
  const task = { seed: settings.seed, model: table.model, domain: table.domain.name, writer: writerName };
  const wanted = {
    threads: threadCount(asked, cores, isLocal(connection)),
    batchRows: Math.min(batchRows(settings), settings.targetRows),
  };
  const row = measureRowBytes(task, settings.firstRow, settings.targetRows);
  const plan = planMemory(wanted, row);
  const message = memoryNotice(wanted, plan);
  if (message !== undefined) emit({ kind: "notice", message });
  const threads = new BatchThreads(task, plan.threads, row.encoded);
  const severalBlocks = plan.blockRows < plan.batchRows;
  const inserts = retries.run(() => insertSettings(client, table, severalBlocks));
  const insertRows = inserts.then(({ onePart }) => (onePart ? Infinity : plan.blockRows));
  const writer = inserts.then(({ settings }) =>
    WRITERS[writerName].open(connection, table.name, table.model, settings),
  );
  insertRows.catch(() => {});
  writer.then(
    ({ notice }) => notice !== undefined && emit({ kind: "notice", message: notice }),
    () => {},
  );
  const sender = new BatchSender({
    client,
    table,
    clock,
    threads,
    maker: new BatchMaker(threads, plan.blockRows, plan.inFlight),
    writer,
    insertRows,
    limit: new InsertLimit(plan.inFlight),
    retries,
    ownership,
    columns,
    onCut: () => emit({ kind: "warning", message: CUT }),
  });
  const close = async () => {
    await threads.close();
    // Where it could not be opened, whoever wanted to send with it has been told.
    const opened = await writer.catch(() => undefined);
    await opened?.close();
  };
  const expected = { of: threads.checksum.bind(threads) };
  return { sender, expected, inFlight: plan.inFlight, batchRows: plan.batchRows, close };
}
