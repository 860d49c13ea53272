import { formatBytes, formatCount } from "../../request/format";
import { percent } from "../../html/format-number";
import { type Content, fragment, type Html, tag } from "../../html/html";
import type { ReportFacts } from "../report-facts";
import type { Section } from "./section";

/** The head of the report: what was looked at, and where what stands. */
export function overview(facts: ReportFacts, sections: readonly Section[]): Html {
  const { name, rows, run, definition, uncompressedBytes, diskBytes, at, serverVersion } = facts;
  const when = new Date(at).toISOString();
  const ratio =
    uncompressedBytes && diskBytes ? ` · ${(uncompressedBytes / diskBytes).toFixed(1)} times smaller` : "";
  return fragment(
    tag(
      "header",
      {},
      tag("h1", {}, name.table),
      tag(
        "p",
        { class: "lead" },
        `What the data of ${name.database}.${name.table} looks like, as ClickHouse ${serverVersion ?? ""} answered on ${when.slice(0, 10)} at ${when.slice(11, 16)} UTC.`,
      ),
    ),
    tag(
      "dl",
      { class: "tiles" },
      tile("rows", formatCount(rows)),
      tile("columns", String(definition.facts.model.length)),
      diskBytes !== undefined &&
        tile("on disk", formatBytes(diskBytes), `${perRow(diskBytes, rows)}${ratio}`),
      uncompressedBytes !== undefined &&
        tile("uncompressed", formatBytes(uncompressedBytes), perRow(uncompressedBytes, rows)),
      run === undefined
        ? tile("filled by", "others", "no run of Data Faker is recorded")
        : tile(
            "seed",
            run.seed,
            `rows ${formatCount(run.firstRow)} to ${formatCount(run.firstRow + run.targetRows - 1)} asked for`,
          ),
      tile("engine", definition.engine, sortedBy(definition.facts.sortingKey)),
    ),
    run?.shards &&
      tag(
        "p",
        { class: "notice" },
        `The rows are spread over ${run.shards.length} servers, and this is what one of them has; how the table grew is told of all.`,
      ),
    verdict(facts),
    tag(
      "nav",
      { class: "contents", "aria-label": "Contents" },
      tag(
        "ul",
        {},
        sections.map(({ id, title }) => tag("li", {}, tag("a", { href: `#${id}` }, title))),
      ),
    ),
    facts.sampleRows < rows &&
      rows > 0 &&
      tag(
        "p",
        { class: "dim" },
        `Sizes and growth are of all rows; declared shares of whole blocks of neighbouring rows, a million or more in all; distributions, values and links of a sample of ${formatCount(facts.sampleRows)} rows (${percent(facts.sampleRows / rows)}), granules spread evenly over each part.`,
      ),
  );
}

function verdict({ declared, rows }: ReportFacts): Content {
  if (declared === undefined || rows === 0) return undefined;
  const shares = [...declared.shares, ...declared.byPlace].flatMap(([, findings]) => findings);
  const all = [...shares, ...declared.links];
  if (all.length === 0) return undefined;
  const outside = all.filter((finding) => finding.outside).length;
  if (outside === 0)
    return tag(
      "p",
      {},
      tag("strong", { class: "good" }, "✓ As declared. "),
      `All ${formatCount(all.length)} declared shares and links that were measured lie where chance would have them.`,
    );
  return tag(
    "p",
    { class: "notice" },
    tag("strong", {}, "Not as declared. "),
    `${outside} of ${formatCount(all.length)} declared shares and links lie farther off than chance explains: `,
    tag("a", { href: "#shares" }, "see which"),
    ".",
  );
}

function tile(title: string, value: string, note?: string): Html {
  return tag(
    "div",
    { class: "tile" },
    tag("dt", {}, title),
    tag("dd", {}, value, note !== undefined && tag("small", {}, note)),
  );
}

function perRow(bytes: number, rows: number): string {
  return rows === 0 ? "no rows" : `${(bytes / rows).toPrecision(3)} bytes a row`;
}

function sortedBy(key: readonly string[]): string {
  if (key.length === 0) return "not sorted";
  return `sorted by ${key.slice(0, 3).join(", ")}${key.length > 3 ? ` and ${key.length - 3} more` : ""}`;
}
