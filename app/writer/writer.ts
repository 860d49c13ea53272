import type { ClickHouseSettings } from "@clickhouse/client";
import type { Model } from "../model/column";
import type { Connection } from "../server/connection";
import type { TableName } from "../server/table-name";
import type { EncodedBlock, Encoder } from "./encoder";

/** The rows of one insert. */
export interface Batch {
  readonly rows: number;
  /** The names of the columns in their order. */
  readonly columns: readonly string[];
  /**
   * Its rows, one or more in each block. Each is asked for when the bytes of those before it have left the
   * process, so that their memory may be used again; that of the last is read until the insert has ended.
   */
  readonly blocks: AsyncIterable<EncodedBlock>;
}

/** A way into ClickHouse. */
export interface Writer {
  /** Makes the blocks of its batches, in any thread. */
  encoder(model: Model): Encoder;

  /**
   * Connects to a table.
   * @param model the table's columns
   * @param settings of each insert, besides the writer's own
   * @param isOneOfSeveral whether this process inserts into the table on other servers as well; default: it does not
   */
  open(
    connection: Connection,
    table: TableName,
    model: Model,
    settings?: ClickHouseSettings,
    isOneOfSeveral?: boolean,
  ): Promise<OpenWriter>;
}

/** Brings batches into one table. */
export interface OpenWriter {
  /** One line that whoever runs it should read once: what is not as it should be. */
  readonly notice?: string | undefined;

  /**
   * Sends one batch and resolves when the server has acknowledged it.
   * @throws what `commit` or the blocks rejected with, or the signal's reason: then nothing landed
   * @throws InsertError when the insert failed; its `kind` says whether rows may have landed
   */
  send(batch: Batch, options: SendOptions): Promise<void>;

  /** Ends the connections. An insert still under way fails. */
  close(): Promise<void>;
}

export interface SendOptions {
  /** Names the insert in errors and, where the writer can, on the server. */
  readonly id: string;
  /**
   * Of two inserts with one token a server that remembers tokens drops the second; a writer that can, hands
   * it on.
   */
  readonly token?: string;
  /**
   * The last check before the batch can land. Called once, when all but the last bytes are on their way; they
   * are released only when it resolves.
   */
  readonly commit: () => Promise<void>;
  /** Aborts the insert; before the last row is released nothing lands, afterwards it may have. */
  readonly signal?: AbortSignal;
}
