import { quoteIdentifier, quoteString } from "../model/quoting";

/** Where a replicated table keeps its state in Keeper, and what each of its replicas is called there. */
export interface KeeperPlace {
  readonly path: string;
  readonly replica: string;
}

/**
 * One table on all servers of a cluster, whatever its shards: each has all of the rows. Without `{uuid}`, a server
 * that is replaced gets them by the same statement.
 */
export const ON_EVERY_SERVER: KeeperPlace = {
  path: "/clickhouse/tables/{database}/{table}",
  replica: "{shard}-{replica}",
};

/**
 * The statement that creates a table on every server of a cluster, with the replicated form of its engine.
 * @param sql of `createTableSql`
 * @param place default: the servers' own (`default_replica_path`), by which each shard has its own rows
 */
export function onCluster(sql: string, cluster: string, place?: KeeperPlace): string {
  const own = place === undefined ? [] : [place.path, place.replica].map(quoteString);
  return sql
    .replace(/\bnon_(?=replicated_deduplication_window = )/, "")
    .replace("\n", () => ` ON CLUSTER ${quoteIdentifier(cluster)}\n`)
    .replace(/^ENGINE = (\w+)(?:\((.*)\))?$/m, (_, engine: string, parameters?: string) => {
      const all = [...own, ...(parameters === undefined ? [] : [parameters])];
      return `ENGINE = Replicated${engine}${all.length === 0 ? "" : `(${all.join(", ")})`}`;
    });
}
