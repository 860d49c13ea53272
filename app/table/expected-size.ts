import type { ClickHouseClient } from "@clickhouse/client";
import { rowSize } from "../rows/row-size";
import { tableBytes } from "./table-state";
import type { TargetTable } from "./target-table";

/** What is left of bytes on disk: measured with `images_analytical`, for tables that hold too little to see. */
const DISK_SHARE = 0.47;
/** What a table has to hold, before compression, for its own share to be taken. */
const ENOUGH_BYTES = 1e6;

/** What rows will take, in bytes. */
export interface ExpectedSize {
  readonly uncompressed: number;
  /** Without the room that merges need meanwhile. */
  readonly disk: number;
}

/**
 * The size of rows still to be written, by a few made for the table and by how its rows are compressed so far.
 * @param bytesARow as {@link rowSize}; making rows takes long where none have been made yet
 */
export async function expectedSize(
  client: ClickHouseClient,
  table: TargetTable,
  rows: number,
  bytesARow: number | Promise<number> = rowSize(table.model, table.domain),
): Promise<ExpectedSize> {
  const { uncompressedBytes = 0, diskBytes = 0 } = await tableBytes(client, table);
  const share = uncompressedBytes >= ENOUGH_BYTES ? diskBytes / uncompressedBytes : DISK_SHARE;
  const uncompressed = rows * (await bytesARow);
  return { uncompressed, disk: uncompressed * share };
}
