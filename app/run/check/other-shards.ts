import { Refusal } from "../../errors";
import type { RunRecord } from "../../plan/run-record";
import { shellWord } from "../../request/shell-word";
import { addressesOf } from "../../table/shards";
import type { TargetTable } from "../../table/target-table";

/** @throws Refusal `other-shards` where runs into the table lie on other servers, on these in another order or by another key */
export function refuseOtherShards(
  table: Pick<TargetTable, "name" | "shards" | "shardedBy">,
  runs: readonly Pick<RunRecord, "shards" | "shardedBy">[],
): void {
  const given = placesOf({ shards: addressesOf(table), shardedBy: table.shardedBy });
  const other = runs.find((run) => placesOf(run) !== given);
  if (other === undefined) return;
  const { table: name } = table.name;
  const { shards, shardedBy } = other;
  const key = shardedBy === undefined ? "" : ` --sharding-key ${shellWord(shardedBy.expression, Infinity)}`;
  throw new Refusal(
    "other-shards",
    shards === undefined
      ? `The rows of ${name} lie on one server, and a table is not spread over others later: go on without --cluster, or remove them with --reset without --cluster first`
      : `The rows of ${name} are spread over ${shards.join(", ")}: go on with --cluster ${shards.join(",")}${key}`,
    { shards },
  );
}

function placesOf({ shards = [], shardedBy }: Pick<RunRecord, "shards" | "shardedBy">): string {
  return JSON.stringify([shards, shardedBy?.expression, shardedBy?.weights]);
}
