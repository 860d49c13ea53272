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
