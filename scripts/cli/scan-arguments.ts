import { Refusal } from "../../app/errors";
import { flagOf } from "../../app/request/option";
import { escaped, quoted } from "../../app/request/quoted";
import { CLI_OPTIONS, type CliOption } from "./cli-options";

/** Dashes that editors and chat programs substitute for `-`. */
const TYPOGRAPHIC_DASH = /^[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]+/;

/**
 * Refuses typing mistakes that a flag parser accepts, each of which would run something other than intended:
 * a flag given twice, a flag that takes the next flag for its value, a value for a switch, one dash instead
 * of two, typographic dashes.
 * @throws Refusal `bad-arguments`
 */
export function scanArguments(argv: readonly string[]): void {
  const seen = new Set<string>();
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i]!;
    refuseDashes(argument);
    const [flag, value] = splitAtEquals(argument);
    const option = optionOf(flag);
    if (!option) continue;
    if (seen.has(option.name)) throw bad(`${flagOf(option)} is given twice`);
    seen.add(option.name);
    if (option.type === "switch") {
      if (value !== undefined) throw bad(`${flagOf(option)} takes no value, received ${quoted(value)}`);
    } else if (value === undefined) {
      refuseFlagAsValue(option, argv[++i]);
    }
  }
}

function refuseDashes(argument: string): void {
  if (TYPOGRAPHIC_DASH.test(argument)) {
    const meant = argument.replace(TYPOGRAPHIC_DASH, "--");
    throw bad(`${quoted(argument)} begins with a typographic dash: write ${escaped(meant)}`);
  }
  if (/^-[^-]./u.test(argument))
    throw bad(`${quoted(argument)}: flags of several letters take two dashes${suggestion(argument)}`);
}

function suggestion(argument: string): string {
  const option = optionOf(`-${splitAtEquals(argument)[0]}`);
  return option ? `: write ${flagOf(option)}` : "";
}

/**
 * A value of its own may begin with a dash only where it is a number, whose limits then name what is wrong
 * with it.
 */
function refuseFlagAsValue(option: CliOption, value: string | undefined): void {
  const flag = flagOf(option);
  if (value === undefined) throw bad(`${flag} needs a value: ${flag} <${option.placeholder}>`);
  const dashed = value.startsWith("-") || TYPOGRAPHIC_DASH.test(value);
  if (!dashed || (option.type !== "text" && /^-[\d.]/.test(value))) return;
  const otherwise =
    option.type === "text" ? ` (a value that begins with a dash is written ${flag}=${escaped(value)})` : "";
  throw bad(`${flag} needs a value, received ${quoted(value)}${otherwise}`);
}

function splitAtEquals(argument: string): [flag: string, value: string | undefined] {
  const at = argument.indexOf("=");
  return at < 0 ? [argument, undefined] : [argument.slice(0, at), argument.slice(at + 1)];
}

function optionOf(flag: string): CliOption | undefined {
  return CLI_OPTIONS.find(
    (option) => flag === flagOf(option) || (option.short !== undefined && flag === `-${option.short}`),
  );
}

function bad(message: string): Refusal {
  return new Refusal("bad-arguments", `${message}; --help shows all flags`);
}
