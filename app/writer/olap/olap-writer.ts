import type { OlapTable } from "@514labs/moose-lib";
import type { Model } from "../../model/column";
import type { RowBlock } from "../../rows/row-block";
import { guardedInsert } from "../guarded-insert";
import { GuardedStream } from "../guarded-stream";
import type { Writer } from "../writer";
import { copyBlock } from "./copy-block";
import { withOwnClient } from "./own-client";
import { RowMakers } from "./row-maker";

/**
 * The writer that inserts through Moose's `OlapTable.insert`: a stream of row objects, sent synchronously as
 * JSONEachRow with the connection that Moose itself finds (moose.config.toml at or above the working directory and its
 * environment variables). The id of a batch can't be given to the server.
 * @param table the project's table, or one made by `runtimeOlapTable`; it is not changed
 * @param model the columns that the server has
 */
export function createOlapWriter(table: OlapTable<any>, model: Model): Writer<RowBlock> {
  const makers = new RowMakers(model);
  const inserter = withOwnClient(table);
  return {
    encode(block) {
      makers.for(block);
      return copyBlock(block);
    },

    async send(batch, options) {
      if (batch.rows === 0) return options.commit();
      const stream = new GuardedStream(makers.for(batch), batch.rows, options.commit);
      await guardedInsert(table.name, stream, options, () => inserter.insert(stream, { validate: false }));
    },

    close: () => inserter.closeClient(),
  };
}
