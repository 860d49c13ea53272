import { parseArgs } from "node:util";
import { Refusal } from "../../app/errors";
import type { BenchPart } from "./run-bench";

/** What `npm run bench` was asked for. */
export interface BenchArguments {
  readonly quick: boolean;
  readonly help: boolean;
  /** Of the figures as JSON; `undefined`: the default. */
  readonly out: string | undefined;
  readonly parts: readonly BenchPart[];
  /** As it is repeated, for the report. */
  readonly command: string;
}

/** @throws Refusal `arguments` */
export function benchArguments(given: readonly string[]): BenchArguments {
  // pnpm hands on the `--` that npm takes for itself.
  const args = given[0] === "--" ? given.slice(1) : [...given];
  const flag = { type: "boolean", default: false } as const;
  const options = { quick: flag, "any-table": flag, help: flag, out: { type: "string" } } as const;
  try {
    const { quick, "any-table": anyTable, help, out } = parseArgs({ args, options }).values;
    const flags = [...(quick ? ["--quick"] : []), ...(anyTable ? ["--any-table"] : [])];
    return {
      quick,
      help,
      out,
      parts: anyTable ? ["any table"] : ["images", "any table"],
      command: ["npm run bench", ...(flags.length > 0 ? ["--", ...flags] : [])].join(" "),
    };
  } catch (error) {
    throw new Refusal("arguments", `${(error as Error).message.split("\n")[0]}; see --help`);
  }
}
