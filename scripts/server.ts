import type { ClickHouseClient } from "@clickhouse/client";
import type { OlapTable } from "@514labs/moose-lib";
import { EnvironmentFailure } from "../app/errors";
import { Ledger } from "../app/ledger/ledger";
import { firstContact, openClient } from "../app/table/client";
import type { Connection } from "../app/table/connection";
import { createTableSql } from "../app/table/create-table";
import { readTargetTable, type TargetTable } from "../app/table/target-table";
import type { TableName } from "../app/table/table-name";
import type { Place } from "./cli/invocation";
import { attachEmbedded } from "./embedded/attach-embedded";
import { embeddedFolder } from "./embedded/embedded-folder";
import { readProject, requireLocal } from "./project";

/** A server that has answered, and what is asked of it. Close it in the end. */
export interface Server {
  readonly connection: Connection;
  readonly client: ClickHouseClient;
  readonly name: TableName;
  readonly embedded: boolean;
  close(): Promise<void>;
}

/** @throws EnvironmentFailure, Refusal where the project, the agreement or the server is missing */
export async function openServer(place: Place): Promise<Server> {
  const project = readProject(place.project, process.cwd(), process.env);
  if (!place.embedded) requireLocal(project.connection, place.yes);
  const { user, password, database, port } = project.connection;
  const attached = place.embedded
    ? await attachEmbedded({ folder: embeddedFolder(project.directory), preferredPort: port, user, password, database, start: true })
    : undefined;
  const connection = attached?.connection ?? project.connection;
  const client = openClient(connection);
  const close = async () => {
    await client.close();
    await attached?.release();
  };
  try {
    await firstContact(client, connection);
  } catch (error) {
    await close();
    throw error;
  }
  return { connection, client, name: { database, table: "images_analytical" }, embedded: place.embedded, close };
}

/** The declared tables are loaded only where they are needed: that takes half a second. */
async function declared(): Promise<{ target: OlapTable<any>; runs: OlapTable<any>; steps: OlapTable<any> }> {
  const { imagesAnalytical: target } = await import("../datamodels/images-analytical");
  const { declareLedgerTables, LEDGER_NAMES } = await import("../datamodels/ledger-tables");
  return { target, ...declareLedgerTables(LEDGER_NAMES) };
}

/** The target table; on the embedded server it is created where it is missing, and so are the state tables everywhere. */
export async function prepareTables(server: Server): Promise<{ table: TargetTable; ledger: Ledger }> {
  const { target, runs, steps } = await declared();
  let table = await readTargetTable(server.client, server.name);
  if (table === undefined && server.embedded) {
    await create(server, target);
    table = await readTargetTable(server.client, server.name);
  }
  if (table === undefined) throw tableMissing(server);
  for (const state of [runs, steps]) {
    if ((await exists(server, state.name)) === false) await create(server, state);
  }
  return { table, ledger: ledgerOf(server) };
}

async function create({ client, name }: Server, table: OlapTable<any>): Promise<void> {
  const query = createTableSql(table, name.database).replace(/^CREATE TABLE (?!IF NOT EXISTS)/, "CREATE TABLE IF NOT EXISTS ");
  await client.command({ query, clickhouse_settings: { wait_end_of_query: 1 } });
}

async function exists({ client, name }: Server, table: string): Promise<boolean> {
  return (await readTargetTable(client, { database: name.database, table })) !== undefined;
}

function tableMissing({ connection, name }: Server): EnvironmentFailure {
  return new EnvironmentFailure(
    "table-missing",
    `ClickHouse at ${connection.host}:${connection.port} has no table ${name.database}.${name.table}: Moose creates it when the project starts ("npm run dev:moose"); with --embedded it is created here`,
  );
}

/** The ledger, where its tables exist. */
export async function findLedger(server: Server): Promise<Ledger | undefined> {
  const { LEDGER_NAMES } = await import("../datamodels/ledger-tables");
  return (await exists(server, LEDGER_NAMES.runs)) && (await exists(server, LEDGER_NAMES.steps)) ? ledgerOf(server) : undefined;
}

function ledgerOf({ client, name }: Server): Ledger {
  const named = (table: string) => ({ database: name.database, table });
  return new Ledger(client, named("data_faker_runs"), named("data_faker_steps"), name.table);
}
