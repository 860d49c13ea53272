import type { ClickHouseClient } from "@clickhouse/client";
import { Refusal } from "../errors";
import { quoted } from "../request/quoted";
import type { Connection } from "./connection";
import { select } from "./select";

/** A server that has a shard. */
export interface ShardPlace {
  readonly connection: Connection;
  /** The shard's weight: 1 where addresses were given. */
  readonly weight: number;
}

/**
 * The servers that have the shards of a cluster, in their order: of each shard its first replica, by the user,
 * password, database and, where the cluster is named, the HTTP port of the connection.
 * @param cluster a name of `system.clusters`, or addresses: `host:port,host:port`
 * @throws Refusal `cluster-unknown`, `cluster-address`
 */
export async function clusterConnections(
  client: ClickHouseClient,
  connection: Connection,
  cluster: string,
): Promise<ShardPlace[]> {
  const places = isClusterName(cluster)
    ? (await shardHosts(client, cluster)).map((shard) => ({ ...shard, port: connection.port }))
    : cluster.split(",").map(addressIn);
  const twice = places.find(({ host, port }, i) =>
    places.slice(0, i).some((other) => other.host === host && other.port === port),
  );
  if (twice !== undefined)
    throw new Refusal(
      "cluster-address",
      `--cluster: two shards would be at ${twice.host}:${twice.port}: name their HTTP addresses, --cluster host:port,host:port`,
    );
  return places.map(({ weight, ...place }) => ({ connection: { ...connection, ...place }, weight }));
}

/** Whether that is a name of `system.clusters`, not addresses. */
export function isClusterName(cluster: string): boolean {
  return !/[,:]/.test(cluster);
}

function addressIn(text: string): Pick<Connection, "host" | "port"> & Pick<ShardPlace, "weight"> {
  const [, host, digits] = /^(\[[^\]]+\]|[^\s:/@]+):(\d{1,5})$/.exec(text.trim()) ?? [];
  const port = Number(digits);
  if (host === undefined || port < 1 || port > 65_535)
    throw new Refusal(
      "cluster-address",
      `--cluster: expected a cluster's name, or addresses such as host:8123,other:8123, received ${quoted(text)}`,
    );
  return { host, port, weight: 1 };
}

async function shardHosts(
  client: ClickHouseClient,
  cluster: string,
): Promise<{ host: string; weight: number }[]> {
  const shards = await select<{ cluster: string; host: string; weight: number }>(
    client,
    `SELECT cluster, host_name AS host, shard_weight AS weight FROM system.clusters
      ORDER BY cluster, shard_num, replica_num LIMIT 1 BY cluster, shard_num`,
  );
  const own = shards.filter((shard) => shard.cluster === cluster);
  if (own.length > 0) return own.map(({ host, weight }) => ({ host, weight }));
  const known = [...new Set(shards.map((shard) => shard.cluster))];
  throw new Refusal(
    "cluster-unknown",
    `--cluster: the server knows no cluster ${quoted(cluster)}; ${known.length === 0 ? "it knows none" : `it knows ${known.join(", ")}`}; addresses are written host:port,host:port`,
    { known },
  );
}
