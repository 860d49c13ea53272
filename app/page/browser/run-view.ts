import { isGoingOn } from "../../ledger/run-activity";
import type { RunStatus } from "../../ledger/run-status";
import { formatCount, formatDuration, formatRate, formatTimeLeft } from "../../request/format";
import { Pace } from "../../run/pace";
import { element, setText } from "./dom";

/** A run, with what its rate was since the page was opened. */
export function runView(first: RunStatus) {
  const state = element("span", { class: "state" });
  const share = element("span", { class: "number" });
  const rows = element("span", { class: "number" });
  const rate = element("span", { class: "number dim" });
  const left = element("span", { class: "number dim" });
  const bar = element("progress", { max: 1, "aria-label": `Rows of the run with seed ${first.seed}` });
  const facts = element("p", { class: "facts" });
  const error = element("p", { class: "notice" });
  const root = element(
    "section",
    { class: "run" },
    element("p", { class: "line" }, share, rows, rate, left, state),
    bar,
    facts,
    error,
  );
  let pace: { readonly of: Pace; readonly rows: number; readonly target: number } | undefined;
  /** @param now seconds by the server's clock */
  const update = (run: RunStatus, now: number) => {
    const { rows_inserted: inserted, target_rows: target, status } = run;
    const going = status === "running";
    // What comes before a run's first rows says nothing of its rate.
    if (pace?.target !== target || pace.rows === inserted || !going)
      pace = { of: new Pace(now, inserted, target), rows: inserted, target };
    else pace.of.update(now, inserted);
    const recent = pace.of.rate || run.average_rate_rows_per_sec;
    const seconds = pace.of.secondsLeft(now) ?? (recent > 0 ? (target - inserted) / recent : undefined);
    bar.value = target > 0 ? inserted / target : 1;
    bar.hidden = status === "reset";
    state.className = `state ${status}`;
    setText(state, status);
    setText(share, percent(inserted, target));
    setText(rows, `${formatCount(inserted)} of ${formatCount(target)} rows`);
    setText(rate, recent > 0 ? formatRate(going ? recent : run.average_rate_rows_per_sec) : "");
    setText(left, going && seconds !== undefined ? `${formatTimeLeft(seconds)} left` : "");
    setText(facts, factsOf(run));
    setText(error, troubleOf(run));
  };
  return { root, update };
}

/** 100 only when all rows are there. */
function percent(rows: number, target: number): string {
  const tenths = target > 0 ? Math.floor((1000 * rows) / target) : 1000;
  return `${(Math.min(rows < target ? 999 : 1000, tenths) / 10).toFixed(1)} %`;
}

function factsOf(run: RunStatus): string {
  const { host, pid, door } = run.owner;
  const last = Math.max(run.last_image_id, run.first_image_id - 1);
  const numbers =
    last < run.first_image_id
      ? `row numbers from ${formatCount(run.first_image_id)}`
      : `row numbers ${formatCount(run.first_image_id)} to ${formatCount(last)}`;
  const facts = [
    `seed "${run.seed}"`,
    numbers,
    `started ${time(run.start_time)}`,
    run.last_checkpoint === null ? "" : `last checkpoint ${time(run.last_checkpoint)}`,
    run.total_time_seconds > 0 ? `${formatDuration(run.total_time_seconds)} writing` : "",
    `${isGoingOn(run) ? "by" : "last by"} process ${pid} on ${host} (${door})`,
  ];
  return facts.filter(Boolean).join(" · ");
}

function troubleOf({ last_error: error, next_try: next, attempt }: RunStatus): string {
  if (error === null) return "";
  const again =
    next === null
      ? ""
      : ` It is tried again at ${time(next)}${attempt === null ? "" : `, after attempt ${attempt}`}.`;
  return `${error}${again}`;
}

/** `2026-01-01T10:00:05.000Z` as `2026-01-01 10:00:05 UTC`. */
export function time(iso: string): string {
  return `${iso.slice(0, 19).replace("T", " ")} UTC`;
}
