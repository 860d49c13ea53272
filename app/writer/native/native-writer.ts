import type { ClickHouseSettings } from "@clickhouse/client";
import { randomUUID } from "node:crypto";
import { openClient } from "../../server/client";
import type { Connection } from "../../server/connection";
import { execInsert } from "../../server/exec-insert";
import { quoteIdentifier } from "../../model/quoting";
import { quoteTable, type TableName } from "../../server/table-name";
import { guardedInsert } from "../guarded-insert";
import { bytePieces, GuardedStream } from "../guarded-stream";
import type { OpenWriter } from "../writer";

/** An insert that stays without a byte for longer, in milliseconds, has failed: a later try looks first. */
const INSERT_TIMEOUT = 30_000;

/**
 * The longest statement, in characters, that is sent in the URL; with escaped quotes and spaces a wide table's
 * exceeds the 8 to 16 KB that proxies and servers take. A longer one goes in front of the data.
 */
const LONGEST_IN_URL = 4_000;
/** ClickHouse's default: how much of a body it looks through for the statement's end, in bytes. */
const MAX_QUERY_SIZE = 262_144;

/**
 * The writer that sends batches in ClickHouse's Native format. Bodies are not compressed: the server is on the same machine or near it as
 * a rule, and compressing costs more than encoding does.
 */
export function openNativeWriter(
  connection: Connection,
  table: TableName,
  settings: ClickHouseSettings = {},
): OpenWriter {
  const client = openClient(connection, { requestTimeout: INSERT_TIMEOUT });
  return {
    async send(batch, options) {
      if (batch.rows === 0) return options.commit();
      const statement = insertStatement(table, batch.columns);
      const inBody = statement.length > LONGEST_IN_URL;
      const stream = new GuardedStream(
        batch,
        options.commit,
        inBody ? headedOnce(`${statement}\n`) : bytePieces,
      );
      await guardedInsert(table.table, stream, options, () =>
        execInsert(client, {
          query: inBody ? "" : statement,
          values: stream,
          query_id: [options.token, randomUUID()].filter(Boolean).join("-"),
          abort_signal: options.signal as AbortSignal,
          clickhouse_settings: {
            ...settings,
            async_insert: 0,
            // Instants in JSON are written with their zone.
            date_time_input_format: "best_effort",
            // Otherwise an error could come after the answer's status.
            wait_end_of_query: 1,
            ...(inBody ? { max_query_size: String(MAX_QUERY_SIZE + 4 * statement.length) } : {}),
            ...(options.token === undefined ? {} : { insert_deduplication_token: options.token }),
          },
        }),
      );
    },

    close: () => client.close(),
  };
}

/** The pieces of blocks, before those of the first the statement: the data begin after its line break. */
function headedOnce(head: string): typeof bytePieces {
  let begun = false;
  return function* (bytes) {
    if (!begun) yield Buffer.from(head);
    begun = true;
    return yield* bytePieces(bytes);
  };
}

function insertStatement(table: TableName, columns: readonly string[]): string {
  return `INSERT INTO ${quoteTable(table)} (${columns.map(quoteIdentifier).join(", ")}) FORMAT Native`;
}
