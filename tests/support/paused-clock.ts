import type { Clock } from "../../app/run/claim/clock";

/** A clock whose pauses are over at once and are told, in milliseconds. */
export function pausedClock(): Pick<Clock, "pause"> & { readonly pauses: number[] } {
  const pauses: number[] = [];
  return { pauses, pause: async (milliseconds) => void pauses.push(milliseconds) };
}
