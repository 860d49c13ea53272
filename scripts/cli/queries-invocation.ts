import { Refusal } from "../../app/errors";
import type { Load } from "../../app/queries/query-results";
import type { Request } from "../../app/request/request";
import type { Invocation, Place } from "./invocation";
import { numberList, optionalNumber, type Values } from "./own-values";

/** So that fifteen queries take about a minute. */
const SECONDS = 3;
const MAX_CLIENTS = 256;

/** What `queries` is asked for. @throws Refusal where flags contradict each other */
export function queriesInvocation(
  values: Values,
  { seed }: Request,
  place: Place,
): Extract<Invocation, { kind: "queries" }> {
  return {
    kind: "queries",
    queries: values.queries as string | undefined,
    loads: loadsOf(values),
    bounds: {
      // Runs alone bound where only they are named.
      seconds: optionalNumber("seconds", values) ?? (values.runs === undefined ? SECONDS : Infinity),
      runs: optionalNumber("runs", values) ?? Infinity,
    },
    seed,
    out: values.out as string | undefined,
    place,
  };
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
