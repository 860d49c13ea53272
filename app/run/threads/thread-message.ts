import type { Model } from "../../model/column";
import type { Range } from "../../plan/steps";
import type { WriterName } from "../../request/request-options";
import type { Connection } from "../../table/connection";
import type { TableName } from "../../table/table-name";
import type { InsertFailureKind } from "../../writer/insert-error";
import type { NativeBatch } from "../../writer/native/native-encoder";

/** What a thread is told at its start. */
export interface ThreadTask {
  readonly seed: string;
  readonly model: Model;
  readonly table: TableName;
  readonly connection: Connection;
  readonly writer: WriterName;
}

/** To a thread. `job` numbers the batches under way. */
export type ToThread =
  | { readonly kind: "make"; readonly job: number; readonly range: Range; readonly id: string }
  /** The answer to `commit`. */
  | { readonly kind: "commit"; readonly job: number; readonly allowed: boolean }
  | { readonly kind: "abort"; readonly job: number }
  /** Memory of a batch that has been sent, to be used again. */
  | { readonly kind: "reuse"; readonly memory: ArrayBuffer };

/** From a thread. */
export type FromThread =
  /** May the last row go? */
  | { readonly kind: "commit"; readonly job: number }
  /** With the writer `native`: the batch is encoded; the main thread sends it. */
  | { readonly kind: "encoded"; readonly job: number; readonly checksum: bigint; readonly batch: NativeBatch }
  /** With the writer `olap`: the batch is in the table. */
  | { readonly kind: "sent"; readonly job: number; readonly checksum: bigint }
  | { readonly kind: "failed"; readonly job: number; readonly error: ThreadError };

/** An error as it can be passed on. */
export type ThreadError =
  | { readonly insert: InsertFailureKind; readonly message: string; readonly serverCode: number | undefined; readonly serverType: string | undefined }
  | { readonly bug: unknown };
