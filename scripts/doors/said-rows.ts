import { type GivenSpec, isGiven, overlaid } from "../../app/domains/spec/given-spec";
import { Refusal } from "../../app/errors";
import type { Ledger } from "../../app/ledger/ledger";
import { runRecords } from "../../app/ledger/run-records";
import { decide } from "../../app/plan/decide";
import type { Request } from "../../app/request/request";
import type { TableDefinition } from "../../app/table/target-table";
import type { DeclaredFaker, DeclaredTable } from "../../app/workflows/declared-tables";
import { placeFlags } from "../cli/place-flags";
import { ProjectCode } from "../project/project-code";
import { IMAGES, type Server } from "./server";

/** What is said of the rows of a table: in a file, and in the code of the project. */
export interface SaidRows {
  /** In both; a file's word counts. */
  readonly given: GivenSpec;
  /** In the code; `undefined` where it says nothing. */
  readonly faker: DeclaredFaker | undefined;
  /** In the code, of any table; `undefined` where there is none. */
  readonly declared?: (table: string) => DeclaredFaker | undefined;
  /** The code's file. */
  readonly index: string | undefined;
  /** Why the code can't be read: only a run that the ledger knows can go on then. */
  readonly failure: Refusal | undefined;
}

/**
 * What the code may say of the rows of `images_analytical` that a run without it would not do; a project that only
 * names the table is not loaded, since that takes a second or more.
 */
const SAYS_OF_IMAGES = /\b(columns|key|references|children|skipColumns|stateTables|cluster)\b/;

/** @param file what `--spec` says; where that is all, the code is not asked */
export async function readSaidRows(
  { directory, name, connection }: Pick<Server, "directory" | "name" | "connection">,
  { facts }: Pick<TableDefinition, "facts">,
  file: GivenSpec,
): Promise<SaidRows> {
  const nothing: SaidRows = { given: file, faker: undefined, index: undefined, failure: undefined };
  const isWhole = facts.model.every(
    ({ name: column }) => column === keyColumn(file) || column in (file.columns ?? {}),
  );
  if (directory === undefined || (isWhole && keyColumn(file) !== undefined)) return nothing;
  const code = new ProjectCode(directory, process.env);
  if (!code.mentions(/\bdataFaker\b/, name.table === IMAGES ? SAYS_OF_IMAGES : /(?:)/)) return nothing;
  let tables: readonly DeclaredTable[];
  try {
    tables = await code.tables(connection.database);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...nothing, failure: error };
  }
  const ofTable = (table: string) =>
    tables.find((one) => one.name === table && one.database === name.database)?.faker;
  const faker = ofTable(name.table);
  return {
    given: overlaid(faker?.given ?? {}, file),
    faker,
    declared: ofTable,
    index: code.index,
    failure: undefined,
  };
}

/** @throws Refusal `other-shards` where the code has the rows on a cluster, and another place was asked for */
export function refuseOtherCluster(
  { faker, index }: SaidRows,
  { cluster, shardingKey, name }: Pick<Server, "cluster" | "shardingKey" | "name">,
): void {
  if (faker?.cluster === undefined) return;
  if (faker.cluster === cluster && faker.shardingKey === shardingKey) return;
  const flags = placeFlags({ cluster: faker.cluster, shardingKey: faker.shardingKey });
  throw new Refusal(
    "other-shards",
    `The rows of ${name.table} are declared in ${index} as spread over a cluster: add ${flags}`,
    { flags },
  );
}

/** The definition with what only a declaration knows of values. */
export function withSchemas(definition: TableDefinition, { faker }: SaidRows): TableDefinition {
  return faker === undefined
    ? definition
    : { ...definition, facts: { ...definition.facts, schemas: faker.schemas } };
}

/** The request with what the code has for its defaults; images of which it says nothing keep their own. */
export function withDefaults(request: Request, { faker }: SaidRows, table: string): Request {
  if (faker === undefined) return request;
  const { defaultRows, skipColumns, given } = faker;
  const sized = request.target.source === "given" || (table === IMAGES && !isGiven(given));
  return {
    ...request,
    target: sized ? request.target : { rows: defaultRows, source: "default" },
    skipColumns: request.skipColumns.length > 0 ? request.skipColumns : skipColumns,
  };
}

/**
 * A run that goes on does so by the ledger's word where the code can't be read; a new one would have other rows than
 * the code says.
 * @returns why the code can't be read, where that does not matter
 * @throws Refusal `code-unreadable`
 */
export async function requireCode(
  { failure }: SaidRows,
  request: Request,
  ledger: Ledger,
): Promise<string | undefined> {
  if (failure === undefined) return undefined;
  const runs = runRecords(await ledger.newestRuns(), await ledger.spans());
  if (decide(request, runs, "").kind === "new") throw failure;
  return failure.message;
}

/** Whether the ledger knows what the table's rows are. */
export async function hasRun(ledger: Ledger): Promise<boolean> {
  return runRecords(await ledger.newestRuns(), []).length > 0;
}

function keyColumn({ key }: GivenSpec): string | undefined {
  return typeof key === "object" ? key.column : key;
}
