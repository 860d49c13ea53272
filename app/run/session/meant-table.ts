import { chooseDomain } from "../../domains/choose-domain";
import { type GivenSpec, isGiven, refuseMovedSpec, specMoved } from "../../domains/spec/given-spec";
import type { TableSpec } from "../../domains/spec/table-spec";
import type { Ledger } from "../../ledger/ledger";
import { runRecords } from "../../ledger/run-records";
import type { Decision } from "../../plan/decide";
import type { RunRecord } from "../../plan/run-record";
import { type TableDefinition, type TargetTable, targetTable } from "../../table/target-table";

/** Specifications of runs, by their ids. */
type Specs = Awaited<ReturnType<Ledger["specs"]>>;

/**
 * A table as its newest run means it, else as is given or inferred; which run goes on is not known yet.
 * @throws as `chooseDomain`
 */
export async function openTable(
  definition: TableDefinition,
  ledger: Ledger,
  given: GivenSpec | undefined,
): Promise<TargetTable> {
  const [rows, specs] = await Promise.all([ledger.newestRuns(), ledger.specs()]);
  const kept = newestSpec(runRecords(rows, []), specs);
  return targetTable(definition, chooseDomain(definition.facts, kept === undefined ? given : {}, kept));
}

/**
 * The table as the rows are made that were decided upon.
 * @param runs those of the ledger; the key is theirs, unless another one is given
 * @throws Refusal `spec-moved`; and as `chooseDomain`
 */
export function decidedTable(
  table: TargetTable,
  given: GivenSpec = {},
  decision: Decision,
  runs: readonly RunRecord[],
  specs: Specs,
): TargetTable {
  const { facts } = table.definition;
  if (decision.kind === "new") {
    const key = given.key ?? newestSpec(runs, specs)?.key;
    return withDomain(table, chooseDomain(facts, key === undefined ? given : { ...given, key }));
  }
  const kept = specs.get(decision.run.runId) as TableSpec | undefined;
  if (kept === undefined && isGiven(given)) throw specMoved(Object.keys(given.columns ?? {}));
  const domain = chooseDomain(facts, given, kept);
  if (kept !== undefined) refuseMovedSpec(kept, domain.source as TableSpec);
  return withDomain(table, domain);
}

/** The table as the rows of a run were made. */
export function tableOfRun(table: TargetTable, runId: string, specs: Specs): TargetTable {
  const kept = specs.get(runId) as TableSpec | undefined;
  return withDomain(table, chooseDomain(table.definition.facts, {}, kept));
}

function withDomain(table: TargetTable, domain: TargetTable["domain"]): TargetTable {
  return { ...targetTable(table.definition, domain), model: table.model };
}

function newestSpec(runs: readonly RunRecord[], specs: Specs): TableSpec | undefined {
  const newest = runs.reduce<RunRecord | undefined>(
    (latest, run) => (latest !== undefined && latest.lastActive >= run.lastActive ? latest : run),
    undefined,
  );
  return newest && (specs.get(newest.runId) as TableSpec | undefined);
}
