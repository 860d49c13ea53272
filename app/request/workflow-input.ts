import typia from "typia";
import { Refusal } from "../errors";
import type { Option } from "./option";
import { quoted } from "./quoted";
import { REQUEST_OPTIONS } from "./request-options";

export const WORKERS = {
  name: "workers",
  type: "number",
  minimum: 1,
  maximum: 64,
  help: "how many executions of workflows write the run at the same time; implies share",
} as const satisfies Option;

/** What a workflow's input may name: what shapes a run, and what only workflows know. */
export const INPUT_NAMES: readonly string[] = [...REQUEST_OPTIONS, WORKERS].map(({ name }) => name);

type InputOption = (typeof REQUEST_OPTIONS)[number] | typeof WORKERS;

/** What an option's value may be in JSON, and a `Date`, which Moose makes of a text that looks like one. */
type ValueOf<O extends InputOption> = O extends { readonly type: "switch" }
  ? boolean
  : O extends { readonly choices: readonly (infer Choice)[] }
    ? Choice
    : O extends { readonly type: "names" }
      ? string | readonly string[]
      : O extends { readonly type: "text" }
        ? number | string | Date
        : number | string;

/**
 * The input of `fake-images`, by option name; what is omitted has its default. Bounds are those of the flags of
 * the same names.
 * @example { rows: 1_000_000, seed: "spring", batchSize: 50_000 } // rows: 1 to 10^12
 */
export type WorkflowInput = { readonly [O in InputOption as O["name"]]?: ValueOf<O> };

const validate = typia.createValidateEquals<WorkflowInput>();

/**
 * Checks the names and the kinds of values of a workflow's input, which arrives unchecked; `null` and
 * `undefined` stand for no input. Limits are not checked.
 * @throws Refusal `invalid-input`, `unknown-option` naming the key, what was expected and what it has
 */
export function checkWorkflowInput(input: unknown): WorkflowInput {
  const validation = validate(input ?? {});
  if (validation.success && !(input instanceof Date)) return validation.data;
  const error = validation.success ? undefined : validation.errors[0]!;
  if (error === undefined || error.path === "$input") {
    throw new Refusal(
      "invalid-input",
      `workflow input: expected an object such as {"rows": 1000000}, received ${quoted(input)}`,
    );
  }
  const name = keyOf(error.path);
  if (error.expected === "undefined") {
    const known = INPUT_NAMES.join(", ");
    throw new Refusal("unknown-option", `unknown option ${quoted(name)}: expected one of ${known}`, { name });
  }
  const expected = error.expected
    .replace(/^\((.*)\)$/, "$1")
    .split(" | ")
    .filter((kind) => kind !== "undefined" && kind !== "Date");
  throw new Refusal(
    "invalid-input",
    `${name}: expected ${expected.join(" or ")}, received ${quoted(error.value)}`,
    { name },
  );
}

/** typia writes `$input.rows`, and `$input["a name"]` where a name is no identifier. */
function keyOf(path: string): string {
  return path.startsWith("$input.")
    ? path.slice("$input.".length)
    : (JSON.parse(path.slice("$input[".length, -1)) as string);
}
