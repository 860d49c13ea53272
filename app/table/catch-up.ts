import type { ClickHouseClient } from "@clickhouse/client";
import { awaitReplica } from "../server/replicas";
import { allEnded } from "./shards";
import type { KeyedTable } from "./table-key";

/**
 * Before rows of a table are looked for: has its replicas fetch those that others have.
 * @param clients of the servers that are to be asked
 */
export async function catchUp(
  clients: readonly ClickHouseClient[],
  { name, replicated }: KeyedTable,
): Promise<void> {
  if (replicated) await allEnded(clients.map((at) => awaitReplica(at, name)));
}
