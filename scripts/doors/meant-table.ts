import { findLedgers } from "../../app/ledger/find-ledgers";
import { readStateTables, refuseOlderLedger } from "../../app/ledger/state-tables";
import { newTable, nextTable } from "../../app/run/session/meant-table";
import { otherTables } from "../../app/run/session/other-tables";
import { readTableDefinition, type TargetTable } from "../../app/table/target-table";
import { ledgerOf } from "./choose-ledger";
import { tableMissing } from "./prepare-tables";
import { readGivenSpec } from "./read-given-spec";
import { readSaidRows, hasRun, withSchemas } from "./said-rows";
import type { Server } from "./server";

/**
 * A table as a run would fill it now, for who only looks: nothing is created.
 * @param spec path of a file that says how columns are filled
 */
export async function readMeantTable(server: Server, spec: string | undefined): Promise<TargetTable> {
  const { client, connection, name } = server;
  const [found, ledgers] = await Promise.all([
    readTableDefinition(client, name),
    findLedgers(client, connection.database),
  ]);
  if (found === undefined) throw tableMissing(server);
  const said = await readSaidRows(server, found, readGivenSpec(spec));
  const names = ledgerOf(server, said, ledgers);
  const stateTables = await readStateTables(client, connection.database, names);
  const ledger = server.ledger(names, name);
  const others = otherTables({ client, ledger, declared: said.declared });
  const access = { client, ledger, given: said.given, others };
  const definition = withSchemas(found, said);
  refuseOlderLedger(stateTables);
  const hasLedger = stateTables.every(({ shape }) => shape !== undefined);
  if (said.failure !== undefined && !(hasLedger && (await hasRun(ledger)))) throw said.failure;
  return (hasLedger ? nextTable : newTable)(definition, access);
}
