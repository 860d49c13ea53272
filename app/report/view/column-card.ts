import { percent, plainNumber, shortNumber } from "../../html/format-number";
import { type Html, tag } from "../../html/html";
import { formatCount } from "../../request/format";
import { type ColumnFacts, FEW } from "../facts/column-facts";
import type { ColumnBytes } from "../facts/storage";
import { spread } from "./spread";
import { allValues, commonest } from "./value-bars";
import { writtenTime } from "./written-time";

/** One column: what it has, and how that is spread. */
export function columnCard(column: ColumnFacts, bytes: ColumnBytes | undefined): Html {
  const { name, type, distribution, frequencies } = column;
  return tag(
    "article",
    { class: "card" },
    tag("h3", {}, name, " ", tag("code", { class: "dim" }, type)),
    tag("p", { class: "facts" }, [...valueFacts(column), ...bytesFacts(bytes)].join(" · ")),
    frequencies !== undefined && frequencies.distinct <= FEW && allValues(column, frequencies),
    distribution !== undefined && spread(column, distribution),
    frequencies !== undefined && frequencies.distinct > FEW && commonest(column, frequencies),
  );
}

function valueFacts({ shape, summary, measure, frequencies }: ColumnFacts): string[] {
  if (summary === undefined) return ["not readable"];
  const { nulls, rows, distinct, measure: of } = summary;
  if (rows > 0 && nulls === rows) return ["always NULL"];
  const facts = nulls > 0 ? [`NULL ${percent(nulls / rows)}`] : [];
  const different = frequencies?.distinct ?? distinct;
  if (different !== undefined) {
    const what = shape === "list" ? "different elements" : "different";
    const about = frequencies === undefined && different > 10_000 ? "about " : "";
    const all = shape !== "list" && frequencies === undefined && different > 0.97 * (rows - nulls);
    facts.push(
      all && rows > 24
        ? "all different, or nearly"
        : `${about}${formatCount(Number(different.toPrecision(about ? 3 : 15)))} ${what}`,
    );
  }
  // Of labels, lengths say nothing.
  const labels = shape === "text" && frequencies !== undefined && frequencies.distinct <= FEW;
  if (of === undefined || measure === undefined || labels) return facts;
  if (shape === "time") return [...facts, `${writtenTime(of.min)} to ${writtenTime(of.max)}`];
  const unit = { text: " characters", list: " elements" }[shape as string] ?? "";
  const ends =
    of.min === of.max
      ? `always ${plainNumber(of.min)}${unit}`
      : `${plainNumber(of.min)} to ${plainNumber(of.max)}${unit}`;
  if (of.min === of.max) return [...facts, ends];
  return [...facts, ends, `mean ${plainNumber(of.mean)}`, `median ${plainNumber(of.percentiles[2]!)}`];
}

function bytesFacts(bytes: ColumnBytes | undefined): string[] {
  if (bytes === undefined || bytes.rows === 0) return [];
  const [before, after] = [bytes.uncompressed, bytes.compressed].map((sum) =>
    shortNumber(Number((sum / bytes.rows).toPrecision(3))),
  );
  return [`${before} bytes a row, ${after} compressed`];
}
