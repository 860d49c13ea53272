import { format } from "node:util";
import type { Output } from "./output";

const METHODS = ["log", "info", "warn", "error", "debug", "trace"] as const;

/**
 * Takes over `console`, on which Moose and the ClickHouse client print ("Connecting to Clickhouse at ...",
 * streams that were closed on purpose): their output is dropped, or goes to `debug` where there is one. The
 * command line itself writes to the process's streams.
 * @returns a function that restores `console`
 */
export function guardConsole(debug: Output | undefined): () => void {
  const kept = METHODS.map((method) => [method, console[method]] as const);
  for (const method of METHODS) {
    console[method] = (...parts: unknown[]) => void debug?.write(`${format(...parts)}\n`);
  }
  return () => {
    for (const [method, original] of kept) console[method] = original;
  };
}
