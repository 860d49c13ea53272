import { randomUUID } from "node:crypto";
import type { ClickHouseClient } from "@clickhouse/client";
import { Readable } from "node:stream";
import type { Model } from "../model/column";
import type { WriterName } from "../request/request-options";
import type { Clock } from "../run/claim/clock";
import { openClient } from "../server/client";
import type { Connection } from "../server/connection";
import { execInsert } from "../server/exec-insert";
import { permitted } from "../server/permitted";
import { select } from "../server/select";
import { quoteTable, type TableName } from "../server/table-name";
import { insertSettings } from "../table/insert-settings";
import { countRows, tableBytes } from "../table/table-state";
import { readTableDefinition } from "../table/target-table";
import type { EncodedBlock } from "../writer/encoder";
import { type Batch, type OpenWriter } from "../writer/writer";
import { WRITERS } from "../writer/writers";
import type { ServerRate } from "./calibration";

/** How long rows are inserted at least, in milliseconds, and how many at most: they are merged afterwards. */
const INSERTING = 3_000;
const MOST_ROWS = 2_000_000;
/** How long bytes are sent that nobody keeps, in milliseconds. */
const SENDING = 1_000;

/** Where ready-made rows go, and how. */
export interface ServerTask {
  readonly client: ClickHouseClient;
  readonly connection: Connection;
  /** An empty table like the target. */
  readonly scratch: TableName;
  /** A table that keeps nothing, with one column of bytes. */
  readonly sink: TableName;
  readonly model: Model;
  readonly writer: WriterName;
  /** One or more. */
  readonly blocks: readonly EncodedBlock[];
  readonly blocksABatch: number;
  /** Inserts at a time. */
  readonly inFlight: number;
  readonly clock: Clock;
  readonly stop: AbortSignal;
}

/** Sends bytes, inserts rows for some seconds as a run does, and merges them. */
export async function calibrateServer(task: ServerTask): Promise<ServerRate> {
  const { client, connection, scratch, model, blocksABatch, clock, stop } = task;
  const networkBytes = stop.aborted ? undefined : await measureNetwork(task);
  const definition = (await readTableDefinition(client, scratch))!;
  const { settings } = await insertSettings(client, definition, blocksABatch > 1);
  const writer = await WRITERS[task.writer].open(connection, scratch, model, settings);
  try {
    const batches = batchesOf(task.blocks, blocksABatch);
    await send(writer, batches[0]!, scratch.table);
    const partitions = await partitionsOf(client, scratch);
    const rowsPerSecond = await insertFor(writer, batches, task);
    const began = clock.monotonic();
    const merged = stop.aborted ? undefined : await permitted(() => merge(client, scratch, stop));
    const seconds = (clock.monotonic() - began) / 1000;
    const rows = await countRows(client, { name: scratch });
    const { diskBytes } = await tableBytes(client, { name: scratch });
    return {
      rowsPerSecond,
      networkBytes,
      partitions,
      diskBytes: diskBytes === undefined ? undefined : diskBytes / rows,
      mergedRowsPerSecond: merged === undefined ? undefined : rows / seconds,
      cores: await coresOf(client),
    };
  } finally {
    await writer.close();
  }
}

function batchesOf(blocks: readonly EncodedBlock[], size: number): EncodedBlock[][] {
  const batches: EncodedBlock[][] = [];
  for (let i = 0; i < blocks.length; i += size) batches.push(blocks.slice(i, i + size));
  // A shorter one at the end would be slower by itself.
  if (batches.length > 1 && batches.at(-1)!.length < size) batches.pop();
  return batches;
}

async function send(writer: OpenWriter, blocks: readonly EncodedBlock[], id: string): Promise<number> {
  const rows = blocks.reduce((sum, block) => sum + block.rows, 0);
  const batch: Batch = { rows, columns: blocks[0]!.columns, blocks: inTurn(blocks) };
  // A batch that is sent again counts as others do.
  await writer.send(batch, { id, token: randomUUID(), commit: () => Promise.resolve() });
  return rows;
}

async function* inTurn(blocks: readonly EncodedBlock[]): AsyncGenerator<EncodedBlock> {
  yield* blocks;
}

/** @returns rows per second */
async function insertFor(
  writer: OpenWriter,
  batches: readonly EncodedBlock[][],
  { inFlight, scratch, clock, stop }: ServerTask,
): Promise<number> {
  const began = clock.monotonic();
  let [rows, next] = [0, 1];
  const lane = async () => {
    do {
      rows += await send(writer, batches[next++ % batches.length]!, scratch.table);
    } while (!stop.aborted && rows < MOST_ROWS && clock.monotonic() - began < INSERTING);
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return (rows * 1000) / (clock.monotonic() - began);
}

/** @returns bytes per second, by as many senders as there are inserts at a time */
async function measureNetwork(task: ServerTask): Promise<number | undefined> {
  const { connection, sink, blocks, inFlight, clock, stop } = task;
  const client = openClient(connection, { connections: inFlight });
  let [bytes, next] = [0, 0];
  const began = clock.monotonic();
  const lane = async () => {
    do {
      const block = blocks[next++ % blocks.length]!;
      await execInsert(client, {
        query: `INSERT INTO ${quoteTable(sink)} FORMAT RawBLOB`,
        values: Readable.from([Buffer.from(block.bytes)]),
        clickhouse_settings: { async_insert: 0 },
      });
      bytes += block.bytes.length;
    } while (!stop.aborted && clock.monotonic() - began < SENDING);
  };
  try {
    await permitted(() => Promise.all(Array.from({ length: inFlight }, lane)));
    return bytes === 0 ? undefined : (bytes * 1000) / (clock.monotonic() - began);
  } finally {
    await client.close();
  }
}

async function partitionsOf(client: ClickHouseClient, name: TableName): Promise<number> {
  const [found] = await select<{ n: string }>(
    client,
    `SELECT uniqExact(_partition_id) AS n FROM ${quoteTable(name)}`,
  );
  return Math.max(1, Number(found!.n));
}

async function merge(client: ClickHouseClient, name: TableName, stop: AbortSignal): Promise<true> {
  await client.command({
    query: `OPTIMIZE TABLE ${quoteTable(name)} FINAL`,
    clickhouse_settings: { wait_end_of_query: 1 },
    abort_signal: stop,
  });
  return true;
}

/** Of the server, as it counts them for a query. */
async function coresOf(client: ClickHouseClient): Promise<number> {
  const [found] = await select<{ cores: string }>(client, "SELECT getSetting('max_threads') AS cores");
  return Number(found!.cores);
}
