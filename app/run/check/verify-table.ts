import { Refusal } from "../../errors";
import type { Ledger } from "../../ledger/ledger";
import { rangeOf, type StepRow } from "../../ledger/step-row";
import { runRecords } from "../../ledger/run-records";
import { movedStreams } from "../../plan/decide";
import type { RunRecord } from "../../plan/run-record";
import { coverColumns } from "../../rows/column-coverage";
import { createRowGenerator } from "../../rows/row-generator";
import { streamVersions } from "../../rows/stream-versions";
import { quoteTable } from "../../server/table-name";
import { catchUp } from "../../table/catch-up";
import { clientsOf } from "../../table/shards";
import { compareRows } from "./compare-rows";
import { differingSteps } from "./differing-steps";
import { MadeChecksums } from "./expected-checksum";
import { addFinding, type Finding } from "./finding";
import { foreignRows } from "./foreign-rows";
import { refuseOtherShards } from "./other-shards";
import { requireKey } from "./require-key";
import { holders } from "../../ledger/holder";
import { columnsOf, type Examined } from "./examined";
import { tableOfRun } from "../session/meant-table";
import type { RunOptions } from "../session/run-options";

export type VerifyOptions = Pick<RunOptions, "client" | "ledger" | "table" | "owner">;

export interface Verification {
  /** Runs of the ledger that no reset has removed. */
  readonly runs: number;
  /** Recorded as written, and checked against the table. */
  readonly steps: number;
  readonly rows: number;
  /** Steps that are announced but not recorded: the result says nothing about them. */
  readonly inDoubt: number;
  /** Whether a run is, or may be, under way: then rows in no step are not looked for. */
  readonly underWay: boolean;
  /** Steps whose rows are as they are made now, though the recorded checksum is another. */
  readonly otherChecksums: number;
  /** Steps that differ and were not compared row by row, because enough was found. */
  readonly notCompared: number;
  /** What is wrong, by run and row. */
  readonly findings: readonly Finding[];
}

/** Findings after which no further step is compared row by row. */
const ENOUGH = 10_000;

/**
 * Checks the table against the recorded steps by number of rows and checksum; those that differ are made
 * again and compared row by row. It changes nothing, and may run beside a run under way.
 * @throws Refusal as `requireKey`, `ledger-corrupt`
 */
export async function verifyTable(options: VerifyOptions): Promise<Verification> {
  const { client, ledger, table, owner } = options;
  requireKey(table);
  const claims = await ledger.newestRuns();
  const underWay = holders(claims).some(({ claim }) => !owner.isProvablyGone(claim));
  const steps = (await ledger.steps()).sort((a, b) => a.first_row - b.first_row);
  refuseOverlap(ledger, steps);
  await catchUp(clientsOf(client, table), table);
  const written = steps.filter((step) => step.state === "written");
  const runs = runRecords(claims, steps).sort((a, b) => a.firstRow - b.firstRow);
  refuseOtherShards(table, runs);
  const columnsAt = await ledger.columnsAt();
  const specs = await ledger.specs();
  const findings: Finding[] = [];
  let [otherChecksums, notCompared] = [0, 0];
  for (const run of runs) {
    const own = written.filter((step) => step.run_id === run.runId);
    const made = tableOfRun(table, run, specs);
    const examined: Examined = {
      client,
      table: made,
      columns: coverColumns(made.model, made.domain).compared,
      columnsAt,
      expected: new MadeChecksums(run.seed, made),
    };
    const differing = await differingSteps(examined, own);
    const found = await compare(
      { ...options, table: made },
      run,
      examined,
      differing,
      ENOUGH - findings.length,
    );
    // A run under way may have repaired a step, or be doing so: then it has announced the step again.
    const now = new Map(
      differing.length === 0
        ? []
        : (await ledger.steps(run.runId)).map((step) => [step.first_row, step.revision]),
    );
    const alike: StepRow[] = [];
    for (const { step, wrong } of found) {
      if (now.get(step.first_row) !== step.revision) continue;
      if (wrong === undefined) notCompared++;
      else if (wrong.length === 0) alike.push(step);
      else wrong.forEach((finding) => addFinding(findings, finding));
    }
    // Missing rows of recorded steps may have been written between the two looks.
    otherChecksums += (await differingSteps(examined, alike)).length;
  }
  if (!underWay) findings.push(...(await foreignRows(options, runs, steps)));
  const rows = written.reduce((sum, step) => sum + step.rows, 0);
  return {
    runs: runs.length,
    steps: written.length,
    rows,
    inDoubt: steps.length - written.length,
    underWay,
    otherChecksums,
    notCompared,
    findings,
  };
}

function refuseOverlap(ledger: Ledger, steps: readonly StepRow[]): void {
  steps.forEach((step, i) => {
    const before = steps[i - 1];
    if (before === undefined || before.first_row + before.rows <= step.first_row) return;
    throw new Refusal(
      "ledger-corrupt",
      `Checkpoint corrupted: two recorded steps overlap at row ${step.first_row} (runs ${before.run_id} and ${step.run_id}): delete the wrong one from ${quoteTable(ledger.stepsTable)}`,
      { first: step.first_row },
    );
  });
}

interface Compared {
  readonly step: StepRow;
  /** `undefined` where it was not compared. */
  readonly wrong: readonly Finding[] | undefined;
}

async function compare(
  { client, table }: VerifyOptions,
  run: RunRecord,
  examined: Examined,
  steps: readonly StepRow[],
  enough: number,
): Promise<Compared[]> {
  const { runId } = run;
  if (movedStreams(run, streamVersions(table.model, table.domain)).length > 0) {
    return steps.map((step) => ({
      step,
      wrong: [{ kind: "unlike", runId, range: rangeOf(step), rows: step.rows, columns: [] }],
    }));
  }
  const compared: Compared[] = [];
  const generator = createRowGenerator(run.seed, table.model, table.domain);
  const found: Finding[] = [];
  for (const step of steps) {
    const comparison = {
      client,
      table,
      runId,
      generator,
      columns: columnsOf(examined, step).common,
    };
    const wrong = found.length < enough ? await compareRows(comparison, rangeOf(step)) : undefined;
    wrong?.forEach((finding) => addFinding(found, finding));
    compared.push({ step, wrong });
  }
  return compared;
}
