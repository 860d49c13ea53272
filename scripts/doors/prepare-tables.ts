import { chooseDomain } from "../../app/domains/choose-domain";
import { EnvironmentFailure } from "../../app/errors";
import { createStateTables } from "../../app/ledger/create-state-tables";
import { findLedgers } from "../../app/ledger/find-ledgers";
import { needsUpgrade, readStateTables } from "../../app/ledger/state-tables";
import { upgradeLedger } from "../../app/ledger/upgrade-ledger";
import type { TableAccess } from "../../app/run/session/server-session";
import { createTableSql } from "../../app/table/create-table";
import { readTargetTable } from "../../app/table/target-table";
import { ledgerNames } from "../../datamodels/ledger-names";
import { commandPrefix } from "../cli/command-prefix";
import { withoutPassword } from "../project/connection-url";
import { chooseLedger } from "./choose-ledger";
import { printLine } from "./print-line";
import { IMAGES, type Server } from "./server";

/**
 * The target table; on the embedded server it is created where it is missing, and so are the state tables
 * everywhere.
 */
export async function prepareTables(server: Server): Promise<TableAccess> {
  const { connection, client, name } = server;
  const [found, ledgers] = await Promise.all([
    readTargetTable(client, name, chooseDomain),
    findLedgers(client, name.database),
  ]);
  let table = found;
  if (table === undefined && server.embedded && name.table === IMAGES) {
    // Declared tables are loaded only where one is missing: that takes half a second.
    const { imagesAnalytical } = await import("../../datamodels/images-analytical");
    await client.command({
      query: createTableSql(imagesAnalytical, name.database),
      clickhouse_settings: { wait_end_of_query: 1 },
    });
    table = await readTargetTable(client, name, chooseDomain);
  }
  if (table === undefined) throw tableMissing(server);
  const names = ledgerNames(chooseLedger(ledgers, server.stateTables));
  const stateTables = await readStateTables(client, name.database, names);
  const upgraded = stateTables.some(needsUpgrade)
    ? await upgradeLedger(client, name.database, names, name)
    : undefined;
  if (upgraded !== undefined) printLine(`note: ${upgraded}`);
  if (stateTables.some(({ shape }) => shape === undefined))
    await createStateTables(client, name.database, names);
  return { connection, client, table, ledger: server.ledger(names, name) };
}

/** @returns why the table to fill or to look at is not there, and what to do */
export function tableMissing({ connection, name, url }: Server): EnvironmentFailure {
  const prefix = commandPrefix(process.env);
  const way =
    name.table !== IMAGES
      ? "create it, or correct --table; a table of another database is --table database.name"
      : url === undefined
        ? `Moose creates it when the project starts ("${prefix} dev"); with --embedded it is created here`
        : `"${prefix} ddl --url ${withoutPassword(url)}" prints the statement that creates it`;
  return new EnvironmentFailure(
    "table-missing",
    `ClickHouse at ${connection.host}:${connection.port} has no table ${name.database}.${name.table}: ${way}`,
  );
}
