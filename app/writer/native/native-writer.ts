import type { ClickHouseClient } from "@clickhouse/client";
import { randomUUID } from "node:crypto";
import { quoteIdentifier } from "../../server/identifier";
import { execInsert } from "../../server/exec-insert";
import { guardedInsert } from "../guarded-insert";
import { GuardedStream } from "../guarded-stream";
import { withOwnClient } from "../olap/own-client";
import { runtimeOlapTable } from "../olap/runtime-olap-table";
import type { Writer } from "../writer";

/**
 * The writer that sends batches in ClickHouse's Native format through a client that Moose makes, with Moose's
 * connection. A batch is one block of the format, so a body that is cut short leaves nothing. Bodies are not
 * compressed: the server is on the same machine or near it as a rule, and compressing costs more than
 * encoding does.
 * @param table the real names, unquoted
 */
export function createNativeWriter(table: { readonly database: string; readonly table: string }): Writer {
  const connection = withOwnClient(runtimeOlapTable(table.table, table.database, []));
  let client: Promise<ClickHouseClient> | undefined;
  return {
    async send(batch, options) {
      if (batch.rows === 0) return options.commit();
      const stream = new GuardedStream(batch.bytes, options.commit);
      await guardedInsert(table.table, stream, options, async () => {
        // One for all, where Moose would make one for each of several first inserts.
        client ??= connection.getMemoizedClient().then((made) => made.client);
        await execInsert(await client, {
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
      });
    },

    close: () => connection.closeClient(),
  };
}

function insertStatement(
  { database, table }: { database: string; table: string },
  columns: readonly string[],
): string {
  return `INSERT INTO ${quoteIdentifier(database)}.${quoteIdentifier(table)} (${columns.map(quoteIdentifier).join(", ")}) FORMAT Native`;
}
