import { cells, micros, number, seconds, table } from "./markdown";
import { type Measurement, ratioOf, rowsPerSecond, type Spread, spreadOf } from "./measurement";
import { FIRST_ROWS, type RunFacts } from "./measure-runs";
import type { BenchSize } from "./bench-size";
import { LOADS } from "./measure-loads";

/** `images_analytical` beside the old design and what the server can take. */
export interface ImagesReport {
  readonly batch: BenchSize["batch"];
  readonly interval: number;
  readonly ratios: readonly { readonly what: string; readonly target: string; readonly value: Spread }[];
  readonly loads: readonly Measurement[];
  readonly makers: readonly Measurement[];
  readonly runs: readonly RunFacts[];
}

/** With the ratios that are aimed at. */
export function imagesReport(given: Omit<ImagesReport, "ratios">): ImagesReport {
  const load = (which: keyof typeof LOADS) => given.loads.find(({ name }) => name === LOADS[which])!;
  const made = (kind: string) => given.makers.find(({ name, threads }) => name === kind && threads === 1)!;
  const ratio = (what: string, target: string, a: Measurement, b: Measurement) => ({
    what,
    target,
    value: ratioOf(a, b),
  });
  const baseline = load("baseline");
  const against = "ready Native bytes";
  return {
    ...given,
    ratios: [
      ratio(
        `${LOADS.native} / ${against} as any tool would send them`,
        "1.3",
        load("native"),
        load("anyTool"),
      ),
      ratio(
        `${LOADS.native} / ${against} with our settings and blocks`,
        "0.7",
        load("native"),
        load("ownWay"),
      ),
      ratio(`${LOADS.native} / ${LOADS.baseline}`, "11", load("native"), baseline),
      ratio(`${LOADS.olap} / ${LOADS.baseline}`, "3.4", load("olap"), baseline),
      ratio(`${LOADS.olapBest} / ${LOADS.baseline}`, "3.8", load("olapBest"), baseline),
      ratio(
        "generator + Native / baseline's generator, one thread",
        "8",
        made("generator + Native"),
        made("baseline's generator"),
      ),
    ],
  };
}

/** @param where the line about the machine */
export function renderImages(
  { ratios, loads, makers, runs, batch, interval }: ImagesReport,
  where: string,
): string {
  const settings = `rows a batch: olap ${number(batch.olap)}, native ${number(batch.native)}; checkpoint interval ${interval}`;
  const parts = [
    table(
      `Ratios (${settings}; minimum / median / maximum of the rounds)`,
      ["what", "at least", "min", "median", "max"],
      ratios.map(({ what, target, value }) => [what, target, ...cells(value, (n) => n.toFixed(2))]),
    ),
    where,
    table(
      "From the command to the last row counted",
      ["what", "batch", "interval", "rows", "rows/s min", "median", "max", "server CPU µs/row", "client"],
      loads.map(({ name, batch: own, interval: every, rounds }) => [
        name,
        number(own),
        `${every ?? "-"}`,
        number(rounds[0]!.rows),
        ...cells(spreadOf(rounds.map(rowsPerSecond)), number),
        micros(rounds.map(({ serverCpuSeconds = 0, rows }) => serverCpuSeconds / rows)),
        micros(rounds.map(({ cpuSeconds, rows }) => cpuSeconds / rows)),
      ]),
    ),
    table(
      "Making rows, without a server",
      ["what", "batch", "threads", "rows/s min", "median", "max", "MB/s", "CPU µs/row"],
      makers.map(({ name, batch: own, threads, rounds }) => [
        name,
        number(own),
        `${threads}`,
        ...cells(spreadOf(rounds.map(rowsPerSecond)), number),
        rounds[0]!.bytes
          ? number(spreadOf(rounds.map(({ bytes = 0, seconds }) => bytes / seconds / 1e6)).median)
          : "-",
        micros(rounds.map(({ cpuSeconds, rows }) => cpuSeconds / rows)),
      ]),
    ),
    table(
      `Seconds from the command to the first of ${number(FIRST_ROWS)} rows`,
      ["what", "min", "median", "max"],
      runs.flatMap(({ writer, firstRow, nextFirstRow, resumeFirstRow, memory }) => [
        [`${writer}, empty server`, ...cells(firstRow, seconds)],
        [`${writer}, going on after one batch`, ...cells(nextFirstRow, seconds)],
        ...(resumeFirstRow
          ? [
              [
                `${writer}, going on after ${number(memory.at(-1)!.rows)} rows`,
                ...cells(resumeFirstRow, seconds),
              ],
            ]
          : []),
      ]),
    ),
    ...(runs.some(({ memory }) => memory.length > 0)
      ? [
          table(
            `Highest memory (RSS) of the command's process in one run (${settings})`,
            ["writer", "until rows", "MB"],
            runs.flatMap(({ writer, memory }) =>
              memory.map(({ rows, bytes }) => [writer, number(rows), (bytes / 1e6).toFixed(0)]),
            ),
          ),
        ]
      : []),
  ];
  return parts.join("\n\n");
}
