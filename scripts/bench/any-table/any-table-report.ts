import { cells, micros, number, table } from "../markdown";
import { type Measurement, ratioOf, type Round, rowsPerSecond, type Spread, spreadOf } from "../measurement";
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

/** Highest resident set of the command's process in bytes, until so many rows were in the table. */
export interface TableMemory {
  readonly table: ShopTable;
  readonly rows: number;
  readonly bytes: number;
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
    readonly value: Spread;
  }[];
  readonly loads: readonly TableMeasurement[];
  readonly makers: readonly TableMeasurement[];
  readonly memory: readonly TableMemory[];
  /** Why other tools are not measured, a line each. */
  readonly failures: readonly string[];
}

/** With ours / theirs, of whatever was measured. */
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
      return [{ table: of, ours: name, theirs, value: ratioOf(asRates(own), asRates(other)) }];
    });
  });
}

const asRates = ({ name, rounds }: TableMeasurement): Measurement => ({ name, batch: 0, rounds });

/** @param where the line about the machine */
export function renderAnyTable(report: AnyTableReport, where: string): string {
  const { ratios, loads, makers, memory, failures, rows, batch } = report;
  const parts = [
    table(
      `Tables of examples/shop, ours / theirs in rows/s (${number(rows)} rows a table, ${number(batch)} rows a JSON insert of objects; minimum / median / maximum of the rounds)`,
      ["table", "ours", "theirs", "min", "median", "max"],
      ratios.map((one) => [one.table, one.ours, one.theirs, ...cells(one.value, (n) => n.toFixed(1))]),
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
    ...(memory.length > 0
      ? [
          table(
            "Highest memory (RSS) of the command's process in one run, `native`",
            ["table", "until rows", "MB"],
            memory.map((one) => [one.table, number(one.rows), number(one.bytes / 1e6)]),
          ),
        ]
      : []),
  ];
  return parts.join("\n\n");
}

const cpuMicros = (rounds: readonly Round[]) =>
  micros(rounds.map(({ cpuSeconds, rows }) => cpuSeconds / rows));

function megabytes(rounds: readonly Round[], per: (round: Round) => number): string {
  if (!rounds[0]!.bytes) return "-";
  return number(spreadOf(rounds.map((round) => (round.bytes ?? 0) / per(round) / 1e6)).median);
}
