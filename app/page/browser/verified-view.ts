import { formatCount } from "../../request/format";
import { FINDING_WORDS } from "../../run/check/finding";
import type { Verified } from "../page-state";
import { element } from "./dom";

/** Columns that a line names. */
const COLUMNS = 4;

/** What a verification has found: how it stands, which rows are wrong and in what, and what to do. */
export function verifiedView({ ok, summary, findings, findingCount, what_to_do: remedies }: Verified) {
  const root = element(
    "div",
    {},
    ...summary.map((line) => element("p", { class: ok ? "good" : undefined }, line)),
  );
  if (findings.length > 0) root.append(tableOf(findings));
  if (findingCount > findings.length)
    root.append(
      element("p", { class: "facts" }, `... and ${formatCount(findingCount - findings.length)} more lines`),
    );
  for (const { text, command, statements } of remedies) {
    root.append(element("p", {}, command === null ? text : `${text}: `, ...codes(command)));
    for (const statement of statements)
      root.append(element("pre", { tabindex: 0, role: "region", "aria-label": "Statement" }, statement));
  }
  return root;
}

function codes(command: string | null) {
  return command === null ? [] : [element("code", {}, command)];
}

function tableOf(findings: Verified["findings"]) {
  const head = ["row numbers", "rows", "wrong", "columns"].map((title) =>
    element("th", { scope: "col", class: title === "rows" ? "number" : undefined }, title),
  );
  const lines = findings.map(({ kind, first_row: first, last_row: last, rows, columns }) => {
    const numbers = first === last ? formatCount(first) : `${formatCount(first)} to ${formatCount(last)}`;
    const rest = columns.length - COLUMNS;
    const named = `${columns.slice(0, COLUMNS).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
    return element(
      "tr",
      {},
      element("td", {}, numbers),
      element("td", { class: "number" }, formatCount(rows)),
      element("td", {}, FINDING_WORDS[kind]),
      element("td", {}, named),
    );
  });
  const table = element(
    "table",
    {},
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...lines),
  );
  return element(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": "Rows that are not as they were written" },
    table,
  );
}
