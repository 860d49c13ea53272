import type { ClickHouseClient } from "@clickhouse/client";
import type { LedgerNames } from "../../../datamodels/ledger-names";
import type { GivenSpec } from "../../domains/spec/given-spec";
import type { OtherTables } from "../../domains/spec/relations/resolve-references";
import type { TableFacts } from "../../model/table-facts";
import { Ledger, LEDGER_TIMEOUT } from "../../ledger/ledger";
import { openClient } from "../../server/client";
import { clusterConnections } from "../../server/cluster";
import type { Connection } from "../../server/connection";
import { firstContact } from "../../server/first-contact";
import { consistentClient } from "../../server/replicas";
import type { TableName } from "../../server/table-name";
import type { Spread } from "../../table/shards";
import type { TargetTable } from "../../table/target-table";

/** A table to work on, its ledger, and the server that has both. */
export interface TableAccess {
  /** The server that `client` is connected to; writers connect by themselves. */
  readonly connection: Connection;
  readonly client: ClickHouseClient;
  readonly ledger: Ledger;
  readonly table: TargetTable;
  /** What is said of its rows; the ledger's and the inferred take second place. Default: nothing. */
  readonly given?: GivenSpec | undefined;
  /** The tables that rows may refer to. */
  readonly others: OtherTables;
}

/** What a project's code says of a table's rows. */
export interface DeclaredRows {
  readonly given: GivenSpec;
  readonly schemas: NonNullable<TableFacts["schemas"]>;
}

/** A server that has answered, and how it is asked. Close it in the end. */
export interface ServerSession extends Spread {
  /** Of a cluster, its first shard's: the ledger lies there. */
  readonly connection: Connection;
  readonly client: ClickHouseClient;
  /** The ledger of a table. @param names its state tables, in the connection's database */
  ledger(names: LedgerNames, table: TableName): Ledger;
  close(): Promise<void>;
}

/**
 * Opens the servers that have a cluster's shards.
 * @param connection of any server that knows the cluster
 * @param cluster as {@link clusterConnections} takes it; `undefined`: the one server
 * @param agree is asked of each shard's server; throws where that is not meant
 * @param shardingKey see `ShardingKey.expression`; default: the shards take turns
 * @throws EnvironmentFailure where a server does not answer as it should; as {@link clusterConnections}
 */
export async function openSessions(
  connection: Connection,
  cluster: string | undefined,
  agree: (connection: Connection) => void = () => {},
  shardingKey?: string,
): Promise<ServerSession> {
  if (cluster === undefined) return openServerSession(connection);
  const asked = await openServerSession(connection);
  const all: ServerSession[] = [];
  const close = async () => void (await Promise.all(all.map((session) => session.close())));
  try {
    const places = await clusterConnections(asked.client, connection, cluster);
    for (const place of places) agree(place.connection);
    for (const place of places) all.push(await openServerSession(place.connection));
    const weights = places.map(({ weight }) => weight);
    return {
      ...all[0]!,
      shards: all,
      shardedBy: shardingKey === undefined ? undefined : { expression: shardingKey, weights },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  } finally {
    await asked.close();
  }
}

/**
 * Opens the clients that work on a server: one for the table, and one for the ledger, which does not wait long.
 * @throws EnvironmentFailure where the server does not answer as it should
 */
export async function openServerSession(connection: Connection): Promise<ServerSession> {
  const client = openClient(connection);
  const ledgerClient = openClient(connection, { requestTimeout: LEDGER_TIMEOUT });
  const stateTable = (table: string) => ({ database: connection.database, table });
  const close = async () => void (await Promise.all([client.close(), ledgerClient.close()]));
  try {
    await firstContact(client, connection);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    connection,
    client,
    ledger({ runs, steps }, table) {
      const consistent = consistentClient(ledgerClient, connection.database, [runs, steps]);
      return new Ledger(consistent, stateTable(runs), stateTable(steps), table);
    },
    close,
  };
}
