import type { ClickHouseClient } from "@clickhouse/client";
import { randomUUID } from "node:crypto";
import { finished } from "node:stream/promises";
import { quoteIdentifier } from "../../model/identifier";
import type { Model } from "../../model/column";
import { guardedInsert } from "../guarded-insert";
import { GuardedStream } from "../guarded-stream";
import { withOwnClient } from "../olap/own-client";
import { runtimeOlapTable } from "../olap/runtime-olap-table";
import type { Writer } from "../writer";
import { type NativeBatch, NativeEncoder } from "./native-encoder";

/** Bytes of a batch that are held back until `commit` has resolved: enough to hide the cost of a last small write. */
const LAST_PIECE = 65_536;
/** Bytes of the other pieces. */
const PIECE = 262_144;

/**
 * The writer that encodes blocks in ClickHouse's Native format and sends them through a client that Moose makes, with
 * Moose's connection. A batch is one block of the format, so a body that is cut short leaves nothing. Bodies are not
 * compressed: the server is on the same machine or near it as a rule, and compressing costs more than encoding does.
 * @param table the real names, unquoted
 * @param model the columns that the server has
 */
export function createNativeWriter(
  table: { readonly database: string; readonly table: string },
  model: Model,
): Writer<NativeBatch> {
  const encoder = new NativeEncoder(model);
  const connection = withOwnClient(runtimeOlapTable(table.table, table.database, []));
  let client: Promise<ClickHouseClient> | undefined;
  return {
    encode: (block) => encoder.encode(block),

    async send(batch, options) {
      if (batch.rows === 0) return options.commit();
      const stream = guardedBytes(batch.bytes, options.commit);
      await guardedInsert(table.table, stream, options, async () => {
        // One for all, where Moose would make one for each of several first inserts.
        client ??= clientOf(connection);
        const answer = await (await client).exec({
          query: insertStatement(table, batch.columns),
          values: stream,
          query_id: [options.token, randomUUID()].filter(Boolean).join("-"),
          abort_signal: options.signal as AbortSignal,
          clickhouse_settings: {
            async_insert: 0,
            // Otherwise an error could come after the answer's status.
            wait_end_of_query: 1,
            ...(options.token === undefined ? {} : { insert_deduplication_token: options.token }),
          },
        });
        answer.stream.resume();
        await finished(answer.stream);
      });
    },

    close: () => connection.closeClient(),
  };
}

/** The bytes in pieces, of which the last is never the whole. */
function guardedBytes(bytes: Uint8Array, commit: () => Promise<void>): GuardedStream {
  const lastAt = bytes.length - Math.min(LAST_PIECE, Math.ceil(bytes.length / 2));
  const pieces = Math.ceil(lastAt / PIECE) + 1;
  const pieceAt = (i: number) => (i === pieces - 1 ? bytes.subarray(lastAt) : bytes.subarray(i * PIECE, Math.min((i + 1) * PIECE, lastAt)));
  return new GuardedStream(pieceAt, pieces, commit);
}

function insertStatement({ database, table }: { database: string; table: string }, columns: readonly string[]): string {
  return `INSERT INTO ${quoteIdentifier(database)}.${quoteIdentifier(table)} (${columns.map(quoteIdentifier).join(", ")}) FORMAT Native`;
}

/** The client that `insert` would use; Moose does not show it in its types. */
async function clientOf(table: object): Promise<ClickHouseClient> {
  const { client } = await (table as { getMemoizedClient(): Promise<{ client: ClickHouseClient }> }).getMemoizedClient();
  return client;
}
