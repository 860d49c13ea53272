import type { ClickHouseSettings } from "@clickhouse/client";
import type { OlapTable } from "@514labs/moose-lib";
import type { Model } from "../../model/column";
import { quoteIdentifier } from "../../model/quoting";
import { openClient } from "../../server/client";
import type { Connection } from "../../server/connection";
import type { TableName } from "../../server/table-name";
import { guardedInsert } from "../guarded-insert";
import { bytePieces, GuardedStream } from "../guarded-stream";
import type { OpenWriter } from "../writer";
import { jsonRows } from "./json-rows";
import { connectMoose } from "./moose-connection";
import { missingMembers } from "./moose-members";
import { withClient, withRawInsert } from "./own-client";
import { quietConsole } from "./quiet-console";
import { runtimeOlapTable } from "./runtime-olap-table";

/**
 * Inserts through a table made at run time, and points Moose, in this process, at the server.
 * @param isOneOfSeveral as `Writer.open` has it: then Moose keeps the connection that it has
 */
export async function openOlapWriter(
  connection: Connection,
  { database, table }: TableName,
  model: Model,
  settings?: ClickHouseSettings,
  isOneOfSeveral = false,
): Promise<OpenWriter> {
  const made = runtimeOlapTable(nameForMoose(table), database, model);
  if (!isOneOfSeveral) {
    await connectMoose(connection);
    return createOlapWriter(made, settings);
  }
  const client = openClient(connection);
  return { ...createOlapWriter(withClient(made, client), settings), close: () => client.close() };
}

/** Moose puts a name into backticks as it is, unless it stands in backticks already. */
function nameForMoose(table: string): string {
  return /[`\\]/.test(table) ? quoteIdentifier(table) : table;
}

/**
 * The writer that inserts batches of JSONEachRow through Moose's `OlapTable.insert`, synchronously, with the
 * connection that Moose itself finds (moose.config.toml at or above the working directory and its environment
 * variables). The id of a batch can't be given to the server. Where Moose lacks a member that sending prepared
 * bytes takes, it sends the rows as objects, an error may come without ClickHouse's code, and `settings` are
 * not sent.
 * @param table the project's table, or one made by `runtimeOlapTable`; it is not changed
 * @param settings of each insert, besides Moose's
 */
export function createOlapWriter(table: OlapTable<any>, settings: ClickHouseSettings = {}): OpenWriter {
  const missing = missingMembers(table);
  const isRaw = missing.length === 0;
  const inserter = isRaw ? withRawInsert(table, settings) : table;
  return {
    notice: isRaw
      ? undefined
      : `this version of @514labs/moose-lib has no ${missing.join(", ")}: rows are sent one by one, which is slower; --writer native does not depend on it`,

    async send(batch, options) {
      if (batch.rows === 0) return options.commit();
      const stream = new GuardedStream(batch, options.commit, isRaw ? bytePieces : jsonRows);
      stream.on("error", (error) => quietConsole.expect(error));
      quietConsole.begin();
      try {
        await guardedInsert(table.name, stream, options, () => inserter.insert(stream, { validate: false }));
      } finally {
        // The client prints a stream's error a turn after it has thrown it.
        setImmediate(() => quietConsole.end());
      }
    },

    close: () => inserter.closeClient(),
  };
}
