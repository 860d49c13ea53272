import type { GivenSpec } from "../../app/domains/spec/given-spec";
import { EnvironmentFailure } from "../../app/errors";
import { addSpecColumn } from "../../app/ledger/add-spec-column";
import { createStateTables } from "../../app/ledger/create-state-tables";
import { findLedgers } from "../../app/ledger/find-ledgers";
import { needsUpgrade, readStateTables } from "../../app/ledger/state-tables";
import { upgradeLedger } from "../../app/ledger/upgrade-ledger";
import { openTable } from "../../app/run/session/meant-table";
import { otherTables } from "../../app/run/session/other-tables";
import type { TableAccess } from "../../app/run/session/server-session";
import { createTableSql } from "../../app/table/create-table";
import { readSpreadDefinition } from "../../app/table/spread-definition";
import { readTableDefinition } from "../../app/table/target-table";
import { commandPrefix } from "../cli/command-prefix";
import { withoutPassword } from "../project/connection-url";
import { ledgerOf } from "./choose-ledger";
import { readSaidRows, refuseOtherCluster, type SaidRows, withSchemas } from "./said-rows";
import { printLine } from "./print-line";
import { IMAGES, type Server } from "./server";

/**
 * The target table; on the embedded server it is created where it is missing, and so are the state tables
 * everywhere.
 * @param file what `--spec` says
 */
export async function prepareTables(
  server: Server,
  file: GivenSpec,
): Promise<{ readonly access: TableAccess; readonly said: SaidRows }> {
  const { connection, client, name } = server;
  const [found, ledgers] = await Promise.all([
    readSpreadDefinition(server, name),
    findLedgers(client, connection.database),
  ]);
  let definition = found;
  if (definition === undefined && server.embedded && name.table === IMAGES) {
    // Declared tables are loaded only where one is missing: that takes half a second.
    const { imagesAnalytical } = await import("../../datamodels/images-analytical");
    await client.command({
      query: createTableSql(imagesAnalytical, name.database),
      clickhouse_settings: { wait_end_of_query: 1 },
    });
    definition = await readTableDefinition(client, name);
  }
  if (definition === undefined) throw tableMissing(server);
  const said = await readSaidRows(server, definition, file);
  refuseOtherCluster(said, server);
  const names = ledgerOf(server, said, ledgers);
  const stateTables = await readStateTables(client, connection.database, names);
  const upgraded = stateTables.some(needsUpgrade)
    ? await upgradeLedger(client, connection.database, names, name)
    : undefined;
  if (upgraded !== undefined) printLine(`note: ${upgraded}`);
  if (stateTables.some(({ shape }) => shape === undefined))
    await createStateTables(client, connection.database, names);
  const ledger = server.ledger(names, name);
  const others = otherTables({ client, ledger, declared: said.declared });
  const known = { client, ledger, given: said.given, others };
  const table = await openTable(withSchemas(definition, said), known);
  if (typeof table.domain.source === "object") await addSpecColumn(client, stateTables[0]);
  return { access: { connection, table, ...known }, said };
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
