import type { Request } from "../request/request";
import { MAX_BATCH_SIZE } from "../request/request-options";
import type { Settings } from "./decide";

/** Below this many rows in all a run is one insert; ClickHouse likes no smaller ones. */
export const SMALL_RUN = 10_000;

export function isSmall(settings: Pick<Settings, "targetRows">): boolean {
  return settings.targetRows < SMALL_RUN;
}

/** Rows per insert. */
export function batchRows(settings: Settings): number {
  return isSmall(settings) ? SMALL_RUN : settings.batchSize;
}

/** Native runs have so many inserts at least, as the server works on one while the next ones are made. */
const LEAST_INSERTS = 5;

/**
 * The request with inserts of a size that suits its writer and its table, where nothing was said of them. As
 * large as can be where the table is partitioned, since each insert makes a part for every partition that it
 * touches; and with `native`, unless the run is too short for that.
 */
export function suitBatches(request: Request, partitionKey: string): Request {
  const { batchSize, writer, target } = request;
  const isPartitioned = partitionKey !== "";
  if (batchSize.source === "given" || (writer !== "native" && !isPartitioned)) return request;
  const value = isPartitioned ? MAX_BATCH_SIZE : nativeRows(target.rows);
  return { ...request, batchSize: { value, source: "default" } };
}

/** A multiple of {@link SMALL_RUN}. */
function nativeRows(targetRows: number): number {
  const whole = Math.floor(targetRows / LEAST_INSERTS / SMALL_RUN) * SMALL_RUN;
  return Math.min(MAX_BATCH_SIZE, Math.max(SMALL_RUN, whole));
}
