import type { LatencyChange } from "../../app/queries/compare-latencies";
import type { ResultsChange } from "../../app/queries/compare-results";
import { formatCount } from "../../app/request/format";
import { formatTime } from "../../app/request/format-time";
import { escaped } from "../../app/request/quoted";
import { plainTable } from "./plain-table";
import { loadText } from "./queries-view";
import type { Style } from "./style";

/** Two results beside each other; ends without a line feed. @param names of both, for the head of the table */
export function renderComparison(
  { changes, notes }: ResultsChange,
  names: readonly [string, string],
  style: Style,
): string {
  const rows = changes.map(({ rows, before, after, change }) => [
    `${escaped(after.name, 40)}, ${loadText(after.load)}`,
    formatCount(rows),
    timeText(before.latency?.p50),
    timeText(after.latency?.p50),
    change === undefined ? "-" : percentText(change.ratio),
    change === undefined || change.threshold === Infinity ? "-" : `${percentText(change.threshold)}`,
    change === undefined ? style.red("no answer") : verdictText(change, style),
  ]);
  const head = ["query", "rows", ...names.map((name) => escaped(name, 30)), "change", "told from", "verdict"];
  const lines = notes.map((note) => `${style.yellow("note:")} ${escaped(note, 200)}`);
  return [...lines, plainTable(head, rows, 1, 6), "", summary(changes)].join("\n");
}

const timeText = (time: number | undefined) => (time === undefined ? "-" : formatTime(time));

function percentText(ratio: number): string {
  const percent = (ratio - 1) * 100;
  return `${percent >= 0 ? "+" : ""}${percent.toFixed(Math.abs(percent) < 10 ? 1 : 0)} %`;
}

function verdictText({ verdict }: LatencyChange, style: Style): string {
  if (verdict === "slower") return style.red(verdict);
  return verdict === "faster" ? style.green(verdict) : verdict;
}

function summary(changes: ResultsChange["changes"]): string {
  const count = (verdict: LatencyChange["verdict"]) =>
    changes.filter(({ change }) => change?.verdict === verdict).length;
  return (["faster", "slower", "same", "unstable"] as const)
    .map((verdict) => `${count(verdict)} ${verdict}`)
    .join(", ");
}
