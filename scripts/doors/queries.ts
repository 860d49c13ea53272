import path from "node:path";
import { checkAnswer } from "../../app/queries/check-answer";
import { expectationsOf } from "../../app/queries/expectations";
import { knownResults, withSize } from "../../app/queries/kept-results";
import { bindAll, measureQueries, type MeasureOptions } from "../../app/queries/measure-queries";
import type { Query } from "../../app/queries/query";
import {
  type QueryMeasure,
  type QueryResults,
  type SizeResults,
  writeQueryResults,
} from "../../app/queries/query-results";
import { readServer } from "../../app/queries/server-settings";
import { openClient } from "../../app/server/client";
import { escaped } from "../../app/request/quoted";
import { tableExists } from "../../app/table/table-state";
import { readTableDefinition } from "../../app/table/target-table";
import type { Commands } from "../cli/commands";
import { renderForecasts, renderGrowth } from "../terminal/growth-view";
import { renderSize } from "../terminal/queries-view";
import { listenForStop } from "../terminal/stop-signals";
import { styleFor } from "../terminal/style";
import { foundQueries } from "./found-queries";
import { compareFiles, showComparison } from "./compare-queries";
import { openFiller } from "./fill-to-size";
import { readMeantTable } from "./meant-table";
import { printAnswer } from "./print-answer";
import { printLine } from "./print-line";
import { tableMissing } from "./prepare-tables";
import { openServer, type Server } from "./server";
import { tableRun } from "./table-run";
import { resultsFile } from "../../app/queries/results-file";
import { withServer } from "./with-server";

type Asked = Parameters<Commands["queries"]>[0];

/** What parameters are drawn with where nothing says it. */
const SEED = "42";
/** Connections to the server: an open loop takes as many as are without an answer. */
const CONNECTIONS = 512;

/** Measures queries on a table, at the sizes that it is filled to; prints what they take, and keeps it in a file. */
export const queries: Commands["queries"] = (asked) =>
  asked.compare === undefined ? measure(asked) : compareFiles(asked.compare);

const measure = (asked: Asked): Promise<number> =>
  withServer(asked.place, async (server) => {
    const { connection, directory, name } = server;
    const folder = directory ?? process.cwd();
    const found = await foundQueries(asked.queries, server, folder);
    const fillTo = asked.at.length === 0 ? undefined : await openFiller(server, asked.request, asked.spec);
    const other =
      asked.against === undefined ? undefined : await openOther(asked.against, server, asked.place);
    // Queries name tables of the table's own database.
    const client = openClient({ ...connection, database: name.database }, { connections: CONNECTIONS });
    try {
      const sizes = asked.at.length === 0 ? [undefined] : asked.at;
      const options = await optionsOf(server, found, asked, client);
      let [code, bindings] = [0, undefined as MeasureOptions["bindings"] | undefined];
      let results: QueryResults | undefined;
      for (const [i, rows] of sizes.entries()) {
        if (rows !== undefined && fillTo !== undefined) {
          const filled = await fillTo(rows);
          if (filled !== 0) return filled;
        }
        const { seed, fresh } = await freshResults(server, asked, client);
        // At each size the values that the first one has.
        bindings ??= await bindAll({ ...options, client }, seed);
        const both = await measured({ ...options, bindings }, other?.client);
        if (typeof both === "number") return both;
        const [quiet, there] = both;
        const next = asked.whileFilling && fillTo !== undefined ? sizes[i + 1] : undefined;
        const busy =
          next === undefined ? [] : await measuredWhile(() => fillTo!(next), { ...options, bindings });
        if (typeof busy === "number") return busy;
        const size = { ...quiet, queries: [...quiet.queries, ...busy] };
        const file = asked.out ?? resultsFile(folder, name);
        const known = knownResults(file, fresh);
        results = withSize(known, size, asked.target);
        writeQueryResults(file, results);
        code = (await show(size, known, file)) || code;
        if (there === undefined || other === undefined) continue;
        const theirs = withSize(
          { ...fresh, run: null, server: await readServer(other.client) },
          there,
          asked.target,
        );
        writeQueryResults(file.replace(/(\.json)?$/, ".against.json"), theirs);
        const ours = withSize(fresh, size, asked.target);
        code = (await showComparison(ours, theirs, ["here", "against"])) || code;
      }
      const growth = results && renderGrowth(results, styleFor(process.stdout, process.env));
      return (growth === undefined ? 0 : await printAnswer(`\n${growth}`)) || code;
    } finally {
      await client.close();
      await other?.close();
    }
  });

