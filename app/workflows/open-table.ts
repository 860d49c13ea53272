import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import type { OlapTable } from "@514labs/moose-lib";
import type { ClickHouseClient } from "@clickhouse/client";
import { EnvironmentFailure } from "../errors";
import { Ledger, LEDGER_TIMEOUT } from "../ledger/ledger";
import type { Request } from "../request/request";
import type { RunEvent, RunSummary } from "../run/run-event";
import { runFaker } from "../run/run-faker";
import { systemClock } from "../run/claim/system-clock";
import { thisOwner } from "../run/claim/this-owner";
import { openClient } from "../server/client";
import { firstContact } from "../server/first-contact";
import { tableName } from "../table/create-table";
import { readTargetTable, type TargetTable } from "../table/target-table";
import { mooseConnection } from "../writer/olap/moose-connection";
import type { FakerSettings } from "./faker-settings";

/** A table that a workflow works on, and its ledger. */
export interface OpenTable {
  readonly client: ClickHouseClient;
  readonly ledger: Ledger;
  readonly table: TargetTable;
  run(request: Request, call: RunCall): Promise<RunSummary>;
}

export interface RunCall {
  /** Names the owner in the ledger; unique to the attempt. */
  readonly ownerId: string;
  readonly stop: AbortSignal;
  readonly emit: (event: RunEvent) => void;
}

/** Opens the table with the connection that Moose itself uses here, and closes it after `work`. */
export async function withOpenTable<T>(
  { table: declared, stateTables }: FakerSettings,
  work: (open: OpenTable) => Promise<T>,
): Promise<T> {
  const connection = await mooseConnection();
  const client = openClient(connection);
  const ledgerClient = openClient(connection, { requestTimeout: LEDGER_TIMEOUT });
  try {
    await firstContact(client, connection);
    const name = physicalName(declared, connection.database);
    const table = await readTargetTable(client, name);
    if (table === undefined) {
      throw new EnvironmentFailure(
        "table-missing",
        `ClickHouse at ${connection.host}:${connection.port} has no table ${name.database}.${name.table}: Moose creates it when it starts, see its log`,
      );
    }
    const state = (name: string) => ({ database: connection.database, table: name });
    const ledger = new Ledger(ledgerClient, state(stateTables.runs), state(stateTables.steps), name.table);
    const run = async (request: Request, { ownerId, stop, emit }: RunCall) => {
      let summary: RunSummary | undefined;
      await runFaker({
        client,
        ledger,
        table,
        connection,
        request,
        stop,
        cores: availableParallelism(),
        owner: thisOwner("workflow", ownerId),
        clock: systemClock,
        random: Math.random,
        randomSeed: randomBytes(6).toString("hex"),
        emit(event) {
          if (event.kind === "finished") summary = event.summary;
          emit(event);
        },
      });
      return summary!;
    };
    return await work({ client, ledger, table, run });
  } finally {
    await Promise.all([client.close(), ledgerClient.close()]);
  }
}

function physicalName(table: OlapTable<any>, database: string): { database: string; table: string } {
  const { database: own, version } = table.config as { database?: string; version?: string };
  return { database: own ?? database, table: tableName(table.name, version) };
}
