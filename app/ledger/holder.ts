import type { BeatRow, ClaimRow, LeaseRow, RunRow } from "./run-row";

/** After this long without a beat the owner of an unreleased claim counts as gone, in milliseconds. */
export const SILENT_MILLISECONDS = 20_000;

/** Who has claimed a table, or a part of a run, and not released it. */
export interface Holder {
  readonly claim: ClaimRow | LeaseRow;
  /** The newest; `undefined` before the first. */
  readonly beat: BeatRow | undefined;
}

/**
 * The claims that count, by epoch: where an epoch has several, the earliest, then the one with the lowest
 * owner.
 */
export function claimsOf(rows: readonly RunRow[]): ClaimRow[] {
  return winners(rows).filter((row) => row.kind === "claim");
}

/** The leases under the newest claim, or of those rows where they have no claim, by epoch; of one part the newest. */
export function leasesOf(rows: readonly RunRow[]): LeaseRow[] {
  const claimed = claimsOf(rows).at(-1)?.epoch;
  const leases = winners(rows)
    .filter((row) => row.kind === "lease")
    .filter(({ under }) => claimed === undefined || under === claimed);
  return leases.filter(
    ({ first_row: first }, i) => !leases.slice(i + 1).some((later) => later.first_row === first),
  );
}

/** Claims and leases, by epoch. */
export function winners(rows: readonly RunRow[]): (ClaimRow | LeaseRow)[] {
  const sorted = rows
    .filter((row) => row.kind === "claim" || row.kind === "lease")
    .sort((a, b) => a.epoch - b.epoch || a.at - b.at || (a.owner < b.owner ? -1 : 1));
  return sorted.filter(({ epoch }, i) => epoch !== sorted[i - 1]?.epoch);
}

/** The newest claim of a table, where it was not released. */
export function unreleased(rows: readonly RunRow[]): Holder | undefined {
  return holdersOf(rows, claimsOf(rows).slice(-1))[0];
}

/** All who may write to a table: of the newest claim and of the leases under it, those that were not released. */
export function holders(rows: readonly RunRow[]): Holder[] {
  return holdersOf(rows, [...claimsOf(rows).slice(-1), ...leasesOf(rows)]);
}

function holdersOf(rows: readonly RunRow[], claims: readonly (ClaimRow | LeaseRow)[]): Holder[] {
  return claims
    .map((claim) => ({ claim, beat: beatOf(rows, claim) }))
    .filter(({ beat }) => beat?.state !== "released");
}

/** The newest beat of a claim or lease. */
export function beatOf(rows: readonly RunRow[], { epoch, owner }: ClaimRow | LeaseRow): BeatRow | undefined {
  return rows
    .filter((row) => row.kind === "beat")
    .filter((beat) => beat.epoch === epoch && beat.owner === owner)
    .sort((a, b) => a.revision - b.revision)
    .at(-1);
}

/** Whether the owner has been silent for so long that it counts as gone. @param now as {@link silence} has it */
export function isSilent(holder: Holder, now: number): boolean {
  return silence(holder, now) > SILENT_MILLISECONDS;
}

/** How long the owner has been silent, in milliseconds. @param now milliseconds since 1970 by the server's clock */
export function silence({ claim, beat }: Holder, now: number): number {
  return now - (beat ?? claim).at;
}
