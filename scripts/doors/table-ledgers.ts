import { Refusal } from "../../app/errors";
import { findLedgers } from "../../app/ledger/find-ledgers";
import type { Ledger } from "../../app/ledger/ledger";
import { quoted } from "../../app/request/quoted";
import { allLedgers } from "../../app/run/session/all-ledgers";
import { chooseLedger } from "./choose-ledger";
import type { Server } from "./server";

/**
 * The ledger of each table that the database's state tables have runs of, by name; with `--table` of that one.
 * @throws Refusal `which-table` where there are others, but not this one; `ledger-older`, `which-ledger`
 */
export async function tableLedgers(server: Server): Promise<Ledger[]> {
  const { client, connection, stateTables, table: only } = server;
  const found = await findLedgers(client, connection.database);
  const all = await allLedgers(
    server,
    stateTables === undefined ? found : [chooseLedger(found, stateTables)],
  );
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
