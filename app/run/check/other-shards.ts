import { Refusal } from "../../errors";
import type { RunRecord } from "../../plan/run-record";
import { shellWord } from "../../request/shell-word";
import { addressesOf } from "../../table/shards";
import type { TargetTable } from "../../table/target-table";

/**
 * @throws Refusal `other-shards` where runs into the table lie on other servers, on these in another order, or by
 * another key
 */
export function refuseOtherShards(
  table: Pick<TargetTable, "name" | "shards" | "shardedBy">,
  runs: readonly Pick<RunRecord, "shards" | "shardedBy">[],
): void {
  const given = placesOf({ shards: addressesOf(table), shardedBy: table.shardedBy });
  const other = runs.find((run) => placesOf(run) !== given);
  if (other === undefined) return;
  const { table: name } = table.name;
  const { shards, shardedBy } = other;
  const flags = shards && flagsOf(shards, shardedBy);
  throw new Refusal(
    "other-shards",
    flags === undefined
      ? `The rows of ${name} lie on one server, and a table is not spread over others later: go on without --cluster, or fill a table of another name`
      : `The rows of ${name} are spread over ${shards!.join(", ")}: go on with ${flags}`,
    { flags },
  );
}

function flagsOf(shards: readonly string[], shardedBy: RunRecord["shardedBy"]): string {
  if (shardedBy === undefined) return `--cluster ${shards.join(",")}`;
  const { expression, weights } = shardedBy;
  const key = `--sharding-key ${shellWord(expression, Infinity)}`;
  // Addresses weigh the same.
  return weights.every((weight) => weight === 1)
    ? `--cluster ${shards.join(",")} ${key}`
    : `${key} and --cluster, naming the cluster in which they weigh ${weights.join(", ")}`;
}

function placesOf({ shards = [], shardedBy }: Pick<RunRecord, "shards" | "shardedBy">): string {
  return JSON.stringify([shards, shardedBy?.expression, shardedBy?.weights]);
}
