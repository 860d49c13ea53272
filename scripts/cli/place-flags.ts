import { shellWord } from "../../app/request/shell-word";
import { withoutPassword } from "../project/connection-url";
import type { Place } from "./invocation";

/** The flags that name the same server and ledger again, for messages; `undefined` where none are needed. */
export function placeFlags({
  embedded,
  url,
  table,
  stateTables,
  cluster,
  shardingKey,
}: Partial<Omit<Place, "project" | "yes">>): string | undefined {
  const flags = placeArguments({ embedded, url, table, stateTables, cluster, shardingKey });
  return flags.map((flag) => shellWord(flag, Infinity)).join(" ") || undefined;
}

/** The same as the arguments of a program, with all that is given of a place. */
export function placeArguments({
  embedded,
  url,
  table,
  project,
  stateTables,
  cluster,
  shardingKey,
  yes,
}: Partial<Place>): string[] {
  return [
    ...(embedded ? ["--embedded"] : []),
    ...(url === undefined ? [] : ["--url", withoutPassword(url)]),
    ...(table === undefined ? [] : ["--table", table]),
    ...(project === undefined ? [] : ["--project", project]),
    ...(stateTables === undefined ? [] : ["--state-tables", stateTables]),
    ...(cluster === undefined ? [] : ["--cluster", cluster]),
    ...(shardingKey === undefined ? [] : ["--sharding-key", shardingKey]),
    ...(yes ? ["--yes"] : []),
  ];
}
