import { CommanderError } from "commander";
import { Refusal } from "../../app/errors";
import { choice } from "../../app/request/choice";
import { flagOf } from "../../app/request/option";
import { parseRequest } from "../../app/request/parse-request";
import { escaped, quoted } from "../../app/request/quoted";
import { REQUEST_OPTIONS } from "../../app/request/request-options";
import { shellWord } from "../../app/request/shell-word";
import { INFRAS } from "../dev-stack/infra";
import { buildProgram } from "./build-program";
import { type CommandName, CLI_OPTIONS, COMMAND_WORDS } from "./cli-options";
import { commandPrefix } from "./command-prefix";
import type { Environment } from "./environment";
import type { Invocation } from "./invocation";
import { optionalNumber, type Values } from "./own-values";
import { parsePlace } from "./parse-place";
import { PREVIEW_FORMATS } from "./preview-formats";
import { queriesInvocation } from "./queries-invocation";
import { scanArguments } from "./scan-arguments";
import { type SwallowedFlag, swallowedFlags } from "./swallowed-flags";

/** Shown where nothing else is asked for. */
const PREVIEW_ROWS = 3;
/** Another name of a flag. */
const ROW = new RegExp(`^${"--start-row"}(?==|$)`);

/**
 * Reads a command line. Prints nothing and does not exit.
 * @param argv the arguments after the program's name; a `--` that comes first, or behind a command that the
 * script gives, is skipped (`pnpm start -- --rows 100` passes it on)
 * @param env environment variables, for the flags that npm keeps for itself
 * @throws Refusal with one line where something is wrong; nothing but a well-formed command line starts a run
 */
export function parseArguments(argv: readonly string[], env: Environment): Invocation {
  const passed = argv
    .filter((argument, i) => argument !== "--" || !(i === 0 || (i === 1 && isCommand(argv[0]!))))
    // For tables whose rows have no image ids.
    .map((argument) => argument.replace(ROW, "--start-image-id"));
  if (passed.some((argument) => argument === "--help" || argument === "-h")) return { kind: "help" };
  if (passed.some((argument) => argument === "--version" || argument === "-V")) return { kind: "version" };
  if (passed.length === 1 && passed[0] === "help") return { kind: "help" };
  const bare = passed.length === 0 || (passed.length === 1 && passed[0] === "status");
  const swallowed = swallowedFlags(env, bare);
  if (swallowed.length > 0) throw refuseSwallowed(swallowed, passed, env);
  scanArguments(passed);
  const { values, operands } = parseFlags(passed, env);
  const command = commandOf(values, operands, env);
  refuseContradictions(command, operands, values);
  return invocation(command, values, operands);
}

