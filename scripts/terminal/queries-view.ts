import type { Load, QueryMeasure, SizeResults, TableRead } from "../../app/queries/query-results";
import { escaped } from "../../app/request/quoted";
import { formatBytes, formatCount } from "../../app/request/format";
import { formatTime } from "../../app/request/format-time";
import { plainTable } from "./plain-table";
import type { Style } from "./style";

/** A figure that the server does not tell. */
const UNKNOWN = "-";

/** What was measured at one size, as tables and the lines that they need; ends without a line feed. */
export function renderSize(size: SizeResults, style: Style): string {
  const loads = new Set(size.queries.map(({ load }) => loadText(load)));
  const head = style.bold(`${formatCount(size.rows)} rows${bytesText(size)}`);
  const several = loads.size > 1;
  const times = plainTable(
    ["query", ...(several ? ["sent by"] : []), "runs", "first", "p50", "p90", "p95", "p99", "max"],
    size.queries.map((one) => [
      escaped(one.name, 40),
      ...(several ? [loadText(one.load)] : []),
      formatCount(one.runs),
      ...[one.cold, ...figures(one)].map((time) => (time == null ? UNKNOWN : formatTime(time))),
    ]),
    several ? 2 : 1,
  );
  const reads = plainTable(
    ["query", "rows read", "bytes read", "marks", "memory", "granules", "by"],
    ofEachQuery(size.queries).map((one) => [
      escaped(one.name, 40),
      count(one.read.rows),
      one.read.bytes === null ? UNKNOWN : formatBytes(one.read.bytes),
      count(one.read.marks),
      one.read.peakMemory === null ? UNKNOWN : formatBytes(one.read.peakMemory),
      granulesText(one.keys),
      keysText(one.keys),
    ]),
    1,
    6,
  );
  return [
    `${head}${several ? "" : `, ${[...loads][0]}`}`,
    "",
    times,
    "",
    reads,
    "",
    ...notes(size, style),
  ].join("\n");
}

function figures({ latency }: QueryMeasure): (number | undefined)[] {
  return [latency?.p50, latency?.p90, latency?.p95, latency?.p99, latency?.max];
}

function bytesText({ uncompressedBytes, diskBytes }: SizeResults): string {
  if (uncompressedBytes === null || diskBytes === null) return "";
  return ` (${formatBytes(uncompressedBytes)}, ${formatBytes(diskBytes)} on disk)`;
}

/** E.g. `4 clients`. */
export function loadText(load: Load): string {
  if (load.kind === "open") return `${formatCount(load.rate)} a second`;
  const clients = load.clients === 1 ? "1 client" : `${load.clients} clients`;
  return load.kind === "filling" ? `${clients}, while filling` : clients;
}

const count = (figure: number | null) => (figure === null ? UNKNOWN : formatCount(figure));

/** What is read does not depend on the load. */
function ofEachQuery(queries: readonly QueryMeasure[]): QueryMeasure[] {
  return queries.filter(({ name }, i) => queries.findIndex((one) => one.name === name) === i);
}

function granulesText(tables: readonly TableRead[]): string {
  const last = tables.map(({ stages }) => [stages[0]?.granules[1], stages.at(-1)?.granules[0]] as const);
  const told = last.filter(([of]) => of !== undefined);
  return (
    told.map(([of, selected]) => `${formatCount(selected!)} of ${formatCount(of!)}`).join("; ") || UNKNOWN
  );
}

/** Which keys left out granules, and which could not. */
function keysText(tables: readonly TableRead[]): string {
  const texts = tables.map(({ table, projection, stages }) => {
    const used = stages.filter(({ keys, name }) => keys.length > 0 || name !== null).map(stageText);
    const all = projection ? [`projection ${escaped(table, 30)}`, ...used] : used;
    return all.join(", ") || "no key";
  });
  return [...new Set(texts)].join("; ") || UNKNOWN;
}

const STAGES: Readonly<Record<string, string>> = {
  MinMax: "min-max of parts",
  Partition: "partition",
  PrimaryKey: "primary key",
  Skip: "skip index",
  Statistics: "statistics",
};

function stageText({ type, name, keys, granules: [selected, of] }: TableRead["stages"][number]): string {
  const what = name === null ? keys.map((key) => escaped(key, 30)).join(", ") : escaped(name, 30);
  return `${STAGES[type] ?? escaped(type, 20)} ${what}${selected === of ? " (leaves all)" : ""}`;
}

/** Milliseconds by which a client waits longer than the server works before it is worth a line. */
const WORTH_TELLING = 2;

function notes({ queries }: SizeResults, style: Style): string[] {
  const lines: string[] = [];
  for (const one of queries) {
    const name = `${escaped(one.name, 60)} (${loadText(one.load)})`;
    if (one.error !== null)
      lines.push(style.red(`${name}: ${formatCount(one.errors)} failed: ${escaped(one.error, 300)}`));
    if (one.unanswered > 0)
      lines.push(
        style.red(
          `${name}: the server did not keep up: ${formatCount(one.unanswered)} had no answer ten seconds after the last was sent`,
        ),
      );
    if (one.answer !== null) lines.push(answerText(one.name, one.answer, style));
  }
  const waits = queries
    .flatMap(({ latency, serverMedian }) =>
      latency === null || serverMedian === null ? [] : [latency.p50 - serverMedian],
    )
    .filter((wait) => wait > WORTH_TELLING * 1000)
    .sort((a, b) => a - b);
  if (waits.length > 0)
    lines.push(
      `Clients wait longer than the server takes by its own clock, in the median by ${formatTime(waits[0]!)} to ${formatTime(waits.at(-1)!)}: on the network, for a connection, or for a processor`,
    );
  const sources = new Set(queries.map(({ read }) => read.source));
  for (const source of sources) if (source in SOURCES) lines.push(style.dim(SOURCES[source]));
  return [...new Set(lines)];
}

const SOURCES: Readonly<Record<string, string>> = {
  events:
    "The embedded engine keeps no log of queries: what is read was counted in runs of its own, and the memory is not known.",
  summary:
    "system.query_log cannot be read by this user, or has no entry: marks and memory are not known (GRANT SELECT ON system.query_log).",
  none: "The server does not say what was read.",
};

function answerText(
  name: string,
  { expects, right, wrong, values }: NonNullable<QueryMeasure["answer"]>,
  style: Style,
) {
  const said = `${escaped(name, 60)}: ${escaped(expects, 60)}`;
  if (right) return `${said}: ${style.green("right")}, all ${values} values are as declared`;
  const worst = wrong
    .slice(0, 3)
    .map(
      ({ value, declared, answered, error }) =>
        `${JSON.stringify(escaped(value, 30))} ${percent(answered)} instead of ${percent(declared)} (standard error ${percent(error)})`,
    );
  return `${said}: ${style.red("wrong")}: ${worst.join(", ")}${wrong.length > 3 ? `, and ${wrong.length - 3} more` : ""}`;
}

const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
