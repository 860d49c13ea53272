import type { CommandName } from "./cli-options";
import type { Invocation } from "./invocation";

/** What the command line can do; each returns the process's exit code. */
export type Commands = {
  readonly [Name in CommandName]: (invocation: Extract<Invocation, { kind: Name }>) => Promise<number>;
};
