import type { Request } from "../../request/request";
import { isLocal } from "../../server/connection";
import { WRITERS } from "../../writer/writers";
import type { RunOptions } from "../session/run-options";
import { BatchSender } from "../write/batch-sender";
import type { ClaimedRun } from "./claimed-run";
import { InsertLimit } from "../write/insert-limit";
import { BatchThreads } from "../write/threads/batch-threads";
import { threadCount } from "../write/threads/thread-count";

/**
 * Batches under way beyond the number of threads: one is received by the server while it works on another.
 */
const MORE_IN_FLIGHT = 2;

/** How batches are made and sent. */
export type PipelineSettings = Pick<Request, "writer" | "threads">;

/** Threads that make batches, and a writer that sends them. Close it in the end. */
export interface BatchPipeline {
  readonly sender: BatchSender;
  /** Batches under way at a time. */
  readonly inFlight: number;
  close(): Promise<void>;
}

/** Returns at once: the threads start and the writer connects meanwhile. */
export function openBatchPipeline(
  { client, table, connection, cores, clock, emit }: RunOptions,
  { settings, columns, expected, retries, ownership }: ClaimedRun,
  { writer: writerName, threads: asked }: PipelineSettings,
): BatchPipeline {
  const count = threadCount(asked, cores, isLocal(connection));
  const task = { seed: settings.seed, model: table.model, domain: table.domain.name, writer: writerName };
  const threads = new BatchThreads(task, count);
  const writer = WRITERS[writerName].open(connection, table.name, table.model);
  writer.then(
    ({ notice }) => notice !== undefined && emit({ kind: "notice", message: notice }),
    () => {},
  );
  const inFlight = count + MORE_IN_FLIGHT;
  const sender = new BatchSender({
    client,
    table,
    clock,
    threads,
    writer,
    limit: new InsertLimit(inFlight),
    retries,
    ownership,
    expected,
    columns,
  });
  const close = async () => {
    await threads.close();
    // Where it could not be opened, whoever wanted to send with it has been told.
    const opened = await writer.catch(() => undefined);
    await opened?.close();
  };
  return { sender, inFlight, close };
}
