import type { RunRow } from "../../ledger/ledger";
import type { Settings } from "../../plan/decide";
import { coverColumns } from "../../rows/column-coverage";
import { streamVersions } from "../../rows/stream-versions";
import type { TargetTable } from "../../table/target-table";
import type { ClaimFacts } from "./ownership";

/**
 * What a claim to write rows of a run says of it.
 * @param intent the claims to `fill` are what the run is; one to `repair` says nothing new of it
 */
export function claimFacts(
  intent: "fill" | "repair",
  table: TargetTable,
  runId: string,
  settings: Settings,
): ClaimFacts {
  return {
    intent,
    run_id: runId,
    seed: settings.seed,
    stream_versions: JSON.stringify(streamVersions(table.model)),
    columns: JSON.stringify(coverColumns(table.model).filled.map((column) => column.name)),
    first_row: settings.firstRow,
    target_rows: settings.targetRows,
    batch_size: settings.batchSize,
    checkpoint_interval: settings.checkpointInterval,
  };
}

/**
 * The names of the columns that were filled under each epoch, as the claims say; `undefined` where a claim is
 * gone.
 */
export function columnsByEpoch(rows: readonly RunRow[]): (epoch: number) => readonly string[] | undefined {
  const claims = new Map(
    rows.filter((row) => row.kind === "claim").map((row) => [row.epoch, JSON.parse(row.columns) as string[]]),
  );
  return (epoch) => claims.get(epoch);
}
