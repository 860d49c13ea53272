import type { Ledger } from "../ledger/ledger";
import { newestRun } from "../plan/newest-run";
import type { RunRecord } from "../plan/run-record";
import { runRecords } from "../ledger/run-records";
import type { QueryResults } from "../queries/query-results";
import { serverNow } from "../server/server-facts";
import type { TableName } from "../server/table-name";
import { countRows, tableBytes } from "../table/table-state";
import type { TableDefinition, TargetTable } from "../table/target-table";
import { askColumns, type ColumnFacts } from "./facts/column-facts";
import { askLinks, type ColumnLinks } from "./facts/column-links";
import { askDeclared, type Declared } from "./facts/declared";
import { askGrowth, type GrowthStep } from "./facts/growth";
import { askSampleRows, type SampleRows } from "./facts/sample-rows";
import { askColumnBytes, askPartitions, type ColumnBytes } from "./facts/storage";
import { ReportTable, SAMPLE_ROWS } from "./report-table";
import type { ClickHouseClient } from "@clickhouse/client";

/** What a report shows, as plain data. */
export interface ReportFacts {
  readonly name: TableName;
  readonly definition: TableDefinition;
  /** By the server's clock, in milliseconds since 1970. */
  readonly at: number;
  readonly serverVersion: string | undefined;
  readonly rows: number;
  /** Rows that distributions are made of; fewer than `rows` for a large table. */
  readonly sampleRows: number;
  readonly uncompressedBytes: number | undefined;
  readonly diskBytes: number | undefined;
  /** Of the newest run; `undefined` where no run wrote the table. */
  readonly run: Pick<RunRecord, "seed" | "firstRow" | "targetRows" | "shards"> | undefined;
  readonly declared: Declared | undefined;
  readonly columns: readonly ColumnFacts[];
  readonly links: ColumnLinks | undefined;
  readonly columnBytes: readonly ColumnBytes[] | undefined;
  readonly partitions: Awaited<ReturnType<typeof askPartitions>>;
  readonly growth: readonly GrowthStep[];
  readonly queries: QueryResults | undefined;
  readonly sampleRowTexts: SampleRows | undefined;
  /** What could not be asked, and why. */
  readonly leftOut: readonly string[];
}

/** A table as its newest run means it, with its ledger. */
export interface FilledTable {
  readonly table: TargetTable;
  readonly ledger: Ledger;
}

export interface ReportOptions {
  readonly client: ClickHouseClient;
  readonly definition: TableDefinition;
  /** Finds what runs have filled; `undefined` where there is none. */
  readonly findFilled: () => Promise<FilledTable | undefined>;
  readonly queries: QueryResults | undefined;
  /** Is told what is asked now, and how much of it is done. */
  readonly onProgress?: (what: string, done: number, of: number) => void;
}

/** Asks all that a report shows; writes nothing. */
export async function askFacts({
  client,
  definition,
  findFilled,
  queries,
  onProgress = () => {},
}: ReportOptions): Promise<ReportFacts> {
  const { name, facts, engine } = definition;
  const { model } = facts;
  const rows = await countRows(client, { name });
  const isMergeTree = engine.endsWith("MergeTree");
  const every = isMergeTree ? Math.max(1, Math.floor(rows / SAMPLE_ROWS)) : 1;
  const table = new ReportTable(client, name, every);
  const filled = await table.attempt("The runs that filled it", findFilled);
  const version = await table.attempt("The server's version", () =>
    table.select<{ v: string }>("SELECT version() AS v"),
  );
  const bytes = await tableBytes(client, { name });
  const columnBytes = await askColumnBytes(table);
  const partitions = await askPartitions(table);
  const growth = filled && (await table.attempt("The steps of the ledger", () => askGrowth(filled.ledger)));
  onProgress("declared shares", 0, 1);
  const declared = filled && (await askDeclared(table, filled.table, rows));
  let done = 0;
  const columns = await askColumns(table, model, () => onProgress("columns", ++done, model.length));
  onProgress("links between columns", 0, 1);
  const links = await askLinks(table, columns, rows);
  const sampleRowTexts = await askSampleRows(table, model, rows, isMergeTree);
  return {
    name,
    definition,
    at: await serverNow(client),
    serverVersion: version?.[0]?.v,
    rows,
    sampleRows: columns.reduce((most, { summary }) => Math.max(most, summary?.rows ?? 0), 0),
    ...bytes,
    run: filled && (await newestOf(filled.ledger)),
    declared,
    columns,
    links,
    columnBytes,
    partitions,
    growth: growth ?? [],
    queries,
    sampleRowTexts,
    leftOut: table.leftOut,
  };
}

async function newestOf(ledger: Ledger): Promise<ReportFacts["run"]> {
  return newestRun(runRecords(await ledger.newestRuns(), []));
}
