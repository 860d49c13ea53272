import type { WriterName } from "./request-options";

/** What was requested, checked as far as possible without server or ledger. Frozen. */
export interface Request {
  /**
   * Target number of rows of the run; `default` where none was given: the plan may then prefer the ledger's.
   */
  readonly target: {
    /** Of a size, the rows of images that have it. */
    readonly rows: number;
    /** The size, where one was given, or is the default: how many rows of another table that is, is for them to say. */
    readonly bytes?: number;
    readonly source: "given" | "default";
  };
  /** Rows per insert. */
  readonly batchSize: { readonly value: number; readonly source: "given" | "default" };
  /** Batches per step. */
  readonly checkpointInterval: { readonly value: number; readonly source: "given" | "default" };
  /** `undefined`: the ledger's, or a random one for a new run. */
  readonly seed: string | undefined;
  /** `undefined`: the ledger's, or 1. */
  readonly startImageId: number | undefined;
  readonly reset: boolean;
  readonly writer: WriterName;
  /** Threads that make rows; `undefined`: as many as suit the machine. */
  readonly threads: number | undefined;
  /** Whether others may write parts of the run at the same time. */
  readonly share: boolean;
  /** Names of columns that are left to the server. */
  readonly skipColumns: readonly string[];
}
