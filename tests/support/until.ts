import { setTimeout as pause } from "node:timers/promises";

/**
 * Asks until the answer is yes; an error counts as a no. Gives up after two minutes, since a test has to end.
 */
export async function until(what: string, ask: () => Promise<boolean>): Promise<void> {
  let last: unknown;
  for (let i = 0; i < 480; i++) {
    try {
      if (await ask()) return;
    } catch (error) {
      last = error;
    }
    await pause(250);
  }
  throw new Error(`in vain: ${what}`, { cause: last });
}
