import type { BeatRow, ClaimRow, RunRow } from "./run-row";

/** After this long without a beat the owner of an unreleased claim counts as gone, in milliseconds. */
export const SILENT_MILLISECONDS = 20_000;

/** Who has claimed a table and not released it. */
export interface Holder {
  readonly claim: ClaimRow;
  /** The newest; `undefined` before the first. */
  readonly beat: BeatRow | undefined;
}

/**
 * The claims that count, by epoch: where an epoch has several, the earliest, then the one with the lowest
 * owner.
 */
export function claimsOf(rows: readonly RunRow[]): ClaimRow[] {
  const sorted = rows
    .filter((row) => row.kind === "claim")
    .sort((a, b) => a.epoch - b.epoch || a.at - b.at || (a.owner < b.owner ? -1 : 1));
  return sorted.filter(({ epoch }, i) => epoch !== sorted[i - 1]?.epoch);
}

/** The newest claim of a table, where it was not released. */
export function unreleased(rows: readonly RunRow[]): Holder | undefined {
  const claim = claimsOf(rows).at(-1);
  if (claim === undefined) return undefined;
  const beat = beatOf(rows, claim);
  return beat?.state === "released" ? undefined : { claim, beat };
}

/** The newest beat of a claim. */
export function beatOf(rows: readonly RunRow[], { epoch, owner }: ClaimRow): BeatRow | undefined {
  return rows
    .filter((row) => row.kind === "beat")
    .filter((beat) => beat.epoch === epoch && beat.owner === owner)
    .sort((a, b) => a.revision - b.revision)
    .at(-1);
}

/** How long the owner has been silent, in milliseconds. @param now milliseconds since 1970 by the server's clock */
export function silence({ claim, beat }: Holder, now: number): number {
  return now - (beat ?? claim).at;
}
