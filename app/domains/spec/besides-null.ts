import type { Generator } from "./generator";

/** What makes a generator's values where they are not NULL. */
export function besidesNull(generator: Generator): Generator {
  return generator.kind === "nullable" || generator.kind === "when" ? generator.of : generator;
}
