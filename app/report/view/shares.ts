import { barList } from "../../html/charts/bar-list";
import { dataTable, folded } from "../../html/data-table";
import { figure } from "../../html/figure";
import { percent } from "../../html/format-number";
import { type Html, tag } from "../../html/html";
import type { ShareFinding } from "../../table/measure-shares";
import { declaredBar, outcome } from "./declared-beside";
import { type Section, section } from "./section";
import type { Declared } from "../facts/declared";

/** Most values of one group that are drawn; the table has all. */
const MOST_BARS = 16;
const COLUMNS = [
  { title: "value" },
  { title: "declared", numeric: true },
  { title: "observed", numeric: true },
  { title: "± standard error", numeric: true },
  { title: "off by", numeric: true },
  { title: "" },
];

/** Declared beside observed shares. */
export function sharesSection({ shares, byPlace }: Declared): Section | undefined {
  if (shares.length === 0) return undefined;
  const chances = shares.filter(([, findings]) => isChance(findings));
  const choices = shares.filter(([, findings]) => !isChance(findings));
  const all = [...shares, ...byPlace];
  const outside = all.flatMap(([name, findings]) =>
    findings.filter((finding) => finding.outside).map((finding) => [name, finding] as const),
  );
  return section(
    "shares",
    "Shares",
    "Bars are what the table has, the upright mark is what was declared. Outside is what lies more than 4.5 standard errors off; the errors allow for neighbouring rows that resemble each other.",
    outside.length > 0 && outsideTable(outside),
    tag(
      "div",
      { class: "flow" },
      choices.map(([name, findings]) => choiceCard(name, findings)),
      chances.length > 0 && chanceCard(chances),
    ),
    byPlace.length > 0 &&
      folded(
        `Shares of each region and site: ${byPlace.length} groups`,
        dataTable(
          "shares by place",
          [{ title: "of" }, ...COLUMNS],
          byPlace.flatMap(([name, findings]) => findings.map((finding) => [name, ...cells(finding)])),
        ),
      ),
  );
}

/** Whether it is how often a condition holds. */
function isChance(findings: readonly ShareFinding[]): boolean {
  return findings.length === 2 && findings.every(({ value }) => value === "0" || value === "1");
}

function choiceCard(name: string, findings: readonly ShareFinding[]): Html {
  // Where all are to be alike, the values' own order says more.
  const sorted = findings.every(({ declared }) => Math.abs(declared - findings[0]!.declared) < 1e-9)
    ? findings
    : [...findings].sort((a, b) => b.declared - a.declared || b.observed - a.observed);
  const bars = sorted.slice(0, MOST_BARS).map((finding) => declaredBar(finding, finding.value, percent));
  const rest = sorted.length - bars.length;
  return tag(
    "article",
    { class: "card" },
    tag("h3", {}, name),
    tag(
      "p",
      { class: "facts" },
      outcome(findings),
      rest > 0 && ` · the ${MOST_BARS} commonest of ${sorted.length}`,
    ),
    figure("", barList(`Shares of ${name}`, bars), { columns: COLUMNS, rows: sorted.map(cells) }),
  );
}

function chanceCard(chances: Declared["shares"]): Html {
  const ones = chances.flatMap(([name, findings]) =>
    findings.filter(({ value }) => value === "1").map((finding) => ({ ...finding, value: name })),
  );
  const bars = ones.map((finding) => declaredBar(finding, finding.value, percent));
  return tag(
    "article",
    { class: "card" },
    tag("h3", {}, "how often it holds"),
    tag("p", { class: "facts" }, outcome(ones)),
    figure("", barList("How often conditions hold", bars), { columns: COLUMNS, rows: ones.map(cells) }),
  );
}

function outsideTable(outside: readonly (readonly [string, ShareFinding])[]): Html {
  return tag(
    "div",
    { class: "notice" },
    tag("p", {}, tag("strong", {}, `Outside: ${outside.length}`)),
    dataTable(
      "shares outside",
      [{ title: "of" }, ...COLUMNS],
      outside.map(([name, finding]) => [name, ...cells(finding)]),
    ),
  );
}

function cells({ value, declared, observed, error, outside }: ShareFinding) {
  const off =
    error > 0
      ? `${(Math.abs(observed - declared) / error).toFixed(1)} errors`
      : observed === declared
        ? "0"
        : "–";
  return [
    value === "" ? "(empty)" : value,
    percent(declared),
    percent(observed),
    percent(error),
    off,
    outside ? tag("span", { class: "bad" }, "outside") : "",
  ];
}
