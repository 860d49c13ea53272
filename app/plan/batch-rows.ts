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

/**
 * The request with inserts as large as can be where nothing was said of them and the table is partitioned: each
 * insert makes a part for every partition that it touches.
 */
export function suitBatches(request: Request, partitionKey: string): Request {
  if (partitionKey === "" || request.batchSize.source === "given") return request;
  return { ...request, batchSize: { value: MAX_BATCH_SIZE, source: "default" } };
}
