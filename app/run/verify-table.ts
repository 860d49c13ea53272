import type { ClickHouseClient } from "@clickhouse/client";
import { EnvironmentFailure, Refusal } from "../errors";
import type { Ledger, RunRow, StepRow } from "../ledger/ledger";
import { recordedColumns } from "../ledger/recorded-columns";
import { runRecords } from "../ledger/summarize";
import { movedStreams } from "../plan/decide";
import type { RunRecord } from "../plan/run-record";
import { gaps, type Range } from "../plan/steps";
import { createRowGenerator } from "../rows/row-generator";
import { streamVersions } from "../rows/stream-versions";
import { rangeChecksums } from "../table/checksum";
import { idsWithin } from "../table/survey";
import { serverNow } from "../table/table-state";
import type { TargetTable } from "../table/target-table";
import { compareRows } from "./compare-rows";
import type { Finding } from "./finding";
import type { Owner } from "./owner";
import { refuseUnderWay } from "./ownership";

export interface VerifyOptions {
  readonly client: ClickHouseClient;
  readonly ledger: Ledger;
  readonly table: TargetTable;
  readonly owner: Owner;
}

export interface Verification {
  /** Runs of the ledger that no reset has removed. */
  readonly runs: number;
  /** Recorded as written, and held against the table. */
  readonly steps: number;
  readonly rows: number;
  /** Steps announced and not recorded, which the next run settles. */
  readonly inDoubt: number;
  /** What is wrong, by run and image id. */
  readonly findings: readonly Finding[];
  /** One line each. */
  readonly notices: readonly string[];
}

/**
 * Holds the ledger against the table: the number of rows and the checksum of every recorded step by one grouped query;
 * steps that differ are made again and compared row by row. No row is touched.
 * @throws Refusal `run-under-way`; EnvironmentFailure `ledger-corrupt`
 */
export async function verifyTable({ client, ledger, table, owner }: VerifyOptions): Promise<Verification> {
  const { name } = table;
  if (table.largestImageId === undefined) {
    throw new Refusal("no-image-id", `The table ${name.table} has no integer column image_id any more, by which rows are told apart: nothing can be compared`);
  }
  await refuseUnderWay(ledger, owner, () => serverNow(client));
  const log = await ledger.runs();
  const steps = (await ledger.steps()).sort((a, b) => a.first_image_id - b.first_image_id);
  refuseOverlap(steps);
  const runs = runRecords(log, steps).sort((a, b) => a.firstImageId - b.firstImageId);
  const written = steps.filter((step) => step.state === "written");
  const findings: Finding[] = [];
  const notices: string[] = [];
  for (const run of runs) {
    const own = written.filter((step) => step.run_id === run.runId);
    const { differing, gone } = await differingSteps(client, table, log, own);
    if (gone.length > 0) {
      notices.push(`the columns ${gone.join(", ")} are gone since rows were written, so their checksum cannot be compared: the rows were made again and compared without them`);
    }
    findings.push(...(await explain(client, table, run, log, differing)));
  }
  findings.push(...(await foreignRows(client, table, runs, steps)));
  return { runs: runs.length, steps: written.length, rows: sum(written), inDoubt: steps.length - written.length, findings, notices };
}

const rangeOf = (step: StepRow): Range => ({ first: step.first_image_id, rows: step.rows });
const sum = (steps: readonly StepRow[]) => steps.reduce((rows, step) => rows + step.rows, 0);

function refuseOverlap(steps: readonly StepRow[]): void {
  steps.forEach((step, i) => {
    const before = steps[i - 1];
    if (before === undefined || before.first_image_id + before.rows <= step.first_image_id) return;
    throw new EnvironmentFailure("ledger-corrupt", `Checkpoint corrupted: two steps of the ledger overlap at image id ${step.first_image_id} (runs ${before.run_id} and ${step.run_id}): delete the wrong one from data_faker_steps, or start over with --reset`, { first: step.first_image_id });
  });
}

/** The steps whose rows or checksum are not the recorded ones, or whose checksum covers columns that are `gone`. */
async function differingSteps(client: ClickHouseClient, table: TargetTable, log: readonly RunRow[], steps: readonly StepRow[]): Promise<{ differing: StepRow[]; gone: string[] }> {
  const differing: StepRow[] = [];
  const allGone = new Set<string>();
  for (const [columns, own] of byColumns(log, steps)) {
    const there = table.model.filter((column) => columns.includes(column.name));
    const gone = columns.filter((column) => !there.some(({ name }) => name === column));
    gone.forEach((column) => allGone.add(column));
    if (gone.length > 0) differing.push(...own);
    else {
      const found = await rangeChecksums(client, table.name, there, own.map(rangeOf));
      differing.push(...own.filter((step, i) => found[i]!.rows !== step.rows || found[i]!.checksum !== step.checksum));
    }
  }
  return { differing: differing.sort((a, b) => a.first_image_id - b.first_image_id), gone: [...allGone] };
}

/** The steps by the columns that their checksums cover; a run can have gone on with others. */
function byColumns(log: readonly RunRow[], steps: readonly StepRow[]): [columns: readonly string[], steps: StepRow[]][] {
  const groups = new Map<string, [readonly string[], StepRow[]]>();
  for (const step of steps) {
    const columns = recordedColumns(log, step);
    const key = JSON.stringify(columns);
    if (!groups.has(key)) groups.set(key, [columns, []]);
    groups.get(key)![1].push(step);
  }
  return [...groups.values()];
}

/** What is wrong in steps that differ; nothing where only the types of columns have changed since. */
async function explain(client: ClickHouseClient, table: TargetTable, run: RunRecord, log: readonly RunRow[], steps: readonly StepRow[]): Promise<Finding[]> {
  if (movedStreams(run, streamVersions(table.model)).length > 0) {
    return steps.map((step) => ({ kind: "unlike", runId: run.runId, range: rangeOf(step), rows: step.rows, columns: [] }));
  }
  const generator = createRowGenerator(run.seed, table.model);
  const findings: Finding[] = [];
  for (const [names, own] of byColumns(log, steps)) {
    const columns = generator.columns.filter((column) => names.includes(column.name));
    findings.push(...(await compareRows({ client, name: table.name, runId: run.runId, generator, columns }, own.map(rangeOf))));
  }
  return findings.sort((a, b) => a.range.first - b.range.first);
}

/** Rows within the runs' ranges that are in no step. */
async function foreignRows(client: ClickHouseClient, table: TargetTable, runs: readonly RunRecord[], steps: readonly StepRow[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  let end = 0;
  for (const run of runs) {
    const first = Math.max(run.firstImageId, end);
    end = Math.max(end, run.firstImageId + run.targetRows);
    if (first >= end) continue;
    for (const gap of gaps({ first, rows: end - first }, steps.map(rangeOf))) {
      const { rows, min, max } = await idsWithin(client, table.name, gap);
      if (rows > 0) findings.push({ kind: "foreign", runId: undefined, range: { first: min!, rows: max! - min! + 1 }, rows, columns: [] });
    }
  }
  return findings;
}