function parseFlags(
  argv: readonly string[],
  env: Environment,
): { values: Values; operands: readonly string[] } {
  const program = buildProgram(commandPrefix(env));
  try {
    program.parse(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const message = error.message.replace(/^error: /, "").replace(/\s*\n\s*/g, " ");
    throw new Refusal("bad-arguments", `${escaped(message, 160)}; --help shows all flags`);
  }
  return { values: program.opts(), operands: program.args };
}

function refuseSwallowed(
  flags: readonly SwallowedFlag[],
  passed: readonly string[],
  env: Environment,
): Refusal {
  const names = flags
    .filter(({ flag }) => flag.startsWith("-"))
    .map(({ flag }) => escaped(flag))
    .join(", ");
  const lone =
    flags.length === 1 && flags[0]!.value === undefined && passed.length === 1 ? passed[0] : undefined;
  if (lone !== undefined && isCommand(lone))
    return refuseSwallowed([{ flag: lone, value: undefined }, ...flags], [], env);
  // npm passes on the values of the flags that it kept: whose one is, is known where only one takes any.
  const takers = flags.filter(({ flag, value }) => value === undefined && takesValue(flag));
  const [stray, ...others] = passed.filter((argument) => !argument.startsWith("-"));
  const taker = lone === undefined && others.length === 0 && takers.length === 1 ? takers[0] : undefined;
  const written = flags.map((swallowed) => {
    const value = swallowed.value ?? lone ?? (swallowed === taker ? stray : undefined);
    return value ? `${escaped(swallowed.flag)} ${shellWord(value)}` : escaped(swallowed.flag);
  });
  const command = written.join(" ");
  const left = passed.length - (taker !== undefined && stray !== undefined ? 1 : 0);
  const rest = lone === undefined && left > 0 ? " ..." : "";
  return new Refusal(
    "swallowed-flags",
    `npm kept ${names} for itself, as it does with flags before a "--": write ${commandPrefix(env)} ${command}${rest}`,
  );
}

function takesValue(flag: string): boolean {
  return CLI_OPTIONS.some((option) => flagOf(option) === flag && option.type !== "switch");
}

function commandOf(values: Values, operands: readonly string[], env: Environment): CommandName {
  const [first, second] = operands;
  if (first === undefined) return values.count ? "count" : "run";
  if (isCommand(first) && second === undefined) return first;
  if (first === "queries" && values.compare !== undefined && operands.length === 2) return first;
  const stray = isCommand(first) ? second! : first;
  const prefix = commandPrefix(env);
  throw new Refusal(
    "stray-operand",
    `${quoted(stray)} is not the value of any flag${operandHint(stray, prefix)}; --help shows all flags`,
  );
}

function isCommand(operand: string): operand is (typeof COMMAND_WORDS)[number] {
  return (COMMAND_WORDS as readonly string[]).includes(operand);
}

function operandHint(operand: string, prefix: string): string {
  const [name, value] = operand.split("=", 2) as [string, string | undefined];
  const option = CLI_OPTIONS.find(
    (candidate) => flagOf(candidate).slice(2) === name || candidate.name === name,
  );
  if (option) return `: write ${prefix} ${flagOf(option)}${value === undefined ? "" : ` ${escaped(value)}`}`;
  if (/^\d/.test(operand)) return `: write for example ${prefix} --rows ${escaped(operand)}`;
  return `, and the commands are ${COMMAND_WORDS.join(", ")}`;
}

function refuseContradictions(command: CommandName, operands: readonly string[], values: Values): void {
  if (command === "explain" && values.table === undefined)
    throw new Refusal("table-missing", "explain: which table is meant? Name it with --table");
  const onServer = ["spec", "embedded", "url", "project", "stateTables", "yes"].find(
    (name) => values[name] !== undefined,
  );
  if (command === "preview" && values.table === undefined && onServer !== undefined) {
    throw new Refusal(
      "contradiction",
      `${flagOf({ name: onServer })} cannot be combined with preview, which needs no server: leave it out, or name a table on the server with --table`,
    );
  }
  for (const option of CLI_OPTIONS) {
    if (values[option.name] === undefined || option.commands.includes(command)) continue;
    if (command === "run") {
      throw new Refusal(
        "contradiction",
        `${flagOf(option)} belongs to ${option.commands.join(", ")}: write ${option.commands[0]} ${flagOf(option)}${option.name === "row" ? "; or is --rows meant?" : ""}`,
      );
    }
    const asked = operands[0] ?? `--${command}`;
    throw new Refusal(
      "contradiction",
      `${flagOf(option)} cannot be combined with ${asked}; --help shows all flags`,
    );
  }
}

function invocation(command: CommandName, values: Values, operands: readonly string[]): Invocation {
  const requestValues = Object.fromEntries(
    REQUEST_OPTIONS.filter(({ name }) => values[name] !== undefined).map(({ name }) => [name, values[name]!]),
  );
  const spec = values.spec as string | undefined;
  switch (command) {
    case "run":
      return { kind: "run", request: parseRequest(requestValues), spec, place: parsePlace(values) };
    case "work":
      return { kind: "work", request: parseRequest(requestValues), place: parsePlace(values) };
    case "preview": {
      const { target, seed, startImageId = 1 } = parseRequest(requestValues);
      const rows = target.source === "given" ? target.rows : PREVIEW_ROWS;
      const format =
        values.format === undefined ? undefined : choice("--format", values.format, PREVIEW_FORMATS);
      return { kind: "preview", rows, format, seed, startImageId, spec, place: parsePlace(values) };
    }
    case "status":
      return {
        kind: "status",
        json: values.json === true,
        watch: values.watch === true,
        place: parsePlace(values),
      };
    case "verify":
      if (values.json && values.repair)
        throw new Refusal(
          "contradiction",
          "--json cannot be combined with --repair: repair first, then verify --json says how it stands",
        );
      return {
        kind: "verify",
        repair: values.repair === true,
        json: values.json === true,
        place: parsePlace(values),
      };
    case "dev": {
      const infra = values.infra === undefined ? undefined : choice("--infra", values.infra, INFRAS);
      return { kind: "dev", infra, project: parsePlace(values).project };
    }
    case "stop":
    case "page":
      return { kind: command, place: parsePlace(values) };
    case "explain":
      return {
        kind: "explain",
        row: optionalNumber("row", values),
        seed: parseRequest(requestValues).seed,
        spec,
        writeSpec: values.writeSpec as string | undefined,
        place: parsePlace(values),
      };
    case "plan":
      return {
        kind: "plan",
        request: parseRequest(requestValues),
        workers: optionalNumber("workers", values) ?? 1,
        shards: optionalNumber("shards", values) ?? 1,
        spec,
        json: values.json === true,
        place: parsePlace(values),
      };
    case "queries":
      return queriesInvocation(values, operands.slice(1), parseRequest(requestValues), parsePlace(values));
    case "report":
      return {
        kind: "report",
        out: (values.out as string | undefined) ?? "data-faker-report.html",
        place: parsePlace(values),
      };
    case "count":
      return { kind: "count", place: parsePlace(values) };
    case "ddl":
      return { kind: "ddl", place: parsePlace(values) };
  }
}
