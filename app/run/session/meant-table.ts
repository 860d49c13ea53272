import { chooseDomain, chooseSource } from "../../domains/choose-domain";
import { restoreDomain } from "../../domains/domains";
import { imagesDomain } from "../../domains/images/images-domain";
import { type GivenSpec, isGiven, refuseMovedSpec, specMoved } from "../../domains/spec/given-spec";
import { type OtherTables, resolveReferences } from "../../domains/spec/relations/resolve-references";
import type { TableSpec } from "../../domains/spec/table-spec";
import type { TableFacts } from "../../model/table-facts";
import type { Ledger } from "../../ledger/ledger";
import { runRecords } from "../../ledger/run-records";
import { newestRun } from "../../plan/newest-run";
import type { Decision } from "../../plan/decide";
import type { RunRecord } from "../../plan/run-record";
import type { Domain } from "../../rows/domain";
import { keysToReferTo } from "./keys-to-refer-to";
import type { TableAccess } from "./server-session";
import { type TableDefinition, type TargetTable, targetTable } from "../../table/target-table";

/** Specifications of runs, by their ids. */
type Specs = Awaited<ReturnType<Ledger["specs"]>>;

/**
 * A table as its newest run means it, else as is given or inferred; which run goes on is not known yet.
 * @throws as `chooseDomain`, `resolveReferences`
 */
export async function openTable(
  definition: TableDefinition,
  access: Omit<TableAccess, "connection" | "table">,
): Promise<TargetTable> {
  const { ledger, given, others } = access;
  const [rows, specs] = await Promise.all([ledger.newestRuns(), ledger.specs()]);
  const newest = newestRun(runRecords(rows, []));
  if (newest !== undefined) return targetTable(definition, domainOfRun(definition, newest, specs));
  return targetTable(definition, await begun(definition.facts, given, others));
}

/**
 * A table as the next run would make its rows: the one that goes on, else a new one.
 * @throws as `chooseDomain`, `resolveReferences`
 */
export async function nextTable(
  definition: TableDefinition,
  access: Omit<TableAccess, "connection" | "table">,
): Promise<TargetTable> {
  const opened = await openTable(definition, access);
  const { source } = opened.domain;
  if (typeof source === "string") return opened;
  const said = chooseSource(definition.facts, access.given, source as TableSpec);
  return targetTable(definition, await related(said, access.others));
}

/**
 * A table as a new run would make its rows, where there is no ledger yet.
 * @throws as {@link nextTable}
 */
export async function newTable(
  definition: TableDefinition,
  access: Omit<TableAccess, "connection" | "table">,
): Promise<TargetTable> {
  const others = { ...access.others, rowsOf: () => Promise.resolve(undefined) };
  return targetTable(definition, await related(chooseSource(definition.facts, access.given), others));
}

/**
 * The table as the rows are made that were decided upon, with all that they refer to.
 * @param runs those of the ledger; the key is theirs, unless another one is given
 * @throws Refusal `spec-moved`; and as `chooseDomain`
 */
export async function decidedTable(
  table: TargetTable,
  given: GivenSpec = {},
  decision: Decision,
  runs: readonly RunRecord[],
  specs: Specs,
  others: OtherTables,
): Promise<TargetTable> {
  const { facts } = table.definition;
  if (decision.kind === "new") {
    const key = given.key ?? newestSpec(runs, specs)?.key;
    return withDomain(table, await begun(facts, key === undefined ? given : { ...given, key }, others));
  }
  const { runId, columns: filled } = decision.run;
  const kept = specs.get(runId) as TableSpec | undefined;
  if (kept === undefined && isGiven(given)) throw specMoved(Object.keys(given.columns ?? {}));
  if (kept === undefined) return tableOfRun(table, decision.run, specs);
  const domain = await related(chooseSource(facts, given, kept, filled), others);
  refuseMovedSpec(kept, domain.source as TableSpec, filled);
  return withDomain(table, domain);
}

/** What the rows of a run that begins are: what it refers to is settled for as long as it goes on. */
async function begun(facts: TableFacts, given: GivenSpec = {}, others: OtherTables): Promise<Domain> {
  const alone = chooseSource(facts, given);
  if (typeof alone === "string") return related(alone, others);
  const otherKeys = await keysToReferTo(facts, given, others);
  return related(otherKeys.length > 0 ? chooseSource({ ...facts, otherKeys }, given) : alone, others);
}

async function related(source: string | TableSpec, others: OtherTables): Promise<Domain> {
  return restoreDomain(typeof source === "string" ? source : await resolveReferences(source, others));
}

/** The table as the rows of a run were made. */
export function tableOfRun(
  table: TargetTable,
  run: Pick<RunRecord, "runId" | "columns">,
  specs: Specs,
): TargetTable {
  return withDomain(table, domainOfRun(table.definition, run, specs));
}

/** What a run's rows are, whatever the table is like by now; those without a specification are images. */
function domainOfRun(
  { facts }: TableDefinition,
  { runId, columns }: Pick<RunRecord, "runId" | "columns">,
  specs: Specs,
): Domain {
  const kept = specs.get(runId) as TableSpec | undefined;
  return kept === undefined ? imagesDomain : chooseDomain(facts, {}, kept, columns);
}

function withDomain(table: TargetTable, domain: Domain): TargetTable {
  return { ...targetTable(table.definition, domain), model: table.model };
}

function newestSpec(runs: readonly RunRecord[], specs: Specs): TableSpec | undefined {
  const newest = newestRun(runs);
  return newest && (specs.get(newest.runId) as TableSpec | undefined);
}
