import type { Settings } from "../../plan/decide";
import { coverColumns, isCompared } from "../../rows/column-coverage";
import { streamVersions } from "../../rows/stream-versions";
import { addressesOf } from "../../table/shards";
import type { TargetTable } from "../../table/target-table";
import type { ClaimFacts } from "../../ledger/run-row";

/**
 * What a claim to write rows of a run says about it.
 * @param intent the claims to `fill` are what the run is; one to `repair` says nothing new about it
 * @param shared whether others may write parts of it
 */
export function claimFacts(
  intent: "fill" | "repair",
  table: TargetTable,
  runId: string,
  settings: Settings,
  shared = false,
): ClaimFacts {
  const { source } = table.domain;
  const shards = addressesOf(table);
  const skipped = table.model.filter((column) => column.skipped && !isCompared(column));
  const { shardedBy } = table;
  return {
    intent,
    ...(intent === "fill" && typeof source === "object" ? { spec: JSON.stringify(source) } : {}),
    run_id: runId,
    seed: settings.seed,
    stream_versions: streamVersions(table.model, table.domain),
    columns: coverColumns(table.model, table.domain).compared.map((column) => column.name),
    first_row: settings.firstRow,
    target_rows: settings.targetRows,
    batch_size: settings.batchSize,
    checkpoint_interval: settings.checkpointInterval,
    ...(shared ? { shared } : {}),
    ...(intent === "fill" && shards ? { shards, ...(shardedBy ? { shardedBy } : {}) } : {}),
    ...(intent === "fill" && skipped.length > 0 ? { skipped: skipped.map(({ name }) => name) } : {}),
  };
}

/** What a claim says that makes no rows: an empty `reset`. */
export function emptyClaim(runId: string): ClaimFacts {
  return {
    intent: "reset",
    run_id: runId,
    seed: "",
    stream_versions: {},
    columns: [],
    first_row: 0,
    target_rows: 0,
    batch_size: 0,
    checkpoint_interval: 0,
  };
}
