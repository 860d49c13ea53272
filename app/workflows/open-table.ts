import type { OlapTable } from "@514labs/moose-lib";
import { EnvironmentFailure } from "../errors";
import { factsFromOlapTable } from "../model/facts-from-olap-table";
import { declaredOf } from "./declared-fakers";
import { addSpecColumn } from "../ledger/add-spec-column";
import { createStateTables } from "../ledger/create-state-tables";
import { readStateTables } from "../ledger/state-tables";
import { upgradeLedger } from "../ledger/upgrade-ledger";
import { thisHost } from "../run/session/host";
import type { Intent } from "../run/intent";
import type { RunEvent, RunSummary } from "../run/run-event";
import type { RunOptions } from "../run/session/run-options";
import { runFaker } from "../run/run-faker";
import { openTable } from "../run/session/meant-table";
import { otherTables } from "../run/session/other-tables";
import { openSessions, type TableAccess } from "../run/session/server-session";
import { serverName } from "../table/create-table";
import { readSpreadDefinition } from "../table/spread-definition";
import { mooseConnection } from "../writer/olap/moose-connection";
import type { FakerSettings } from "./faker-settings";

/** A table that a workflow works on, and its ledger. */
export interface OpenTable extends TableAccess {
  /** @returns `undefined` where it was asked to stop before there was anything to do */
  run(intent: Intent, call: RunCall): Promise<RunSummary | undefined>;
}

export interface RunCall {
  /** Names the owner in the ledger; unique to the attempt. */
  readonly ownerId: string;
  readonly stop: AbortSignal;
  readonly again: RunOptions["again"];
  readonly emit: (event: RunEvent) => void;
}

/** Opens the table with the connection that Moose itself uses here, or on its cluster, and closes it after `work`. */
export async function withOpenTable<T>(
  { table: declared, stateTables, cluster, shardingKey, given }: FakerSettings,
  work: (open: OpenTable) => Promise<T>,
): Promise<T> {
  const session = await openSessions(await mooseConnection(), cluster, undefined, shardingKey);
  try {
    const { client, connection } = session;
    const name = physicalName(declared, connection.database);
    const found = await readSpreadDefinition(session, name);
    if (found === undefined) {
      throw new EnvironmentFailure(
        "table-missing",
        `ClickHouse at ${connection.host}:${connection.port} has no table ${name.database}.${name.table}: Moose creates it when it starts, see its log`,
      );
    }
    // Moose makes them on its own server.
    if (cluster !== undefined) await createStateTables(client, connection.database, stateTables);
    const upgraded = await upgradeLedger(client, connection.database, stateTables, name);
    if (upgraded !== undefined) console.info(`${name.table}: ${upgraded}`);
    // A server knows nothing of what the declaration says of values.
    const { schemas = {} } = factsFromOlapTable(declared);
    const definition = { ...found, facts: { ...found.facts, schemas } };
    const ledger = session.ledger(stateTables, name);
    const others = otherTables({ client, ledger, declared: declaredOf });
    const known = { client, ledger, given, others };
    const table = await openTable(definition, known);
    const [runs] = await readStateTables(client, connection.database, stateTables);
    if (typeof table.domain.source === "object") await addSpecColumn(client, runs);
    const access = { connection, table, ...known };
    const run = async (intent: Intent, { ownerId, emit, ...call }: RunCall) => {
      let summary: RunSummary | undefined;
      const keep = (event: RunEvent) => {
        if (event.kind === "finished") summary = event.summary;
        emit(event);
      };
      const host = thisHost("workflow", ownerId);
      await runFaker({ ...access, ...host, ...call, emit: keep }, intent);
      return summary;
    };
    return await work({ ...access, run });
  } finally {
    await session.close();
  }
}

function physicalName(table: OlapTable<any>, database: string): { database: string; table: string } {
  const { database: own } = table.config as { database?: string };
  return { database: own ?? database, table: serverName(table) };
}
