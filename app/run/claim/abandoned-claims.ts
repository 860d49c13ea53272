/** One set for the process: Moose loads a package more than once. */
const KEY = Symbol.for("data-faker/abandoned-claims");
const holder = globalThis as unknown as { [KEY]?: Set<string> };

/**
 * Owners whose claims were abandoned in this process: none of their batches passes its commit check any more,
 * though an insert may still be under way. The claims are as good as those of a process that is gone.
 */
export const abandonedClaims: Set<string> = (holder[KEY] ??= new Set());
