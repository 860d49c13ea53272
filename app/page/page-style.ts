import { THEME_CSS } from "../html/theme";

/** The theme, and what only this page has. */
export const PAGE_CSS = `${THEME_CSS}
.card h2 { margin: 0; }
.card .facts { max-width: none; }
.run { border-top: 1px solid var(--line); margin-top: 12px; padding-top: 12px; }
.run .line { max-width: none; display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 14px; margin: 0; }
.run .line > .number:first-child { font-weight: 600; }
.number { font-variant-numeric: tabular-nums; }
.state { border-radius: 999px; border: 1px solid currentColor; padding: 0 10px; font-size: 13px; font-weight: 600; white-space: nowrap; }
.state.running, .state.complete { color: var(--good); }
.state.waiting, .state.failed, .state.interrupted { color: var(--bad); }
.state.stopped, .state.reset { color: var(--dim); }
progress { appearance: none; -webkit-appearance: none; display: block; width: 100%; height: 10px; margin: 8px 0; border: 0; border-radius: 5px; overflow: hidden; background: var(--soft); }
progress::-webkit-progress-bar { background: var(--soft); }
progress::-webkit-progress-value { background: var(--blue); }
progress::-moz-progress-bar { background: var(--blue); }
.actions { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: end; margin-top: 14px; }
.actions form { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
.actions label { font-size: 13px; color: var(--dim); display: grid; gap: 2px; }
.actions input { width: 7.5em; color: var(--ink); font-size: 16px; }
.tables { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(560px, 100%), 1fr)); gap: 14px; align-items: start; margin-top: 16px; }
.tables > .card { margin: 0; }
button:hover { border-color: var(--blue); }
button[aria-disabled="true"] { color: var(--dim); border-color: var(--line); cursor: default; }
pre { margin: 8px 0 0; padding: 10px 12px; background: var(--soft); border-radius: 6px; font: 13px/1.45 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow: auto; max-height: 340px; white-space: pre; }
[hidden] { display: none !important; }
`;
