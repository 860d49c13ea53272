import { findLedgers } from "../../app/ledger/find-ledgers";
import { runRecords } from "../../app/ledger/run-records";
import { needsUpgrade, readStateTables } from "../../app/ledger/state-tables";
import { newestRun } from "../../app/plan/newest-run";
import type { RunRecord } from "../../app/plan/run-record";
import { ledgerNames } from "../../datamodels/ledger-names";
import { chooseLedger } from "./choose-ledger";
import type { Server } from "./server";

/** The newest run into the table; `undefined` where no ledger has one. */
export async function tableRun(server: Server): Promise<RunRecord | undefined> {
  const { client, connection, name, stateTables } = server;
  const prefixes = await findLedgers(client, connection.database);
  for (const prefix of stateTables === undefined ? prefixes : [chooseLedger(prefixes, stateTables)]) {
    const names = ledgerNames(prefix);
    const tables = await readStateTables(client, connection.database, names);
    if (tables.some((table) => table.shape === undefined || needsUpgrade(table))) continue;
    const run = newestRun(runRecords(await server.ledger(names, name).newestRuns(), []));
    if (run !== undefined) return run;
  }
  return undefined;
}
