import type { ClickHouseSettings } from "@clickhouse/client";
import type { Model } from "../model/column";
import type { Connection } from "../server/connection";
import type { TableName } from "../server/table-name";
import type { EncodedBatch, Encoder } from "./encoder";

/** A way into ClickHouse. */
export interface Writer {
  /** Makes its batches, in any thread. */
  encoder(model: Model): Encoder;

  /**
   * Connects to a table.
   * @param model the table's columns
   * @param settings of each insert, besides the writer's own
   */
  open(
    connection: Connection,
    table: TableName,
    model: Model,
    settings?: ClickHouseSettings,
  ): Promise<OpenWriter>;
}

/** Brings batches into one table. */
export interface OpenWriter {
  /** One line that whoever runs it should read once: what is not as it should be. */
  readonly notice?: string | undefined;

  /**
   * Sends one batch and resolves when the server has acknowledged it.
   * @throws what `commit` rejected with, or the signal's reason: then nothing landed
   * @throws InsertError when the insert failed; its `kind` says whether rows may have landed
   */
  send(batch: EncodedBatch, options: SendOptions): Promise<void>;

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
