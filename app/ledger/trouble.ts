import type { BeatRow } from "./run-row";

/**
 * Why a run waits, or why it ended before its target. It stands as JSON in the `message` of a beat, where
 * others, and older versions, write a word.
 */
export interface Trouble {
  readonly error: string;
  /** The attempt that failed, from 1; `undefined` where nothing is tried again by itself. */
  readonly attempt?: number;
  /** Until the next attempt, from the time of the beat. */
  readonly retry_in_seconds?: number;
}

/** Longest error that is kept, in characters. */
const LONGEST = 600;

/** The error becomes one line. */
export function troubleMessage({ error, ...retry }: Trouble): string {
  return JSON.stringify({ error: error.replace(/\s*\n\s*/g, " ").slice(0, LONGEST), ...retry });
}

/** What a beat says of trouble; `undefined` where it says nothing, or cannot be understood. */
export function troubleOf(beat: Pick<BeatRow, "message"> | undefined): Trouble | undefined {
  if (!beat?.message.startsWith("{")) return undefined;
  try {
    const { error, attempt, retry_in_seconds } = JSON.parse(beat.message) as Partial<Trouble>;
    if (typeof error !== "string") return undefined;
    if (!Number.isSafeInteger(attempt) || !Number.isFinite(retry_in_seconds)) return { error };
    return { error, attempt: attempt!, retry_in_seconds: retry_in_seconds! };
  } catch {
    return undefined;
  }
}
