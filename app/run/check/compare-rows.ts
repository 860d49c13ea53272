import type { ClickHouseClient } from "@clickhouse/client";
import type { Model } from "../../model/column";
import { pieces, type Range } from "../../plan/range";
import { blockChecksum, rowHashes } from "../../rows/checksum";
import type { RowBlock } from "../../rows/row-block";
import type { RowGenerator } from "../../rows/row-generator";
import { rangeChecksums } from "../../table/checksum";
import { rowChecksums } from "../../table/row-checksums";
import type { KeyedTable } from "../../table/table-key";
import { addFinding, type Finding } from "./finding";

/** Rows made and asked for at a time. */
const PIECE = 10_000;
/** Columns compared in one query, each with an aggregate of its own. */
const COLUMNS_A_QUERY = 200;

export interface Comparison {
  readonly client: ClickHouseClient;
  readonly table: KeyedTable;
  readonly runId: string;
  readonly generator: RowGenerator;
  /** The columns that are compared; the generator makes all of them. */
  readonly columns: Model;
}

/** Makes the rows of a range again and compares them with the table's, row by row where they differ. */
export async function compareRows(comparison: Comparison, whole: Range): Promise<Finding[]> {
  const { client, table, runId, generator, columns } = comparison;
  const findings: Finding[] = [];
  for (const { range, rows, checksum } of await rangeChecksums(client, table, columns, [
    ...pieces([whole], PIECE),
  ])) {
    if (rows === 0) {
      addFinding(findings, { kind: "missing", runId, range, rows: range.rows, columns: [] });
      continue;
    }
    const block = generator.generate(range.first, range.rows);
    const copies = rows / range.rows;
    if (
      Number.isInteger(copies) &&
      checksum === BigInt.asUintN(64, BigInt(copies) * blockChecksum(block, columns))
    ) {
      if (copies > 1) addFinding(findings, { kind: "doubled", runId, range, rows, columns: [] });
      continue;
    }
    for (const finding of await compareEach(comparison, block)) addFinding(findings, finding);
  }
  return findings;
}

async function compareEach(
  { client, table, runId, columns }: Comparison,
  block: RowBlock,
): Promise<Finding[]> {
  const range = { first: block.firstRow, rows: block.rows };
  const found = new Map((await rowChecksums(client, table, [columns], range)).map((row) => [row.id, row]));
  const due = rowHashes(block, columns);
  const ids = Array.from(due, (_, i) => range.first + i);
  const unlike = ids.filter((id, i) => {
    const row = found.get(id);
    return row !== undefined && row.checksums[0] !== BigInt(row.copies) * BigInt(due[i]!);
  });
  const differing = await differingColumns(client, table, columns, block, unlike);
  return ids.flatMap((id): Finding[] => {
    const copies = found.get(id)?.copies ?? 0;
    if (copies === 1 && !differing.has(id)) return [];
    const kind = copies === 0 ? "missing" : copies > 1 ? "doubled" : "altered";
    return [
      {
        kind,
        runId,
        range: { first: id, rows: 1 },
        rows: Math.max(copies, 1),
        columns: differing.get(id) ?? [],
      },
    ];
  });
}

/** By id, the names of the columns whose values are not those of the block. */
async function differingColumns(
  client: ClickHouseClient,
  table: KeyedTable,
  columns: Model,
  block: RowBlock,
  ids: readonly number[],
): Promise<Map<number, string[]>> {
  const differing = new Map<number, string[]>();
  if (ids.length === 0) return differing;
  const range = { first: block.firstRow, rows: block.rows };
  for (let from = 0; from < columns.length; from += COLUMNS_A_QUERY) {
    const sets = columns.slice(from, from + COLUMNS_A_QUERY).map((column) => [column]);
    const due = sets.map((set) => rowHashes(block, set));
    for (const { id, copies, checksums } of await rowChecksums(client, table, sets, range, ids)) {
      const unlike = sets.flatMap(([column], i) =>
        checksums[i] === BigInt(copies) * BigInt(due[i]![id - range.first]!) ? [] : [column!.name],
      );
      differing.set(id, [...(differing.get(id) ?? []), ...unlike]);
    }
  }
  return differing;
}
