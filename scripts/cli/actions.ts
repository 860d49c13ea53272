import type { Invocation } from "./invocation";

type Of<K extends Invocation["kind"]> = Extract<Invocation, { kind: K }>;

/** What the command line can do; each returns the process's exit code. */
export interface Actions {
  run(invocation: Of<"run">): Promise<number>;
  count(invocation: Of<"count">): Promise<number>;
  sample(invocation: Of<"sample">): Promise<number>;
  status(invocation: Of<"status">): Promise<number>;
  verify(invocation: Of<"verify">): Promise<number>;
  stop(invocation: Of<"stop">): Promise<number>;
}

/** Where text for the user goes: results on standard output, errors on standard error. */
export interface Streams {
  out(text: string): void;
  err(text: string): void;
}
