import { Refusal } from "../../errors";
import type { RunRecord } from "../../plan/run-record";
import { addressesOf } from "../../table/shards";
import type { TargetTable } from "../../table/target-table";

/** @throws Refusal `other-shards` where runs into the table lie on other servers, or on these in another order */
export function refuseOtherShards(
  table: Pick<TargetTable, "name" | "shards">,
  runs: readonly Pick<RunRecord, "shards">[],
): void {
  const given = (addressesOf(table) ?? []).join(",");
  const other = runs.find(({ shards = [] }) => shards.join(",") !== given);
  if (other === undefined) return;
  const { table: name } = table.name;
  throw new Refusal(
    "other-shards",
    other.shards === undefined
      ? `The rows of ${name} lie on one server, and a table is not spread over others later: go on without --cluster, or remove them with --reset without --cluster first`
      : `The rows of ${name} are spread over ${other.shards.join(", ")}: go on with --cluster ${other.shards.join(",")}`,
    { shards: other.shards },
  );
}
