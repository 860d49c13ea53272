import type { GeneratorRate, ServerRate } from "../../app/forecast/calibration";
import type { FaultCost } from "../../app/forecast/fault-cost";
import type { FillSize, Forecast } from "../../app/forecast/forecast-fill";
import { formatBytes, formatCount, formatTimeLeft, formatRate } from "../../app/request/format";
import { escaped } from "../../app/request/quoted";

/** A plan, and what it was made of. */
export interface ShownPlan {
  readonly table: string;
  readonly writer: string;
  readonly size: FillSize;
  /** What the figures do not say, one sentence each. */
  readonly notes: readonly string[];
  readonly generator: GeneratorRate;
  /** Or why there is none. */
  readonly server: ServerRate | { readonly missing: string };
  readonly forecast: Forecast;
  /** `undefined` where one worker shares with nobody. */
  readonly faults: FaultCost | undefined;
}

const counted = (count: number, one: string, many = `${one}s`) =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** What a fill will take, with what was measured for it; ends without a line feed. */
export function renderPlan({
  table,
  writer,
  size,
  notes,
  generator,
  server,
  forecast,
  faults,
}: ShownPlan): string {
  const { workers, shards, rows } = size;
  const measured = "missing" in server ? undefined : server;
  const sections: [string, string][][] = [
    [
      ["generator", generatorLine(generator, writer)],
      ["network", networkLine(measured)],
      ["server", serverLine(server)],
    ],
    [
      ["time", timeLine(forecast)],
      ["alone", aloneLine(forecast)],
      ["rows", `${formatCount(forecast.rowsAShard)} a shard`],
      ["bytes", bytesLine(forecast, shards)],
      ["in flight", inFlightLine(forecast)],
      ["leases", leasesLine(forecast, size)],
      ["ledger", ledgerLine(forecast)],
      ["parts", partsLine(forecast, size)],
      ...(faults === undefined ? [] : [["faults", faultsLine(faults, forecast)] as [string, string]]),
    ],
  ];
  const width = 11;
  const blocks = sections.map((lines) =>
    lines.map(([name, text]) => `  ${name.padEnd(width)}${text}`).join("\n"),
  );
  const who = `${counted(workers, "worker")} like this machine, ${counted(shards, "shard")} like this server`;
  return [
    `${formatCount(rows)} rows of ${escaped(table)}: ${who}`,
    `Measured now`,
    blocks[0],
    `What it takes`,
    blocks[1],
    ...notes.map((note) => `note: ${escaped(note, 400)}`),
  ].join("\n");
}

function generatorLine({ rowsPerSecond, sentBytes, memory: { threads } }: GeneratorRate, writer: string) {
  return `${formatRate(rowsPerSecond)} with ${counted(threads, "thread")}, ${formatCount(sentBytes)} bytes a row for the writer ${writer}`;
}

function networkLine(server: ServerRate | undefined): string {
  return server?.networkBytes === undefined
    ? "not measured"
    : `${formatBytes(server.networkBytes)}/s to the server`;
}

function serverLine(server: ShownPlan["server"]): string {
  if ("missing" in server) return `not measured: ${server.missing}`;
  const { rowsPerSecond, mergedRowsPerSecond, cores, diskBytes } = server;
  return [
    `${formatRate(rowsPerSecond)} inserted`,
    ...(mergedRowsPerSecond === undefined
      ? []
      : [`${formatRate(mergedRowsPerSecond)} merged by each of ${counted(cores, "core")}`]),
    ...(diskBytes === undefined ? [] : [`${formatCount(diskBytes)} bytes a row on disk`]),
  ].join(", ");
}

function timeLine({ seconds, boundBy, leases }: Forecast): string {
  const words = { generator: "the making of rows", network: "the network", server: "the server" };
  const unmeasured = seconds.server === undefined ? ", as far as was measured" : "";
  return `${formatTimeLeft(seconds[boundBy]!)}, bound by ${words[boundBy]}${unmeasured}${leases > 1 ? "; without faults" : ""}`;
}

function aloneLine({ seconds, serverRows }: Forecast): string {
  const parts = Object.entries(seconds).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} ${formatTimeLeft(value)}`],
  );
  return (
    parts.join(", ") +
    (serverRows === undefined ? "" : ` (${formatRate(serverRows)} a shard, with its merges)`)
  );
}

function bytesLine({ bytes: { uncompressed, disk, sent } }: Forecast, shards: number): string {
  const each = disk === undefined || shards === 1 ? "" : ` (${formatBytes(disk / shards)} a shard)`;
  const onDisk = disk === undefined ? "" : `, ${formatBytes(disk)} on disk${each}`;
  return `${formatBytes(uncompressed)} uncompressed${onDisk}, ${formatBytes(sent)} sent`;
}

function inFlightLine({ bytes, busyWorkers }: Forecast): string {
  const each = formatBytes(bytes.inFlightAWorker);
  return `${each} a worker at most${busyWorkers === 1 ? "" : `, ${formatBytes(bytes.inFlightAWorker * busyWorkers)} in all`}`;
}

function leasesLine({ leases, busyWorkers }: Forecast, { workers, leaseRows }: FillSize): string {
  if (workers === 1) return "none: one worker takes all rows";
  const idle = workers - busyWorkers;
  const most = Math.ceil(leases / busyWorkers);
  return `${formatCount(leases)} of ${formatCount(leaseRows)} rows, at most ${formatCount(most)} a worker${idle > 0 ? `; ${counted(idle, "worker has none", "workers have none")}` : ""}`;
}

function ledgerLine({ ledger }: Forecast): string {
  const { rows, rowsSent, claims, beats, steps, inserts, insertsPerSecond } = ledger;
  const rate = insertsPerSecond < 10 ? insertsPerSecond.toFixed(1) : formatCount(insertsPerSecond);
  return `${counted(rows, "row")} that stay of ${formatCount(rowsSent)} sent: ${counted(claims, "claim")}, ${counted(beats, "beat")}, ${counted(steps, "step")}; ${counted(inserts, "insert")}, ${rate} a second`;
}

function partsLine({ parts, seconds, boundBy }: Forecast, { shards }: FillSize): string {
  const { inserted, merges, timesRewritten } = parts;
  const rate = inserted / shards / seconds[boundBy]!;
  const shown = rate < 10 ? rate.toFixed(1) : formatCount(rate);
  return `${formatCount(inserted)} inserted, ${shown} a second${shards === 1 ? "" : " and shard"}; about ${formatCount(merges)} merges, which rewrite a row ${timesRewritten.toFixed(1)} times`;
}

function faultsLine(
  { longer, faults, takeovers, queries, leasesSimulated }: FaultCost,
  { leases }: Forecast,
): string {
  const simulated =
    leasesSimulated === leases
      ? "all leases simulated"
      : `${formatCount(leasesSimulated)} of ${formatCount(leases)} leases simulated`;
  const takes = longer < 0.001 ? "no longer" : `${(longer * 100).toFixed(1)} % longer`;
  return `where each worker dies, stands still and is cut off once a day: ${counted(faults, "fault")}, ${counted(takeovers, "lease")} taken over, ${takes}; ${formatCount(queries)} queries of the ledger (${simulated})`;
}
