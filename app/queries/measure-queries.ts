import { randomUUID } from "node:crypto";
import type { ClickHouseClient } from "@clickhouse/client";
import { systemClock } from "../run/claim/clock";
import { type TableSizes, tableSizes } from "../table/table-state";
import type { TableDefinition } from "../table/target-table";
import { type Binding, bindParameters } from "./bind-parameters";
import type { Query } from "./query";
import type { AnswerCheck, Load, SizeResults } from "./query-results";
import { QueryRuns } from "./query-runs";
import { QuerySender } from "./query-sender";
import { readLog } from "./read-figures";
import { settleMerges } from "./settle-merges";
import type { Bounds } from "./send-loops";

/**
 * A query is measured in up to so many parts, between which the others are: what slows the server for a while slows
 * all, and a part of each.
 */
const MOST_PARTS = 9;
/** Of one whose time is over by then, and of an open loop, whose runs wait for those before them. */
const FEWEST_PARTS = 3;

export interface MeasureOptions {
  readonly client: ClickHouseClient;
  readonly table: TableDefinition;
  readonly queries: readonly Query[];
  readonly loads: readonly Load[];
  /** Of each query under each load. */
  readonly bounds: Bounds;
  readonly signal: AbortSignal;
  /** Ends the measuring with what there is by then. Default: it ends by itself. */
  readonly until?: AbortSignal;
  /** Says what is measured next. */
  readonly step?: (done: number, of: number, query: string) => void;
  /** Compares a query's answer with what is expected of it; `null` where nothing is. */
  readonly check?: (query: Query, sender: QuerySender, binding: Binding) => Promise<AnswerCheck | null>;
  /** The values of the parameters: the same at each size. */
  readonly bindings: ReadonlyMap<Query, Binding>;
}

/** The values of the parameters of all queries. */
export async function bindAll(
  { client, table, queries }: Pick<MeasureOptions, "client" | "table" | "queries">,
  seed: string,
): Promise<Map<Query, Binding>> {
  const { settings } = await QuerySender.open(client, systemClock);
  const bindings = new Map<Query, Binding>();
  for (const query of queries)
    bindings.set(query, await bindParameters(client, table, query, seed, settings));
  return bindings;
}

/**
 * Measures queries on a table as it is now.
 * @param against another server that has the table: each part of a query is measured on both, one after the other
 * @returns what they took here, and there
 * @throws the signal's reason
 */
export async function measureQueries(
  options: MeasureOptions,
  against?: ClickHouseClient,
): Promise<[here: SizeResults, there: SizeResults | undefined]> {
  const { client, queries, loads, bounds, signal, bindings } = options;
  const here = await openSide(client, options);
  const there = against && (await openSide(against, options));
  const session = `data-faker queries ${randomUUID()}`;
  const sides = [here, ...(there === undefined ? [] : [there])];
  const all = queries.flatMap((query, q) =>
    loads.map((load, l) => ({
      parts: partsOf(load, bounds),
      both: sides.map((side) => {
        const runs = new QueryRuns(query, load, side.sender, bindings.get(query)!, `${session} ${q}.${l}`);
        side.all.push(runs);
        return runs;
      }),
    })),
  );
  const steps = all.reduce((sum, { parts, both }) => sum + both.length * (parts + 1), 0);
  let done = 0;
  for (let part = -1; part < MOST_PARTS; part++) {
    for (const { parts, both } of all) {
      if (part >= parts) continue;
      if (part >= FEWEST_PARTS && both.every(({ seconds }) => seconds >= bounds.seconds)) continue;
      for (const runs of both) {
        if (options.until?.aborted) break;
        options.step?.(done++, steps, runs.query.name);
        await (part < 0 ? runs.begin(signal) : runs.measure(partOf(bounds, parts, part), signal));
      }
    }
  }
  const answers = new Map<Query, AnswerCheck | null>();
  for (const query of queries) {
    const failed = here.all.some((runs) => runs.query === query && runs.failed);
    const checked = failed ? null : await options.check?.(query, here.sender, bindings.get(query)!);
    answers.set(query, checked ?? null);
  }
  return [
    await resultsOf(here, session, answers),
    there && (await resultsOf(there, session, new Map<Query, null>())),
  ];
}

/** One of the servers that are measured. */
interface Side {
  readonly sender: QuerySender;
  readonly sizes: TableSizes;
  readonly all: QueryRuns[];
}

async function openSide(client: ClickHouseClient, { table, loads, signal }: MeasureOptions): Promise<Side> {
  const sender = await QuerySender.open(client, systemClock);
  // While a run fills the table there is no end of merges.
  const isFilled = loads.some(({ kind }) => kind === "filling");
  if (!isFilled) await settleMerges(client, table.name, systemClock, signal);
  return { sender, sizes: await tableSizes(client, table), all: [] };
}

async function resultsOf(
  { sender, sizes, all }: Side,
  session: string,
  answers: ReadonlyMap<Query, AnswerCheck | null>,
): Promise<SizeResults> {
  const logged = await readLog(sender.client, session);
  return {
    measuredAt: new Date(systemClock.wall()).toISOString(),
    rows: sizes.rows,
    uncompressedBytes: sizes.uncompressedBytes ?? null,
    diskBytes: sizes.diskBytes ?? null,
    queries: all.map((runs) => runs.result(logged?.get(runs.mark), answers.get(runs.query) ?? null)),
  };
}

/** In how many parts a query is measured, each client at least once in each. */
function partsOf(load: Load, { runs }: Bounds): number {
  const [most, share] = load.kind === "open" ? [FEWEST_PARTS, runs] : [MOST_PARTS, runs / load.clients];
  return Math.max(1, Math.min(most, Math.floor(share)));
}

/** All parts together make the whole. */
function partOf({ seconds, runs }: Bounds, parts: number, part: number): Bounds {
  const share = Math.floor(runs / parts) + (part < runs % parts ? 1 : 0);
  return { seconds: seconds / parts, runs: share };
}
