import { cells, micros, number, table } from "../markdown";
import { type Round, rowsPerSecond, type Spread, spreadOf } from "../measurement";
import { OTHER_MAKERS, OTHERS } from "./contenders";
import { COMPARED_TABLES, type ShopTable } from "./shop-tables";

/** What ours is called in the report. */
export const OURS = {
  native: "native end to end",
  olap: "olap end to end",
  generate: "generator",
  encoded: "generator + Native",
} as const;

/** One contender at one table, over all rounds. */
export interface TableMeasurement {
  readonly table: ShopTable;
  readonly name: string;
  readonly rounds: readonly Round[];
}

/** One run with `native`. */
export interface LongRun {
  readonly table: ShopTable;
  readonly round: Round;
  /** Highest resident set of the command's process in bytes, until so many rows were in the table. */
  readonly memory: readonly { readonly rows: number; readonly bytes: number }[];
}

/** The tables of `examples/shop`: ours beside other tools. */
export interface AnyTableReport {
  readonly rows: number;
  /** Rows an insert of objects. */
  readonly batch: number;
  readonly ratios: readonly {
    readonly table: ShopTable;
    readonly ours: string;
    readonly theirs: string;
    /** Ours / theirs in rows/s: how busy the machine is otherwise moves it. */
    readonly rate: Spread;
    /** Theirs / ours in CPU a row, of all processes, the server's included. */
    readonly cpu: Spread;
  }[];
  readonly loads: readonly TableMeasurement[];
  readonly makers: readonly TableMeasurement[];
  readonly longRuns: readonly LongRun[];
  /** Why other tools are not measured, a line each. */
  readonly failures: readonly string[];
}

/** With the ratios of whatever was measured, round by round. */
export function anyTableReport(given: Omit<AnyTableReport, "ratios">): AnyTableReport {
  const ratios = COMPARED_TABLES.flatMap((of) => [
    ...compare(of, given.loads, [OURS.native, OURS.olap], Object.values(OTHERS)),
    ...compare(of, given.makers, [OURS.encoded], Object.values(OTHER_MAKERS)),
  ]);
  return { ...given, ratios };
}

function compare(
  of: ShopTable,
  measured: readonly TableMeasurement[],
  ours: readonly string[],
  others: readonly string[],
): AnyTableReport["ratios"] {
  const find = (name: string) => measured.find((one) => one.table === of && one.name === name);
  return ours.flatMap((name) => {
    const own = find(name);
    return others.flatMap((theirs) => {
      const other = find(theirs);
      if (own === undefined || other === undefined) return [];
      return [{ table: of, ours: name, theirs, ...ratiosOf(own.rounds, other.rounds) }];
    });
  });
}

function ratiosOf(ours: readonly Round[], theirs: readonly Round[]): { rate: Spread; cpu: Spread } {
  const cpu = ({ cpuSeconds, serverCpuSeconds = 0, rows }: Round) => (cpuSeconds + serverCpuSeconds) / rows;
  return {
    rate: spreadOf(ours.map((round, i) => rowsPerSecond(round) / rowsPerSecond(theirs[i]!))),
    cpu: spreadOf(ours.map((round, i) => cpu(theirs[i]!) / cpu(round))),
  };
}

/** @param where the line about the machine */
export function renderAnyTable(report: AnyTableReport, where: string): string {
  const { ratios, loads, makers, longRuns, failures, rows, batch } = report;
  const parts = [
    table(
      `Tables of examples/shop, ours beside theirs (${number(rows)} rows a table, ${number(batch)} rows a JSON insert of objects; minimum / median / maximum of the rounds)`,
      [
        "table",
        "ours",
        "theirs",
        "times the rows/s: min",
        "median",
        "max",
        "theirs / ours, CPU: min",
        "median",
        "max",
      ],
      ratios.map((one) => [one.table, one.ours, one.theirs, ...ratioCells(one.rate), ...ratioCells(one.cpu)]),
    ),
    where,
    ...failures.map((failure) => `Not measured: ${failure}`),
    table(
      "Tables of examples/shop, from the command to the last row counted",
      ["table", "what", "rows", "rows/s min", "median", "max", "server CPU µs/row", "client"],
      loads.map(({ table: of, name, rounds }) => [
        of,
        name,
        number(rounds[0]!.rows),
        ...cells(spreadOf(rounds.map(rowsPerSecond)), number),
        rounds[0]!.serverCpuSeconds === undefined
          ? "-"
          : micros(rounds.map(({ serverCpuSeconds = 0, rows: made }) => serverCpuSeconds / made)),
        cpuMicros(rounds),
      ]),
    ),
    table(
      "Tables of examples/shop, making rows without a server, one thread",
      ["table", "what", "bytes a row", "rows/s", "MB/s", "MB per s of CPU", "CPU µs/row"],
      makers.map(({ table: of, name, rounds }) => [
        of,
        name,
        rounds[0]!.bytes ? number(rounds[0]!.bytes / rounds[0]!.rows) : "-",
        number(spreadOf(rounds.map(rowsPerSecond)).median),
        megabytes(rounds, ({ seconds }) => seconds),
        megabytes(rounds, ({ cpuSeconds }) => cpuSeconds),
        cpuMicros(rounds),
      ]),
    ),
    ...(longRuns.length > 0
      ? [
          table(
            "Tables of examples/shop, one long run with `native` each, and the highest memory (RSS) of the command's process in it",
            ["table", "rows", "rows/s", "server CPU µs/row", "client", "memory"],
            longRuns.map(({ table: of, round, memory }) => [
              of,
              number(round.rows),
              number(rowsPerSecond(round)),
              micros([(round.serverCpuSeconds ?? 0) / round.rows]),
              cpuMicros([round]),
              memory
                .map(({ rows: until, bytes }) => `${number(bytes / 1e6)} MB until ${number(until)}`)
                .join(", "),
            ]),
          ),
        ]
      : []),
  ];
  return parts.join("\n\n");
}

const ratioCells = (spread: Spread) => cells(spread, (n) => n.toFixed(1));
const cpuMicros = (rounds: readonly Round[]) =>
  micros(rounds.map(({ cpuSeconds, rows }) => cpuSeconds / rows));

function megabytes(rounds: readonly Round[], per: (round: Round) => number): string {
  if (!rounds[0]!.bytes) return "-";
  return number(spreadOf(rounds.map((round) => (round.bytes ?? 0) / per(round) / 1e6)).median);
}
