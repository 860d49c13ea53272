import { formatBytes, formatCount } from "../../request/format";
import type { RunStatus } from "../../ledger/run-status";
import type { Job, Refill, TableState } from "../page-state";
import { actionBar, type Ask } from "./action-bar";
import { base, element, KeyedList, setText } from "./dom";
import { jobView } from "./job-view";
import { runView } from "./run-view";

/** Jobs that are shown of a table. */
const JOBS = 3;

/** What a card shows. */
export interface CardState {
  readonly table: TableState;
  /** Of all tables; `null` where the page only reads. */
  readonly jobs: readonly Job[] | null;
  /** Seconds by the server's clock. */
  readonly now: number;
}

/** A table with its runs. */
export function tableCard({ table: first, jobs: firstJobs }: CardState, ask: Ask) {
  const facts = element("p", { class: "facts" });
  const report = element("a", { href: reportAddress(first) }, `What the data of ${first.name} looks like`);
  const seen = element("p", { class: "facts" }, report);
  const problem = element("p", { class: "notice" });
  const refill = element("p", { class: "facts" });
  const runs = element("div");
  const older = element("div");
  const olderSummary = element("summary");
  const olderRuns = element("details", {}, olderSummary, older);
  const jobs = element("div");
  const actions = firstJobs === null ? undefined : actionBar(first, ask);
  const root = element(
    "section",
    { class: "card" },
    element("h2", {}, first.name),
    facts,
    seen,
    problem,
    refill,
    runs,
    olderRuns,
  );
  if (actions !== undefined) root.append(actions.root);
  root.append(jobs);
  let now = 0;
  const list = (parent: typeof runs) =>
    new KeyedList<RunStatus>(
      parent,
      ({ run_id }) => run_id,
      (run) => {
        const view = runView(run);
        return { root: view.root, update: (newer) => view.update(newer, now) };
      },
    );
  const [newestRun, olderList] = [list(runs), list(older)];
  const jobList = new KeyedList<Job>(jobs, ({ id }) => String(id), jobView);
  const update = (state: CardState) => {
    const { table } = state;
    now = state.now;
    setText(facts, factsOf(table));
    seen.hidden = table.rows === null;
    setText(problem, table.problem ?? "");
    setText(refill, table.refill === null ? "" : refillText(table.refill));
    newestRun.update(table.runs.slice(0, 1));
    olderList.update(table.runs.slice(1));
    olderRuns.hidden = table.runs.length < 2;
    setText(
      olderSummary,
      table.runCount === 2 ? "1 earlier run" : `${formatCount(table.runCount - 1)} earlier runs`,
    );
    actions?.update(table);
    const own = (state.jobs ?? []).filter(({ action }) => action.table === table.name);
    jobList.update(own.slice(0, JOBS));
  };
  return { root, update };
}

function reportAddress({ database, table }: TableState): string {
  return new URL(`report/${encodeURIComponent(database)}/${encodeURIComponent(table)}`, base).href;
}

function factsOf({ rows, bytes, servers, runs }: TableState): string {
  if (rows === null) return "There is no such table now, or it may not be read.";
  const held = `${formatCount(rows)} rows${bytes === null ? "" : `, ${formatBytes(bytes)} on disk`}${servers === 1 ? "" : ` here; its rows are spread over ${servers} servers, of which this is one`}`;
  return runs.length === 0 ? `${held}; no run yet` : held;
}

function refillText({ every, targetRows, next }: Refill): string {
  const does =
    "rows" in next
      ? `the next one writes up to ${formatCount(next.rows)} rows`
      : `the next one does nothing: ${next.nothing}`;
  return `Refilled every ${every} up to ${formatCount(targetRows)} rows; ${does}.`;
}
