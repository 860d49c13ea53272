import type { Model } from "../../../model/column";
import type { Range } from "../../../plan/range";
import type { Domain } from "../../../rows/domain";
import type { WriterName } from "../../../request/request-options";
import type { EncodedBlock } from "../../../writer/encoder";
import type { MeasuredRow } from "../row-bytes";
import type { ThreadFailure } from "./thread-failure";

/** Which rows a thread makes. */
export interface ThreadTask {
  readonly seed: string;
  readonly model: Model;
  readonly domain: Domain["source"];
  readonly writer: WriterName;
  /** The columns whose values say which shard a row goes to. Default: none, the shards take turns. */
  readonly placedBy?: Model;
}

/** To a thread; `job` numbers what is to be made. */
export type ToThread =
  /** Once, before anything else. */
  | { readonly kind: "begin"; readonly task: ThreadTask }
  /** What rows take, from a few of them. */
  | {
      readonly kind: "measure";
      readonly job: number;
      readonly firstRow: number;
      readonly most: number;
    }
  /** A block of the rows of all the ranges, in this memory where it suffices. */
  | {
      readonly kind: "make";
      readonly job: number;
      readonly ranges: readonly Range[];
      readonly memory: SharedArrayBuffer;
    }
  /** Only the values of `placedBy`, of the rows of all the ranges. */
  | { readonly kind: "values"; readonly job: number; readonly ranges: readonly Range[] }
  /** Only the checksum of rows, of any number of them. */
  | {
      readonly kind: "sum";
      readonly job: number;
      readonly ranges: readonly Range[];
      readonly columns: Model;
    };

/** From a thread. */
export type FromThread =
  | { readonly kind: "made"; readonly job: number; readonly checksum: bigint; readonly block: EncodedBlock }
  | { readonly kind: "measured"; readonly job: number; readonly row: MeasuredRow }
  | { readonly kind: "values"; readonly job: number; readonly native: Uint8Array }
  | { readonly kind: "summed"; readonly job: number; readonly checksum: bigint }
  /** It could not begin: the thread does nothing more. */
  | { readonly kind: "broken"; readonly failure: ThreadFailure }
  | { readonly kind: "failed"; readonly job: number; readonly failure: ThreadFailure };
