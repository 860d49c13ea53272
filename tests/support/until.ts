import { setTimeout as pause } from "node:timers/promises";

/** Asks until the answer is yes; an error counts as a no. @param minutes after which it gives up: a test has to end */
export async function until(what: string, ask: () => Promise<boolean>, minutes = 2): Promise<void> {
  let last: unknown;
  for (let i = 0; i < minutes * 240; i++) {
    try {
      if (await ask()) return;
    } catch (error) {
      last = error;
    }
    await pause(250);
  }
  throw new Error(`in vain: ${what}`, { cause: last });
}
