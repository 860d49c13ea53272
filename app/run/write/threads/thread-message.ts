import type { Model } from "../../../model/column";
import type { Range } from "../../../plan/range";
import type { WriterName } from "../../../request/request-options";
import type { EncodedBatch } from "../../../writer/encoder";

/** What a thread is told at its start. */
export interface ThreadTask {
  readonly seed: string;
  readonly model: Model;
  /** Name of the domain. */
  readonly domain: string;
  readonly writer: WriterName;
}

/** To a thread: make a batch, in this memory where it suffices. `job` numbers the batches. */
export interface ToThread {
  readonly job: number;
  readonly range: Range;
  readonly memory: SharedArrayBuffer;
}

/** From a thread. */
export type FromThread =
  | { readonly kind: "made"; readonly job: number; readonly checksum: bigint; readonly batch: EncodedBatch }
  | { readonly kind: "failed"; readonly job: number; readonly error: unknown };
