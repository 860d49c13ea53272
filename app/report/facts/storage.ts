import type { ReportTable } from "../report-table";

/** Bytes of a column over the active parts that keep columns apart; of compact parts the server does not know them. */
export interface ColumnBytes {
  readonly column: string;
  readonly uncompressed: number;
  readonly compressed: number;
  /** Rows of these parts. */
  readonly rows: number;
}

export interface PartitionSize {
  readonly partition: string;
  readonly parts: number;
  readonly rows: number;
  readonly uncompressed: number;
  readonly disk: number;
}

/** Most partitions that are listed, the largest ones. */
const MOST_PARTITIONS = 24;

export async function askColumnBytes(table: ReportTable): Promise<ColumnBytes[] | undefined> {
  const found = await table.attempt("Bytes of the columns (system.parts_columns)", () =>
    table.select<{ column: string; u: string; c: string; n: string }>(
      `SELECT column, sum(column_data_uncompressed_bytes) AS u, sum(column_data_compressed_bytes) AS c, sum(rows) AS n
        FROM system.parts_columns WHERE active AND part_type = 'Wide' AND ${table.isThis} GROUP BY column ORDER BY c DESC, column`,
    ),
  );
  return found?.map(({ column, u, c, n }) => ({
    column,
    uncompressed: Number(u),
    compressed: Number(c),
    rows: Number(n),
  }));
}

/** The partitions, the largest first, and how many there are. */
export async function askPartitions(
  table: ReportTable,
): Promise<{ readonly all: number; readonly largest: readonly PartitionSize[] } | undefined> {
  const found = await table.attempt("Parts and partitions (system.parts)", () =>
    table.select<{ partition: string; parts: string; n: string; u: string; d: string; all: string }>(
      `SELECT partition, count() AS parts, sum(rows) AS n, sum(data_uncompressed_bytes) AS u, sum(bytes_on_disk) AS d,
          count() OVER () AS all
        FROM system.parts WHERE active AND ${table.isThis} GROUP BY partition ORDER BY n DESC, partition
        LIMIT ${MOST_PARTITIONS}`,
    ),
  );
  return (
    found && {
      all: Number(found[0]?.all ?? 0),
      largest: found.map(({ partition, parts, n, u, d }) => ({
        partition,
        parts: Number(parts),
        rows: Number(n),
        uncompressed: Number(u),
        disk: Number(d),
      })),
    }
  );
}