/** The server of `--against`. @throws EnvironmentFailure `table-missing` */
async function openOther(url: string, { name }: Server, place: Asked["place"]): Promise<Server> {
  const table = `${name.database}.${name.table}`;
  const other = await openServer({ ...place, url, table, embedded: false, project: undefined });
  if (await tableExists(other.client, name)) return other;
  await other.close();
  throw tableMissing(other);
}

/** What measuring is the same at all sizes. */
async function optionsOf(
  server: Server,
  found: readonly Query[],
  { loads, bounds, spec }: Asked,
  client: MeasureOptions["client"],
): Promise<Omit<MeasureOptions, "bindings" | "signal">> {
  const table = await readTableDefinition(server.client, server.name);
  if (table === undefined) throw tableMissing(server);
  const meant = found.some(({ expects }) => expects !== undefined)
    ? await readMeantTable(server, spec)
    : undefined;
  const expected = meant && expectationsOf(found, meant);
  return {
    client,
    table,
    queries: found,
    loads,
    bounds,
    check: async (query, sender, binding) => {
      const declared = expected?.get(query);
      return declared === undefined ? null : checkAnswer(query, declared, meant!, sender, binding);
    },
  };
}

/** Results without any size yet, and what parameters are drawn with. */
async function freshResults(
  server: Server,
  { request }: Asked,
  client: MeasureOptions["client"],
): Promise<{ seed: string; fresh: QueryResults }> {
  const run = await tableRun(server);
  const seed = request.seed ?? run?.seed ?? SEED;
  const fresh: QueryResults = {
    format: 1,
    measuredAt: "",
    table: server.name,
    seed,
    run: run === undefined ? null : { seed: run.seed, streams: run.streamVersions },
    server: await readServer(client),
    sizes: [],
    estimates: [],
  };
  return { seed, fresh };
}

/** @returns the exit code where a signal ended it */
async function measured(
  options: Omit<MeasureOptions, "signal">,
  against?: MeasureOptions["client"],
): Promise<Awaited<ReturnType<typeof measureQueries>> | number> {
  const signals = listenForStop((code) => process.exit(code));
  // A run has its own bar.
  const isBeside = options.until !== undefined;
  const isTTY = process.stdout.isTTY && !isBeside;
  const { database, table } = options.table.name;
  if (!isTTY && !isBeside)
    printLine(
      `Measuring ${options.queries.length === 1 ? "1 query" : `${options.queries.length} queries`} on ${database}.${table} ...`,
    );
  try {
    return await measureQueries(
      {
        ...options,
        signal: signals.signal,
        step: (done, of, query) => {
          if (isTTY)
            process.stdout.write(`\r\x1b[K${Math.floor((100 * done) / of)} %  ${escaped(query, 60)}`);
        },
      },
      against,
    );
  } catch (error) {
    const code = signals.exitCode();
    if (code === undefined) throw error;
    return code;
  } finally {
    if (isTTY) process.stdout.write("\r\x1b[K");
    signals.dispose();
  }
}

/**
 * Measures beside a run that fills the table, until it has, and waits for that.
 * @returns what the queries took that were sent meanwhile; or an exit code that ends all
 */
async function measuredWhile(
  fill: () => Promise<number>,
  { check: _, loads, ...options }: Omit<MeasureOptions, "signal">,
): Promise<readonly QueryMeasure[] | number> {
  const clients = loads.flatMap((load) => (load.kind === "closed" ? [load.clients] : []));
  const filled = new AbortController();
  const filling = fill().finally(() => filled.abort());
  const measuring = measured({
    ...options,
    loads: clients.map((count) => ({ kind: "filling", clients: count })),
    until: filled.signal,
  });
  const [run, both] = await Promise.allSettled([filling, measuring]);
  if (run.status === "rejected") throw run.reason;
  if (both.status === "rejected") throw both.reason;
  if (run.value !== 0 || typeof both.value === "number") return run.value || (both.value as number);
  return both.value[0].queries.filter(({ runs, errors }) => runs + errors > 0);
}

/** @returns the exit code: 1 where a query had no answer, or a wrong one */
async function show(size: SizeResults, known: QueryResults, file: string): Promise<number> {
  const style = styleFor(process.stdout, process.env);
  const forecasts = renderForecasts(known.estimates, size);
  const kept = `Kept in ${path.relative(process.cwd(), file)}`;
  const parts = [renderSize(size, style), ...(forecasts === undefined ? [] : [forecasts]), kept];
  const printed = await printAnswer(parts.join("\n\n"));
  const bad = size.queries.some(({ latency, answer }) => latency === null || answer?.right === false);
  return bad ? 1 : printed;
}
