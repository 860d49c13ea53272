import { outside, type Truth } from "./measure-truth";

/** Markdown tables of everything that was measured. */
export function renderTruth(truth: Truth, rows: number, seed: string): string {
  const { shares, links, facts, columns } = truth;
  return [
    `# ${rows.toLocaleString("en-US")} rows of seed "${seed}"`,
    "## Shares",
    table(
      ["what", "value", "declared", "observed", "difference", "standard error", ""],
      shares.map(({ name, value, declared, observed, error, outside }) => [
        name,
        value || '""',
        percent(declared),
        percent(observed),
        percent(observed - declared),
        percent(error),
        mark(outside),
      ]),
    ),
    "## Links: mutual information, as a share of the mean entropy",
    table(
      ["what", "declared", "observed", "standard error", ""],
      links.map(({ name, declared, observed, error, outside }) => [
        name,
        declared.toFixed(4),
        observed.toFixed(4),
        error.toFixed(4),
        mark(outside),
      ]),
    ),
    "## Facts",
    table(
      ["what", "at least", "observed", "at most", ""],
      facts.map(({ name, least, observed, most, outside }) => [
        name,
        figure(least),
        figure(observed),
        figure(most),
        mark(outside),
      ]),
    ),
    "## Bytes a row",
    table(
      ["column", "uncompressed", "compressed"],
      columns.map(({ column, bytes, compressed }) => [column, figure(bytes), figure(compressed)]),
    ),
    `${shares.length} shares, ${links.length} links, ${facts.length} facts; outside: ${outside(truth).length}`,
  ].join("\n\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const percent = (share: number) => `${(share * 100).toFixed(3)} %`;
const figure = (value: number) => String(Number(value.toPrecision(5)));
const mark = (isOutside: boolean) => (isOutside ? "**outside**" : "");
