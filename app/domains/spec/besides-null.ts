import type { Generator } from "./generator";

/** Whether a generator makes NULLs of itself. */
export function holdsNull(generator: Generator): boolean {
  return generator.kind === "per" ? holdsNull(generator.of) : besidesNull(generator) !== generator;
}

/** What makes a generator's values where they are not NULL. */
export function besidesNull(generator: Generator): Generator {
  return generator.kind === "nullable" || generator.kind === "when" ? generator.of : generator;
}
