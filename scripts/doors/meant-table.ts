import { chooseDomain } from "../../app/domains/choose-domain";
import type { TableSpec } from "../../app/domains/spec/table-spec";
import { findLedgers } from "../../app/ledger/find-ledgers";
import { readStateTables, refuseOlderLedger } from "../../app/ledger/state-tables";
import { openTable } from "../../app/run/session/meant-table";
import { readTableDefinition, type TargetTable, targetTable } from "../../app/table/target-table";
import { ledgerNames } from "../../datamodels/ledger-names";
import { chooseLedger } from "./choose-ledger";
import { tableMissing } from "./prepare-tables";
import { readGivenSpec } from "./read-given-spec";
import type { Server } from "./server";

/**
 * A table as a run would fill it now, for who only looks: nothing is created.
 * @param spec path of a file that says how columns are filled
 */
export async function readMeantTable(server: Server, spec: string | undefined): Promise<TargetTable> {
  const { client, connection, name } = server;
  const given = readGivenSpec(spec);
  const [definition, ledgers] = await Promise.all([
    readTableDefinition(client, name),
    findLedgers(client, connection.database),
  ]);
  if (definition === undefined) throw tableMissing(server);
  const { facts } = definition;
  if (ledgers.length === 0) return targetTable(definition, chooseDomain(facts, given));
  const names = ledgerNames(chooseLedger(ledgers, server.stateTables));
  refuseOlderLedger(await readStateTables(client, connection.database, names));
  const table = await openTable(definition, { client, ledger: server.ledger(names, name), given });
  const { source } = table.domain;
  if (typeof source === "string") return table;
  return targetTable(definition, chooseDomain(facts, given, source as TableSpec));
}
