import { plannedBytes } from "../run/write/memory-plan";
import type { GeneratorRate, ServerRate } from "./calibration";
import { type LedgerTraffic, ledgerTraffic } from "./ledger-traffic";
import { type PartsMade, partsMade } from "./parts-made";

/** What is to be filled, and by whom; all whole numbers, 1 or more. */
export interface FillSize {
  readonly rows: number;
  readonly workers: number;
  readonly shards: number;
  /** Rows that one worker takes at a time; a fill by one worker has none, or one that is all of it. */
  readonly leaseRows: number;
  /** Batches of a step. */
  readonly checkpointInterval: number;
}

/** What the rows of a fill have to pass through. */
export type Bound = "generator" | "network" | "server";

/** What a fill will take. */
export interface Forecast {
  readonly leases: number;
  /** Workers that have a lease at a time. */
  readonly busyWorkers: number;
  readonly rowsAShard: number;
  /** How long each alone would need for all rows, in seconds; `undefined` where it was not measured. */
  readonly seconds: Readonly<Record<Bound, number | undefined>>;
  /** The slowest of them, which all others wait for. */
  readonly boundBy: Bound;
  /** What the server swallows in the long run, its merges included; rows per second and shard. */
  readonly serverRows: number | undefined;
  readonly bytes: {
    readonly uncompressed: number;
    readonly disk: number | undefined;
    readonly sent: number;
    /** On their way, and the threads that make them, of each worker at most. */
    readonly inFlightAWorker: number;
  };
  readonly parts: PartsMade;
  readonly ledger: LedgerTraffic;
}

/**
 * What a fill takes if every worker is a machine as the measured one, and every shard a server as the measured one.
 * The rows of a lease go to one shard, so no more shards work at a time than workers. What rows pass through works
 * at the same time, so the slowest decides. Work is shared by whole leases: in the last round some workers have none.
 * @param server `undefined` where none was measured
 */
export function forecastFill(
  size: FillSize,
  generator: GeneratorRate,
  server: ServerRate | undefined,
): Forecast {
  const { rows, workers, shards } = size;
  const leaseRows = Math.min(rows, workers === 1 ? rows : size.leaseRows);
  const leases = Math.ceil(rows / leaseRows);
  const busyWorkers = Math.min(workers, leases);
  const rowsAWorker = Math.min(rows, Math.ceil(leases / busyWorkers) * leaseRows);
  const busyShards = Math.min(busyWorkers, shards);
  const { batchRows } = generator.memory;
  const parts = partsMade({
    rows,
    shards,
    batches: batchesOf(rows, leaseRows, batchRows),
    partitions: server?.partitions ?? 1,
    batchBytes: batchRows * (server?.diskBytes ?? generator.row.uncompressed / 2),
  });
  const serverRows = server && sustainedRows(server, parts.timesRewritten);
  const throughAll = (rowsPerSecond: number | undefined) =>
    rowsPerSecond && Math.max(rowsAWorker / rowsPerSecond, rows / (rowsPerSecond * busyShards));
  const seconds = {
    generator: rowsAWorker / generator.rowsPerSecond,
    network: throughAll(server?.networkBytes && server.networkBytes / generator.sentBytes),
    server: throughAll(serverRows),
  };
  const slowest = Object.entries(seconds).reduce((a, b) => ((b[1] ?? 0) > (a[1] ?? 0) ? b : a));
  return {
    leases,
    busyWorkers,
    rowsAShard: Math.ceil(rows / shards),
    seconds,
    boundBy: slowest[0] as Bound,
    serverRows,
    bytes: {
      uncompressed: rows * generator.row.uncompressed,
      disk: server?.diskBytes && rows * server.diskBytes,
      sent: rows * generator.sentBytes,
      inFlightAWorker: plannedBytes(generator.memory, generator.row),
    },
    parts,
    ledger: ledgerTraffic({
      leases,
      workers: busyWorkers,
      seconds: slowest[1]!,
      steps: batchesOf(rows, leaseRows, batchRows * size.checkpointInterval),
    }),
  };
}

/** Batches, or steps, of so many rows: each lease has its own. */
function batchesOf(rows: number, leaseRows: number, size: number): number {
  const whole = Math.floor(rows / leaseRows);
  return whole * Math.ceil(leaseRows / size) + Math.ceil((rows - whole * leaseRows) / size);
}

/**
 * A server inserts and merges at the same time: each row costs one insert, by all of its cores, and so many merges, of
 * one core each.
 */
function sustainedRows(
  { rowsPerSecond, mergedRowsPerSecond, cores }: ServerRate,
  timesRewritten: number,
): number {
  const merging = mergedRowsPerSecond === undefined ? 0 : timesRewritten / (mergedRowsPerSecond * cores);
  return 1 / (1 / rowsPerSecond + merging);
}
