import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { Refusal } from "../app/errors";
import { renderReport } from "./bench/bench-report";
import { FULL, QUICK } from "./bench/bench-size";
import { runBench } from "./bench/run-bench";
import { runDoor } from "./terminal/run-door";

const DEFAULT_OUT = path.join(".data-faker", "bench.json");

const HELP = `Measures how fast rows are made and loaded, side by side with the old design and with what the server can take.

  npm run bench                 everything, with memory up to 20 million rows: 25 minutes on two cores
  npm run bench -- --quick      a few minutes

  --quick      fewer rounds and rows, no memory
  --out FILE   where to write the figures as JSON; default: ${DEFAULT_OUT}
  --help       this text

The table on standard output is Markdown. Each server that it starts has its data in a temporary folder and ends with the command.
`;

async function main(signal: AbortSignal): Promise<void> {
  const { quick = false, out = DEFAULT_OUT, help } = readOptions(process.argv.slice(2));
  if (help === true) {
    process.stdout.write(HELP);
    return;
  }
  mkdirSync(path.dirname(path.resolve(out)), { recursive: true });
  const command = `npm run bench${quick ? " -- --quick" : ""}`;
  const report = await runBench(quick ? QUICK : FULL, command, (text) => {
    signal.throwIfAborted();
    process.stderr.write(`${text}\n`);
  });
  writeFileSync(out, `${JSON.stringify(report, undefined, 2)}\n`);
  process.stdout.write(renderReport(report));
}

function readOptions(given: readonly string[]) {
  // pnpm hands on the `--` that npm takes for itself.
  const args = given[0] === "--" ? given.slice(1) : [...given];
  const flag = { type: "boolean" } as const;
  try {
    return parseArgs({ args, options: { quick: flag, help: flag, out: { type: "string" } } }).values;
  } catch (error) {
    throw new Refusal("arguments", `${(error as Error).message.split("\n")[0]}; see --help`);
  }
}

void runDoor(main);
