import type { OlapTable } from "@514labs/moose-lib";
import type { Model } from "../../model/column";
import type { RowBlock } from "../../rows/row-block";
import { InsertError, insertError } from "../insert-error";
import type { SendOptions, Writer } from "../writer";
import { copyBlock } from "./copy-block";
import { quietConsole } from "./quiet-console";
import { RowMakers } from "./row-maker";
import { RowStream } from "./row-stream";

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
      quietConsole.begin();
      try {
        await insert(inserter, new RowStream(makers.for(batch), batch.rows, options.commit), options);
      } finally {
        // The client prints a stream's error a turn after it has thrown it.
        setImmediate(() => quietConsole.end());
      }
    },

    close: () => inserter.closeClient(),
  };
}

async function insert(table: OlapTable<any>, stream: RowStream, { id, signal }: SendOptions): Promise<void> {
  const what = `${id} into ${table.name}`;
  let abort!: () => void;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => {
      stream.stop(signal!.reason);
      if (stream.released) reject(abortedError(what, signal!.reason));
    };
  });
  stream.on("error", (error) => quietConsole.expect(error));
  signal?.addEventListener("abort", abort);
  if (signal?.aborted) abort();
  try {
    const done = table.insert(stream, { validate: false });
    done.catch(() => {});
    await Promise.race([done, aborted]);
  } catch (error) {
    if (stream.stopped !== undefined) throw stream.stopped.reason;
    throw error instanceof InsertError ? error : insertError(error, what, stream.released);
  } finally {
    signal?.removeEventListener("abort", abort);
    stream.destroy();
  }
}

function abortedError(what: string, reason: unknown): InsertError {
  const message = `Insert of ${what} was aborted after its last row had been sent`;
  return new InsertError(message, "unknown", undefined, undefined, { cause: reason });
}

/**
 * The same table with a client of its own, so that closing it disturbs nobody, and with the client's errors thrown as
 * they are: Moose would keep only their message, without ClickHouse's error code.
 */
function withOwnClient(table: OlapTable<any>): OlapTable<any> {
  return Object.create(table, {
    _memoizedClient: { value: undefined, writable: true },
    _configHash: { value: undefined, writable: true },
    handleInsertionError: {
      value: (error: unknown) => {
        throw error;
      },
    },
  }) as OlapTable<any>;
}
