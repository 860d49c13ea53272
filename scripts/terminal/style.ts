import pc from "picocolors";
import type { Output } from "./output";

/** Colours, or functions that leave the text as it is. */
export type Style = ReturnType<typeof pc.createColors>;

/**
 * Colours for a terminal, none elsewhere. NO_COLOR (not empty) and TERM=dumb turn them off, FORCE_COLOR
 * (neither empty nor 0) on.
 */
export function styleFor(output: Output, env: Readonly<Record<string, string | undefined>>): Style {
  const forced = Boolean(env.FORCE_COLOR) && env.FORCE_COLOR !== "0";
  return pc.createColors(!env.NO_COLOR && (forced || (output.isTTY === true && env.TERM !== "dumb")));
}
