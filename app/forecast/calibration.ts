import type { MemoryPlan } from "../run/write/memory-plan";
import type { MeasuredRow } from "../run/write/row-bytes";

/** What this machine was seen to do with the rows of a table. */
export interface GeneratorRate {
  /** Of all its threads together, encoding and checksum included. */
  readonly rowsPerSecond: number;
  readonly row: MeasuredRow;
  /** Bytes of a row in the body of an insert, of all that were made. */
  readonly sentBytes: number;
  /** How a worker makes and sends them. */
  readonly memory: MemoryPlan;
}

/** What a server was seen to do with these rows, ready-made, in a table of its own. */
export interface ServerRate {
  /** Inserted, as one worker sends them, several inserts at a time. */
  readonly rowsPerSecond: number;
  /** Taken from the network and thrown away, per second; `undefined` where that could not be seen. */
  readonly networkBytes: number | undefined;
  /** Partitions that an insert touches; 1 where there are none. */
  readonly partitions: number;
  /** On disk after a merge, of a row; `undefined` where the user may not see it. */
  readonly diskBytes: number | undefined;
  /** Rewritten by one merge at a time; `undefined` where it could not be asked for. */
  readonly mergedRowsPerSecond: number | undefined;
  /** By its own setting: as many merges as cores share the work. */
  readonly cores: number;
}
