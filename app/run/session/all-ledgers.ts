import { ledgerNames } from "../../../datamodels/ledger-names";
import { knownTables } from "../../ledger/known-tables";
import type { Ledger } from "../../ledger/ledger";
import { readStateTables, refuseOlderLedger } from "../../ledger/state-tables";
import type { ServerSession } from "./server-session";

/**
 * The ledger of each table that state tables have runs of, by name.
 * @param prefixes of the state tables' names
 * @throws Refusal `ledger-older`
 */
export async function allLedgers(
  { client, connection, ledger }: Pick<ServerSession, "client" | "connection" | "ledger">,
  prefixes: readonly string[],
): Promise<Ledger[]> {
  const all: Ledger[] = [];
  for (const prefix of prefixes) {
    const names = ledgerNames(prefix);
    const tables = await readStateTables(client, connection.database, names);
    refuseOlderLedger(tables);
    if (tables.some(({ shape }) => shape === undefined)) continue;
    for (const table of await knownTables(client, tables[0].name)) all.push(ledger(names, table));
  }
  return all;
}
