import { Refusal } from "../../app/errors";
import { findLedgers } from "../../app/ledger/find-ledgers";
import { knownTables } from "../../app/ledger/known-tables";
import type { Ledger } from "../../app/ledger/ledger";
import { readStateTables, refuseOlderLedger } from "../../app/ledger/state-tables";
import { quoted } from "../../app/request/quoted";
import { ledgerNames } from "../../datamodels/ledger-names";
import { chooseLedger } from "./choose-ledger";
import type { Server } from "./server";

/**
 * The ledger of each table that the database's state tables have runs of, by name; with `--table` of that one.
 * @throws Refusal `which-table` where there are others, but not this one; `ledger-older`, `which-ledger`
 */
export async function tableLedgers({
  client,
  connection,
  ledger,
  stateTables,
  table: only,
}: Server): Promise<Ledger[]> {
  const prefixes = await findLedgers(client, connection.database);
  const all: Ledger[] = [];
  for (const prefix of stateTables === undefined ? prefixes : [chooseLedger(prefixes, stateTables)]) {
    const names = ledgerNames(prefix);
    const tables = await readStateTables(client, connection.database, names);
    refuseOlderLedger(tables);
    if (tables.some(({ shape }) => shape === undefined)) continue;
    for (const table of await knownTables(client, tables[0].name)) all.push(ledger(names, table));
  }
  const asked = all.filter(
    ({ target: { database, table } }) =>
      only === undefined || only === table || only === `${database}.${table}`,
  );
  if (asked.length > 0 || all.length === 0) return asked;
  const known = [...new Set(all.map(({ target }) => target.table))];
  throw new Refusal(
    "which-table",
    `--table: there is no run into ${quoted(only)}; there are runs into ${known.join(", ")}`,
    { known },
  );
}
