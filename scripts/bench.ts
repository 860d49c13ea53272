import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { benchArguments } from "./bench/bench-arguments";
import { renderReport } from "./bench/bench-report";
import { FULL, QUICK } from "./bench/bench-size";
import { runBench } from "./bench/run-bench";
import { runDoor } from "./terminal/run-door";

const DEFAULT_OUT = path.join(".data-faker", "bench.json");

const HELP = `Measures how fast rows are made and loaded: images_analytical beside the old design and what the server can take, and the tables of examples/shop beside other tools.

  npm run bench                            everything, with memory up to 20 million rows: some 35 minutes on two cores
  npm run bench -- --quick                 a few minutes
  npm run bench -- --any-table             the tables of examples/shop alone; goes with --quick

  --quick      fewer rounds and rows, no long runs
  --any-table  the tables of examples/shop alone
  --out FILE   where to write the figures as JSON; default: ${DEFAULT_OUT}
  --help       this text

The tables on standard output are Markdown. Each server that it starts has its data in a temporary folder and ends with the command. Other tools are installed there from the registry of npm; those that can't be are not measured.
`;

async function main(signal: AbortSignal): Promise<void> {
  const { quick, parts, command, out = DEFAULT_OUT, help } = benchArguments(process.argv.slice(2));
  if (help) {
    process.stdout.write(HELP);
    return;
  }
  mkdirSync(path.dirname(path.resolve(out)), { recursive: true });
  const progress = (text: string) => {
    signal.throwIfAborted();
    process.stderr.write(`${text}\n`);
  };
  const report = await runBench(quick ? QUICK : FULL, command, progress, parts);
  writeFileSync(out, `${JSON.stringify(report, undefined, 2)}\n`);
  process.stdout.write(renderReport(report));
}

void runDoor(main);
