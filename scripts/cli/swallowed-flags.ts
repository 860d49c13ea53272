import { flagOf } from "../../app/request/option";
import { CLI_OPTIONS } from "./cli-options";
import type { Environment } from "./environment";

/** A flag that the package manager kept for itself. */
export interface SwallowedFlag {
  /** E.g. `--rows`. */
  readonly flag: string;
  /** `undefined` for `--rows` and `--rows 100`, of which npm passes on only the 100. */
  readonly value: string | undefined;
}

/** npm's own settings of these names, which anybody's .npmrc may contain; `target` is of those who build native modules. */
const OWN_TO_NPM = new Set(["yes", "json", "version", "help", "target"]);

/** npm's own settings that resemble a flag of ours. */
const RESEMBLING = new Set(["expect_result_count", "init_version"]);

/**
 * Our flags before the `--`, as in `npm start --rows=100`: npm takes them for its own settings, exposes them
 * in variables such as `npm_config_rows`, and passes on at most their values.
 * @param nothingPassedOn whether no argument was passed on; settings that merely resemble our flags (`--row`)
 * then count too, since ignoring them would start the default run
 */
export function swallowedFlags(env: Environment, nothingPassedOn: boolean): SwallowedFlag[] {
  const flags: SwallowedFlag[] = [];
  for (const [variable, value] of Object.entries(env)) {
    const name = /^npm_config_(.+)$/i.exec(variable)?.[1]?.toLowerCase().replaceAll("-", "_");
    if (name === undefined || value === undefined) continue;
    const known = FLAG_NAMES.has(name) && !OWN_TO_NPM.has(name);
    const meantForStatus = nothingPassedOn && name === "json" && value === "true";
    if (known || meantForStatus || (nothingPassedOn && !OWN_TO_NPM.has(name) && resemblesFlag(name))) {
      flags.push({
        flag: `--${name.replaceAll("_", "-")}`,
        value: value === "true" || value === "" ? undefined : value,
      });
    }
  }
  return flags;
}

const FLAG_NAMES = new Set(CLI_OPTIONS.map((option) => flagOf(option).slice(2).replaceAll("-", "_")));

const FLAG_WORDS = new Set(
  [...FLAG_NAMES].filter((name) => !OWN_TO_NPM.has(name)).flatMap((name) => name.split("_")),
);

/**
 * Whether a word of the name is a word of a flag of ours, or one letter away from one of four letters or
 * more.
 */
function resemblesFlag(name: string): boolean {
  if (RESEMBLING.has(name)) return false;
  return name.split("_").some((word) => [...FLAG_WORDS].some((ours) => alike(word, ours)));
}

function alike(word: string, ours: string): boolean {
  if (word === ours) return true;
  if (ours.length < 4) return false;
  const [short, long] = word.length < ours.length ? [word, ours] : [ours, word];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  const rest = short.length === long.length ? short.slice(same + 1) : short.slice(same);
  return rest === long.slice(same + 1);
}
