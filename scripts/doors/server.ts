import { imagesDomain } from "../../app/domains/images/images-domain";
import { tableExists } from "../../app/table/table-state";
import type { OlapTable } from "@514labs/moose-lib";
import { EnvironmentFailure } from "../../app/errors";
import { createStateTables } from "../../app/ledger/create-state-tables";
import { findLedgers } from "../../app/ledger/find-ledgers";
import type { Ledger } from "../../app/ledger/ledger";
import { refuseOlderLedger } from "../../app/ledger/state-tables";
import { upgradeLedger } from "../../app/ledger/upgrade-ledger";
import {
  openServerSession,
  type ServerSession,
  type TableAccess,
} from "../../app/run/session/server-session";
import { createTableSql } from "../../app/table/create-table";
import { readTargetTable } from "../../app/table/target-table";
import type { TableName } from "../../app/server/table-name";
import { type LedgerNames, ledgerNames } from "../../datamodels/ledger-names";
import { chooseLedger } from "./choose-ledger";
import { printLine } from "./print-line";
import { commandPrefix } from "../cli/command-prefix";
import type { Place } from "../cli/invocation";
import { attachEmbedded } from "../embedded/attach-embedded";
import { embeddedFolder } from "../embedded/embedded-folder";
import { readProject, requireLocal } from "../project/project";

/** The server of a command, and what is asked of it. Close it in the end. */
export interface Server extends ServerSession {
  readonly name: TableName;
  readonly embedded: boolean;
  /** The given prefix of the ledger's table names. */
  readonly stateTables: string | undefined;
}

/** @throws EnvironmentFailure, Refusal where the project, the agreement or the server is missing */
export async function openServer(place: Place): Promise<Server> {
  const project = readProject(place.project, process.cwd(), process.env);
  if (!place.embedded) requireLocal(project.connection, place.yes);
  const { user, password, database, port } = project.connection;
  const attached = place.embedded
    ? await attachEmbedded({
        folder: embeddedFolder(project.directory),
        preferredPort: port,
        user,
        password,
        database,
        start: true,
      })
    : undefined;
  const connection = attached?.connection ?? project.connection;
  const session = await openServerSession(connection).catch(async (error: unknown) => {
    await attached?.release();
    throw place.embedded ? error : withWaysOut(error);
  });
  return {
    ...session,
    name: { database, table: "images_analytical" },
    embedded: place.embedded,
    stateTables: place.stateTables,
    close: async () => {
      await session.close();
      await attached?.release();
    },
  };
}

function withWaysOut(error: unknown): unknown {
  if (!(error instanceof EnvironmentFailure && error.code === "no-connection")) return error;
  const ways = `"${commandPrefix(process.env)} dev" starts it with Moose, and --embedded needs none`;
  return new EnvironmentFailure(error.code, `${error.message}; ${ways}`, error.fields, { cause: error });
}

/**
 * The target table; on the embedded server it is created where it is missing, and so are the state tables
 * everywhere.
 */
export async function prepareTables(server: Server): Promise<TableAccess> {
  let table = await readTargetTable(server.client, server.name, imagesDomain);
  if (table === undefined && server.embedded) {
    await create(server, (await import("../../datamodels/images-analytical")).imagesAnalytical);
    table = await readTargetTable(server.client, server.name, imagesDomain);
  }
  if (table === undefined) throw tableMissing(server);
  const names = await stateTables(server);
  const upgraded = await upgradeLedger(server.client, server.name.database, names, server.name);
  if (upgraded !== undefined) printLine(`note: ${upgraded}`);
  if (!(await bothExist(server, names))) await createStateTables(server.client, server.name.database, names);
  const { connection, client, name } = server;
  return { connection, client, table, ledger: server.ledger(names, name) };
}

/** Declared tables are loaded only where one is missing: that takes half a second. */
async function create({ client, name }: Server, table: OlapTable<any>): Promise<void> {
  const query = createTableSql(table, name.database).replace(
    /^CREATE TABLE (?!IF NOT EXISTS)/,
    "CREATE TABLE IF NOT EXISTS ",
  );
  await client.command({ query, clickhouse_settings: { wait_end_of_query: 1 } });
}

function tableMissing({ connection, name }: Server): EnvironmentFailure {
  return new EnvironmentFailure(
    "table-missing",
    `ClickHouse at ${connection.host}:${connection.port} has no table ${name.database}.${name.table}: Moose creates it when the project starts ("${commandPrefix(process.env)} dev"); with --embedded it is created here`,
  );
}

/** The ledger, where its tables exist. @throws Refusal `ledger-older`, `which-ledger` */
export async function findLedger(server: Server): Promise<Ledger | undefined> {
  const names = await stateTables(server);
  await refuseOlderLedger(server.client, server.name.database, names);
  return (await bothExist(server, names)) ? server.ledger(names, server.name) : undefined;
}

/** @throws Refusal where it is not clear which of several are meant */
async function stateTables({ client, name, stateTables: given }: Server): Promise<LedgerNames> {
  return ledgerNames(chooseLedger(await findLedgers(client, name.database), given));
}

async function bothExist({ client, name }: Server, names: LedgerNames): Promise<boolean> {
  for (const table of [names.runs, names.steps]) {
    if (!(await tableExists(client, { database: name.database, table }))) return false;
  }
  return true;
}
