import { barList } from "../../html/charts/bar-list";
import { dataTable } from "../../html/data-table";
import { figure } from "../../html/figure";
import { percent } from "../../html/format-number";
import { tag } from "../../html/html";
import { formatBytes, formatCount } from "../../request/format";
import type { ReportFacts } from "../report-facts";
import { type Section, section } from "./section";

const MOST_COLUMNS = 20;

/** What takes the room: columns, and the partitions and parts that they lie in. */
export function storageSection({ columnBytes, partitions, rows }: ReportFacts): Section | undefined {
  if (rows === 0 || (!columnBytes?.length && !partitions?.largest.length)) return undefined;
  return section(
    "storage",
    "Room on disk",
    "Compressed bytes decide how much a query has to read from disk, uncompressed ones how much it has to work through.",
    tag(
      "div",
      { class: "cards" },
      columnBytes && columnBytes.length > 0 && columnsCard(columnBytes, rows),
      partitions && partitions.largest.length > 0 && partitionsCard(partitions),
    ),
    columnBytes?.length === 0 &&
      tag(
        "p",
        { class: "dim" },
        "What each column takes is not known: all parts are compact, which is how ClickHouse keeps small ones, with all columns in one file.",
      ),
  );
}

function columnsCard(columns: NonNullable<ReportFacts["columnBytes"]>, rows: number) {
  const measured = columns.reduce((most, column) => Math.max(most, column.rows), 0);
  const total = columns.reduce((sum, { compressed }) => sum + compressed, 0) || 1;
  const bars = columns.slice(0, MOST_COLUMNS).map(({ column, compressed, rows: of }) => ({
    label: column,
    value: compressed,
    note: `${(compressed / of).toPrecision(2)} B · ${percent(compressed / total)}`,
  }));
  return tag(
    "article",
    { class: "card" },
    tag("h3", {}, "Columns"),
    figure(
      `Compressed bytes a row and share of all${columns.length > bars.length ? `, the ${bars.length} largest of ${columns.length}` : ""}`,
      barList("Compressed bytes by column", bars),
      {
        columns: [
          { title: "column" },
          { title: "uncompressed", numeric: true },
          { title: "compressed", numeric: true },
          { title: "bytes a row", numeric: true },
          { title: "ratio", numeric: true },
        ],
        rows: columns.map(({ column, uncompressed, compressed, rows: of }) => [
          column,
          formatBytes(uncompressed),
          formatBytes(compressed),
          (compressed / of).toPrecision(3),
          compressed > 0 ? (uncompressed / compressed).toFixed(1) : "–",
        ]),
      },
    ),
    measured < rows &&
      tag(
        "p",
        { class: "dim" },
        `By the wide parts, which have ${percent(measured / rows)} of the rows: of compact ones the server does not know what each column takes.`,
      ),
  );
}

function partitionsCard({ all, largest }: NonNullable<ReportFacts["partitions"]>) {
  const partitioned = largest.some(({ partition }) => partition !== "tuple()");
  return tag(
    "article",
    { class: "card" },
    tag("h3", {}, partitioned ? "Partitions" : "Parts"),
    tag(
      "p",
      { class: "facts" },
      partitioned
        ? `${formatCount(all)} partitions${all > largest.length ? `, the ${largest.length} largest` : ""}`
        : "not partitioned",
    ),
    largest.length > 1 &&
      barList(
        "Rows by partition",
        largest.map(({ partition, rows }) => ({ label: partition, value: rows, note: formatCount(rows) })),
      ),
    dataTable(
      "partitions",
      [
        { title: "partition" },
        { title: "parts", numeric: true },
        { title: "rows", numeric: true },
        { title: "on disk", numeric: true },
        { title: "uncompressed", numeric: true },
      ],
      largest.map(({ partition, parts, rows, disk, uncompressed }) => [
        partition === "tuple()" ? "all" : partition,
        formatCount(parts),
        formatCount(rows),
        formatBytes(disk),
        formatBytes(uncompressed),
      ]),
    ),
  );
}
