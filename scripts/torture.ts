import { WRITER_NAMES, type WriterName } from "../app/request/request-options";
import { randomBytes } from "node:crypto";
import path from "node:path";
import { parseArgs } from "node:util";
import { ExpectedError, Refusal } from "../app/errors";
import { wholeNumber } from "../app/request/whole-number";
import { readProject } from "./project/project";
import { FAULTS, runTorture, type TortureCase } from "./torture/run-torture";
import { failed, roundLine, tortureTable } from "./torture/torture-report";
import { TORTURE_TABLES } from "./torture/torture-table";

const HELP = `Disturbs real runs in every way that we could think of, and checks that each ends with exactly the rows requested.

  npm run torture                            every fault with both writers, once
  npm run torture -- --rounds 500 --seed 7   the faults in turn, 500 rounds

  --rounds N      number of rounds; default: each chosen fault once with each writer
  --seed S        decides sizes and moments; default: random, shown
  --only N        only the round of this number, as a failed round tells you
  --fault NAME    only this fault; all names are in the list below
  --writer NAME   only olap or only native
  --table NAME    images (default), images-by-text and images-by-uuid by what their rows are numbered, orders, which
                  are inferred, or order_items, which are their children
  --long          also the faults that take half a minute or more
  --env           the server of the MOOSE_CLICKHOUSE_CONFIG__* variables instead of an embedded one; each round has a
                  database data_faker_torture_... there, which it drops, and faults that kill the server are skipped
  --help          this text

Faults: ${FAULTS.map(({ name, long }) => (long ? `${name} (long)` : name)).join(", ")}
`;

async function main(): Promise<void> {
  const values = readOptions(process.argv.slice(2));
  if (values.help === true) {
    process.stdout.write(HELP);
    return;
  }
  const cases = casesOf(values.fault, values.writer, values.long === true);
  const table = (values.table ?? "images") as keyof typeof TORTURE_TABLES;
  if (!Object.hasOwn(TORTURE_TABLES, table))
    throw new Refusal("arguments", `--table: expected ${Object.keys(TORTURE_TABLES).join(", ")}; see --help`);
  const seed = values.seed ?? randomBytes(4).toString("hex");
  const rounds =
    values.only === undefined
      ? Array.from({ length: whole("--rounds", values.rounds, cases.length) }, (_, i) => i + 1)
      : [whole("--only", values.only, 1)];
  const server =
    values.env === true
      ? readProject(path.resolve(__dirname, "..", ".."), process.cwd(), process.env).connection
      : undefined;
  const write = (text: string) => process.stdout.write(`${text}\n`);
  write(`seed ${seed}, ${rounds.length} rounds`);
  if (server?.useSsl === true)
    throw new Refusal(
      "arguments",
      "--env: the proxy between command and server does not speak TLS; use a server without it",
    );
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stop.abort());
  const results = await runTorture({
    seed,
    rounds,
    cases,
    table: TORTURE_TABLES[table],
    server,
    stop: stop.signal,
    onRound: (result) => write(roundLine(result)),
  });
  write(tortureTable(results));
  const bad = results.filter(failed);
  if (bad.length === 0) return;
  process.exitCode = 1;
  const chosen = [
    values.fault && `--fault ${values.fault}`,
    values.writer && `--writer ${values.writer}`,
    values.table && `--table ${values.table}`,
    values.long && "--long",
    values.env && "--env",
  ].filter(Boolean);
  for (const { number } of bad)
    write(`To repeat it: npm run torture -- ${[`--seed ${seed}`, `--only ${number}`, ...chosen].join(" ")}`);
}

function casesOf(name: string | undefined, writer: string | undefined, long: boolean): TortureCase[] {
  const faults = FAULTS.filter((fault) =>
    name === undefined ? long || fault.long !== true : fault.name === name,
  );
  if (faults.length === 0)
    throw new Refusal("arguments", `--fault: there is no fault of this name; see --help`);
  if (writer !== undefined && !WRITER_NAMES.includes(writer as WriterName))
    throw new Refusal("arguments", `--writer: expected ${WRITER_NAMES.join(" or ")}; see --help`);
  const cases = faults.flatMap((fault) =>
    (fault.writers ?? WRITER_NAMES)
      .filter((one) => writer === undefined || one === writer)
      .map((one) => ({ fault, writer: one })),
  );
  if (cases.length === 0)
    throw new Refusal("arguments", `--writer: the fault ${name} has no round with ${writer}; see --help`);
  return cases;
}

function whole(flag: string, value: string | undefined, otherwise: number): number {
  return value === undefined ? otherwise : wholeNumber(flag, value, { minimum: 1, maximum: 1_000_000 });
}

function readOptions(given: readonly string[]) {
  // pnpm hands on the `--` that npm takes for itself.
  const args = given[0] === "--" ? given.slice(1) : [...given];
  const [flag, text] = [{ type: "boolean" }, { type: "string" }] as const;
  try {
    return parseArgs({
      args,
      options: {
        rounds: text,
        seed: text,
        only: text,
        fault: text,
        writer: text,
        table: text,
        long: flag,
        env: flag,
        help: flag,
      },
    }).values;
  } catch (error) {
    throw new Refusal("arguments", `${(error as Error).message.split("\n")[0]}; see --help`);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof ExpectedError ? error.message : String((error as Error).stack)}\n`,
  );
  process.exitCode = error instanceof ExpectedError ? error.exitCode : 1;
});
