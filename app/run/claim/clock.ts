import { setTimeout } from "node:timers/promises";

/** Time, as it is given to code that waits or measures. */
export interface Clock {
  /** Milliseconds that never go back. */
  monotonic(): number;
  /** Milliseconds since 1970. */
  wall(): number;
  /** Resolves after this many milliseconds, or at once when the signal aborts. */
  pause(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's own time. */
export const systemClock: Clock = {
  monotonic: () => performance.now(),
  wall: () => Date.now(),
  pause: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }).catch(() => {}),
};
