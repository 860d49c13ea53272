import { Refusal } from "../../app/errors";
import type { Load } from "../../app/queries/query-results";
import { flagOf } from "../../app/request/option";
import type { Request } from "../../app/request/request";
import { MAX_ROWS, REQUEST_OPTIONS } from "../../app/request/request-options";
import type { Invocation, Place } from "./invocation";
import { numberList, optionalNumber, type Values } from "./own-values";

/** So that fifteen queries take about a minute. */
const SECONDS = 3;
const MAX_CLIENTS = 256;
/** The rows of images_analytical that 100 GB are. */
const TARGET = 200_000_000;

/** What `queries` is asked for. @throws Refusal where flags contradict each other */
export function queriesInvocation(
  values: Values,
  operands: readonly string[],
  request: Request,
  place: Place,
): Extract<Invocation, { kind: "queries" }> {
  refuseUnused(values);
  const at = values.at === undefined ? [] : numberList("at", values.at, { minimum: 1, maximum: MAX_ROWS });
  return {
    kind: "queries",
    compare: comparedFiles(values, operands),
    queries: values.queries as string | undefined,
    loads: loadsOf(values),
    bounds: {
      // Runs alone bound where only they are named.
      seconds: optionalNumber("seconds", values) ?? (values.runs === undefined ? SECONDS : Infinity),
      runs: optionalNumber("runs", values) ?? Infinity,
    },
    request,
    against: values.against as string | undefined,
    spec: values.spec as string | undefined,
    at: [...new Set(at)].sort((a, b) => a - b),
    whileFilling: values.whileFilling !== undefined,
    target: optionalNumber("target", values) ?? TARGET,
    out: values.out as string | undefined,
    place,
  };
}

/** The second file follows the first one, which is the flag's value. */
function comparedFiles(values: Values, [second]: readonly string[]): readonly [string, string] | undefined {
  if (values.compare === undefined) return undefined;
  const other = Object.keys(values).find((name) => name !== "compare");
  if (second === undefined || other !== undefined)
    throw new Refusal(
      "bad-arguments",
      second === undefined
        ? "--compare needs two files of results: queries --compare before.json after.json"
        : `${flagOf({ name: other! })} cannot be combined with --compare, which measures nothing`,
    );
  return [values.compare as string, second];
}

/** Flags of a run say nothing where the table is not filled. */
function refuseUnused(values: Values): void {
  if (values.rows !== undefined)
    throw new Refusal("contradiction", "--rows cannot be combined with queries: name the sizes with --at");
  if (values.at !== undefined && values.against !== undefined)
    throw new Refusal(
      "contradiction",
      "--at fills only this table, not that of --against: fill both, then compare",
    );
  if (values.whileFilling !== undefined && !String(values.at ?? "").includes(","))
    throw new Refusal(
      "contradiction",
      "--while-filling measures from one size to the next: name two or more with --at, as in --at 1M,2M",
    );
  if (values.whileFilling !== undefined && values.rate !== undefined)
    throw new Refusal("contradiction", "--while-filling measures with --clients: leave out --rate");
  if (values.at !== undefined) return;
  const ofRun = [...REQUEST_OPTIONS.filter(({ name }) => name !== "seed"), { name: "spec" }];
  const unused = ofRun.find(({ name }) => values[name] !== undefined);
  if (unused !== undefined)
    throw new Refusal(
      "contradiction",
      `${flagOf(unused)} says how the table is filled, which queries does only with --at`,
    );
}

function loadsOf(values: Values): Load[] {
  const rate = optionalNumber("rate", values);
  if (rate !== undefined && values.clients !== undefined)
    throw new Refusal(
      "contradiction",
      "--rate sends without waiting for answers, --clients each after its answer: give only one of them",
    );
  if (rate !== undefined) return [{ kind: "open", rate }];
  const clients = numberList("clients", values.clients ?? "1", { minimum: 1, maximum: MAX_CLIENTS });
  return [...new Set(clients)].map((count) => ({ kind: "closed", clients: count }));
}
