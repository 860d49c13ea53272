import { batchRows } from "../../plan/batch-rows";
import type { Settings } from "../../plan/decide";
import type { Request } from "../../request/request";
import type { WriterName } from "../../request/request-options";
import { isLocal } from "../../server/connection";
import { columnsNamed } from "../../table/sharding-key";
import { insertSettings } from "../../table/insert-settings";
import type { OpenWriter } from "../../writer/writer";
import { WRITERS } from "../../writer/writers";
import type { RunOptions } from "../session/run-options";
import type { ExpectedChecksums } from "../check/expected-checksum";
import { BatchMaker } from "../write/batch-maker";
import { BatchSender } from "../write/batch-sender";
import type { ClaimedRun } from "./claimed-run";
import { InsertLimit } from "../write/insert-limit";
import { memoryNotice } from "../write/memory-notice";
import { planMemory } from "../write/memory-plan";
import { BatchThreads } from "../write/threads/batch-threads";
import { rowPlaces } from "../write/row-places";
import type { MeasuredRow } from "../write/row-bytes";
import { threadCount } from "../write/threads/thread-count";

const CUT =
  "inserts are cut, because the server limits how many partitions one may touch and this user may not lift that; this is slow: have max_partitions_per_insert_block raised";

/** How batches are made and sent. */
export type PipelineSettings = Pick<Request, "writer" | "threads">;

/** Threads that make batches, and a writer that sends them. Close it in the end. */
export interface BatchPipeline {
  /** Sends batches while a claim holds. */
  senderOf(run: Pick<ClaimedRun, "retries" | "ownership" | "columns">): BatchSender;
  /** Batches under way at a time. */
  readonly inFlight: number;
  /** Rows of a batch: no more than fit into memory. */
  readonly batchRows: number;
  close(): Promise<void>;
}

/** Threads that make rows, of which the first measures what they take. Close them in the end. */
export interface MeasuringThreads {
  readonly threads: BatchThreads;
  readonly row: Promise<MeasuredRow>;
  /** Of an average row on the server, before compression. */
  readonly bytesARow: Promise<number>;
  /** Made by these threads. */
  readonly expected: ExpectedChecksums;
}

/** Starts the first of the threads, or takes one that is on its way. */
export function openThreads(
  { table, thread }: Pick<RunOptions, "table" | "thread">,
  { seed, firstRow, targetRows }: Settings,
  writer: WriterName,
): MeasuringThreads {
  const { shardedBy, model } = table;
  const placedBy = shardedBy && columnsNamed(shardedBy.expression, model);
  const task = { seed, model, domain: table.domain.source, writer, ...(placedBy ? { placedBy } : {}) };
  const threads = new BatchThreads(task, 1, 0, thread);
  const row = threads.measure(firstRow, targetRows);
  // Whoever waits for it is told.
  const bytesARow = row.then(({ uncompressed }) => uncompressed);
  bytesARow.catch(() => {});
  return { threads, row, bytesARow, expected: { of: threads.checksum.bind(threads) } };
}

/** The other threads start and the writer connects meanwhile. */
export async function openBatchPipeline(
  { client, table, connection, cores, clock, emit }: RunOptions,
  { settings, retries }: Pick<ClaimedRun, "settings" | "retries">,
  { writer: writerName, threads: asked }: PipelineSettings,
  { threads, row }: MeasuringThreads,
): Promise<BatchPipeline> {
  const wanted = {
    threads: threadCount(asked, cores, isLocal(connection)),
    batchRows: Math.min(batchRows(settings), settings.targetRows),
  };
  const rowBytes = await row;
  const plan = planMemory(wanted, rowBytes);
  const message = memoryNotice(wanted, plan);
  if (message !== undefined) emit({ kind: "notice", message });
  threads.grow(plan.threads, rowBytes.encoded);
  const severalBlocks = plan.blockRows < plan.batchRows;
  const places = table.shards ?? [{ connection, client }];
  // What this user may set is for each server to say.
  const inserts = retries.run(() =>
    Promise.all(places.map((at) => insertSettings(at.client, table, severalBlocks))),
  );
  const insertRows = inserts.then((all) => (all.every(({ onePart }) => onePart) ? Infinity : plan.blockRows));
  const writers = inserts.then(async (all) => {
    const opened: OpenWriter[] = [];
    const { open } = WRITERS[writerName];
    for (const [i, at] of places.entries())
      opened.push(
        await open(at.connection, table.name, table.model, all[i]!.settings, table.shards !== undefined),
      );
    return opened;
  });
  insertRows.catch(() => {});
  writers.then(
    ([{ notice } = {}]) => notice !== undefined && emit({ kind: "notice", message: notice }),
    () => {},
  );
  const own = {
    client,
    table,
    clock,
    threads,
    maker: new BatchMaker(threads, plan.blockRows, plan.inFlight),
    places: rowPlaces({ client, table }, threads),
    writerOf: async (shard: number) => (await writers)[shard]!,
    insertRows,
    limit: new InsertLimit(plan.inFlight),
    onCut: () => emit({ kind: "warning", message: CUT }),
  };
  const close = async () => {
    await threads.close();
    // Where it could not be opened, whoever wanted to send with it has been told.
    const opened = await writers.catch(() => []);
    await Promise.all(opened.map((writer) => writer.close()));
  };
  return {
    senderOf: ({ retries: tries, ownership, columns }) =>
      new BatchSender({ ...own, retries: tries, ownership, columns }),
    inFlight: plan.inFlight,
    batchRows: plan.batchRows,
    close,
  };
}
