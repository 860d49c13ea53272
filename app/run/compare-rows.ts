import type { ClickHouseClient } from "@clickhouse/client";
import type { Model } from "../model/column";
import { pieces, type Range } from "../plan/steps";
import { blockChecksum, rowHashes } from "../rows/checksum";
import type { RowBlock } from "../rows/row-block";
import type { RowGenerator } from "../rows/row-generator";
import { rangeChecksums } from "../table/checksum";
import { rowChecksums } from "../table/row-checksums";
import type { TableName } from "../table/table-name";
import { addFinding, type Finding } from "./finding";

/** Rows made and asked for at a time. */
const PIECE = 10_000;
/** Rows of a piece whose differing columns are asked for; more rows are told without their columns. */
const ROWS_IN_DETAIL = 1_000;

export interface Comparison {
  readonly client: ClickHouseClient;
  readonly name: TableName;
  readonly runId: string;
  readonly generator: RowGenerator;
  /** The columns that are compared; the generator makes all of them. */
  readonly columns: Model;
}

/**
 * Makes ranges again and compares them with the table, row by row where they differ.
 * @param ranges sorted and disjoint
 */
export async function compareRows(comparison: Comparison, ranges: readonly Range[]): Promise<Finding[]> {
  const { client, name, runId, generator, columns } = comparison;
  const findings: Finding[] = [];
  for (const { range, rows, checksum } of await rangeChecksums(client, name, columns, [...pieces(ranges, PIECE)])) {
    if (rows === 0) {
      addFinding(findings, { kind: "missing", runId, range, rows: range.rows, columns: [] });
      continue;
    }
    const block = generator.generate(range.first, range.rows);
    const due = blockChecksum(block, columns);
    const copies = rows / range.rows;
    if (Number.isInteger(copies) && checksum === BigInt.asUintN(64, BigInt(copies) * due)) {
      if (copies > 1) addFinding(findings, { kind: "doubled", runId, range, rows, columns: [] });
      continue;
    }
    for (const finding of await compareEach(comparison, block)) addFinding(findings, finding);
  }
  return findings;
}

async function compareEach({ client, name, runId, columns }: Comparison, block: RowBlock): Promise<Finding[]> {
  const range = { first: block.firstImageId, rows: block.rows };
  const found = new Map((await rowChecksums(client, name, [columns], range)).map((row) => [row.id, row]));
  const due = rowHashes(block, columns);
  const unlike: number[] = [];
  due.forEach((hash, i) => {
    const row = found.get(range.first + i);
    if (row !== undefined && row.checksums[0] !== BigInt(row.copies) * BigInt(hash)) unlike.push(range.first + i);
  });
  const differing = await differingColumns(client, name, columns, block, unlike.slice(0, ROWS_IN_DETAIL));
  const others = new Set(unlike);
  return Array.from(due, (_, i): Finding[] => {
    const id = range.first + i;
    const copies = found.get(id)?.copies ?? 0;
    if (copies === 1 && !others.has(id)) return [];
    const kind = copies === 0 ? "missing" : copies > 1 ? "doubled" : "altered";
    return [{ kind, runId, range: { first: id, rows: 1 }, rows: Math.max(copies, 1), columns: differing.get(id) ?? [] }];
  }).flat();
}

/** By id, the names of the columns whose values are not those of the block. */
async function differingColumns(client: ClickHouseClient, name: TableName, columns: Model, block: RowBlock, ids: readonly number[]): Promise<Map<number, string[]>> {
  if (ids.length === 0) return new Map();
  const range = { first: block.firstImageId, rows: block.rows };
  const found = await rowChecksums(client, name, columns.map((column) => [column]), range, ids);
  const due = columns.map((column) => rowHashes(block, [column]));
  return new Map(
    found.map(({ id, copies, checksums }) => [
      id,
      columns.filter((_, i) => checksums[i] !== BigInt(copies) * BigInt(due[i]![id - range.first]!)).map((column) => column.name),
    ]),
  );
}
