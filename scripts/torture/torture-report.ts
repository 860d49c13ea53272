import Table from "cli-table3";
import type { RoundResult } from "./run-torture";

/** Whether a round was played and did not end exact, or its harm met no run. */
export function failed({ missed, wrong, lost, doubled, skipped }: RoundResult): boolean {
  return !skipped && (missed || wrong !== "" || lost !== 0 || doubled !== 0);
}

/** A round in one line. */
export function roundLine(result: RoundResult): string {
  const { number, fault, writer, rows, at, reruns, lost, doubled, missed, skipped, seconds } = result;
  if (skipped) return `${number}  ${fault}  ${writer}  skipped: ${result.wrong}`;
  const wrong = missed ? `the harm met no run under way. ${result.wrong}` : result.wrong;
  const compared = lost === undefined ? "not compared" : `${lost} lost, ${doubled} doubled`;
  const verdict = failed(result) ? `FAILED: ${compared}; ${wrong}` : "exact";
  return `${number}  ${fault}  ${writer}  ${rows} rows  ${at}  ${reruns} reruns  ${seconds.toFixed(1)} s  ${verdict}`;
}

/** A line a fault, and their sum. */
export function tortureTable(results: readonly RoundResult[]): string {
  const table = new Table({
    head: [
      "fault",
      "rounds",
      "skipped",
      "too late",
      "failed",
      "not compared",
      "reruns",
      "rows lost",
      "rows doubled",
    ],
    style: { head: [], border: [] },
  });
  for (const fault of new Set(results.map((result) => result.fault))) {
    table.push([fault, ...figures(results.filter((result) => result.fault === fault))]);
  }
  table.push(["all", ...figures(results)]);
  return table.toString();
}

function figures(results: readonly RoundResult[]): number[] {
  const played = results.filter(({ skipped }) => !skipped);
  const sum = (of: (result: RoundResult) => number) =>
    played.reduce((total, result) => total + of(result), 0);
  return [
    played.length,
    results.length - played.length,
    played.filter(({ missed }) => missed).length,
    played.filter(failed).length,
    played.filter(({ lost }) => lost === undefined).length,
    sum(({ reruns }) => reruns),
    sum(({ lost = 0 }) => Math.max(0, lost)),
    sum(({ doubled = 0 }) => doubled),
  ];
}
