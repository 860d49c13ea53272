import { parseArgs } from "node:util";
import { Refusal } from "../app/errors";
import { checkSeed } from "../app/request/seed";
import { wholeNumber } from "../app/request/whole-number";
import { withBenchServer } from "./bench/bench-server";
import { runDoor } from "./terminal/run-door";
import { measureTruth, outside } from "./truth/measure-truth";
import { renderTruth } from "./truth/truth-report";

const HELP = `Holds rows of images_analytical against what is declared of them: shares, links between columns, growth, sizes.

  npm run truth                      the first 1,000,000 rows of seed 42: half a minute
  npm run truth -- --seed spring

  --seed S     seed of the rows; default: 42
  --rows N     how many rows; default: 1000000. With fewer some figures have too few rows to be near
  --help       this text

The tables on standard output are Markdown. Exits with 1 where something is outside its bounds. The server that it starts has its data in a temporary folder and ends with the command.
`;

async function main(signal: AbortSignal): Promise<void> {
  const { seed = "42", rows = "1000000", help } = readOptions(process.argv.slice(2));
  if (help === true) {
    process.stdout.write(HELP);
    return;
  }
  const count = wholeNumber("--rows", rows, { minimum: 1, maximum: 100_000_000 });
  const checked = checkSeed("--seed", seed);
  const truth = await withBenchServer((server) => measureTruth(server, checked, count, signal));
  process.stdout.write(`${renderTruth(truth, count, checked)}\n`);
  if (outside(truth).length > 0) process.exitCode = 1;
}

function readOptions(given: readonly string[]) {
  // pnpm hands on the `--` that npm takes for itself.
  const args = given[0] === "--" ? given.slice(1) : [...given];
  const text = { type: "string" } as const;
  try {
    return parseArgs({ args, options: { seed: text, rows: text, help: { type: "boolean" } } }).values;
  } catch (error) {
    throw new Refusal("arguments", `${(error as Error).message.split("\n")[0]}; see --help`);
  }
}

void runDoor(main);
