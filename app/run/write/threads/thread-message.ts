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

/** To a thread. */
export type ToThread =
  /** `job` numbers the batches. */
  | { readonly kind: "make"; readonly job: number; readonly range: Range }
  /** Memory of a batch that has been sent, to be used again. */
  | { readonly kind: "reuse"; readonly memory: SharedArrayBuffer };

/** From a thread. */
export type FromThread =
  | { readonly kind: "made"; readonly job: number; readonly checksum: bigint; readonly batch: EncodedBatch }
  | { readonly kind: "failed"; readonly job: number; readonly error: unknown };
