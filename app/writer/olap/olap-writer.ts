import type { OlapTable } from "@514labs/moose-lib";
import { guardedInsert } from "../guarded-insert";
import { GuardedStream } from "../guarded-stream";
import type { Writer } from "../writer";
import { withRawInsert } from "./own-client";

/**
 * The writer that inserts batches of JSONEachRow through Moose's `OlapTable.insert`, synchronously, with the
 * connection that Moose itself finds (moose.config.toml at or above the working directory and its environment
 * variables). The id of a batch can't be given to the server.
 * @param table the project's table, or one made by `runtimeOlapTable`; it is not changed
 */
export function createOlapWriter(table: OlapTable<any>): Writer {
  const inserter = withRawInsert(table);
  return {
    async send(batch, options) {
      if (batch.rows === 0) return options.commit();
      const stream = new GuardedStream(batch.bytes, options.commit);
      await guardedInsert(table.name, stream, options, () => inserter.insert(stream, { validate: false }));
    },

    close: () => inserter.closeClient(),
  };
}
