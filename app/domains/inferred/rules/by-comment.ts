import type { ColumnType } from "../../../model/column-type";
import type { Generator, Scalar } from "../../spec/generator";
import { CENTS } from "../names/commerce";
import { decimal, identifier, template, UUID, weighted, whole } from "../names/generators";
import { nameWords, singular } from "../names/name-words";
import { byName } from "./by-name";
import type { Inferred, Rule } from "./rule";

/** What a field's comment says, as people write it. The server keeps it as the column's comment. */
export const byComment: Rule = (column, facts) => {
  // Moose keeps facts of its own behind the comment.
  const comment = (facts.comments[column.name] ?? "").replace(/\[MOOSE_METADATA.*$/s, "").trim();
  if (comment === "") return [];
  const found: Inferred[] = [];
  const add = (generator: Generator | undefined, said: string): void => {
    if (generator) found.push({ generator, rule: `comment "${said.trim()}"` });
  };
  const kind = kindOf(column.type);
  const named = byName(column, facts)[0]?.generator;
  const coded = [...comment.matchAll(/(-?\d+)\s*[=:]\s*["'`]?([a-z][\w -]*)/gi)];
  if (coded.length >= 2 && kind === "number")
    add(
      { kind: "choice", values: coded.map(([, code]) => Number(code)) },
      coded.map(([text]) => text.trim()).join(", "),
    );
  const listed =
    /\b(?:(?:possible |allowed |valid )?values|one of|enum|options)\s*(?:are)?\s*:?\s+([^\n]+)/i.exec(
      comment,
    );
  if (listed) add(choiceOf(listItems(listed[1]!), kind), listed[0]);
  const examples = /\b(?:e\.?g\.?|for example|examples?|such as)[:,]?\s+([^\n)]+)/i.exec(comment);
  const unique =
    /(?:~|≈|about |around |approx\.? |roughly )?(\d[\d,_]*)\s*(?:unique|distinct|different)\b[^\n,.;)]*/i.exec(
      comment,
    );
  if (unique) {
    const count = Number(unique[1]!.replace(/[,_]/g, ""));
    add(ofSoMany(count, examples ? listItems(examples[1]!) : [], column.name, kind), unique[0]);
  }
  const format = /\bformat(?:ted as)?\s*:?\s+([^\n]+)/i.exec(comment);
  if (format && kind === "text") add(formatted(format[1]!), format[0]);
  if (kind === "text")
    for (const [pattern, generator] of STANDARDS) {
      const said = pattern.exec(comment);
      if (said) add(generator, said[0]);
    }
  if (examples) {
    const items = listItems(examples[1]!);
    add(
      items.length >= 2 ? choiceOf(items, kind) : kind === "text" ? likeExample(items[0] ?? "") : undefined,
      examples[0],
    );
  }
  if (kind === "number") {
    const range = RANGES.map((pattern) => pattern.exec(comment)).find((match) => match !== null);
    if (range) add(rangeOf(Number(range[1]), Number(range[2]), column.type, named), range[0]);
    for (const [pattern, generator] of UNITS) {
      const said = pattern.exec(comment);
      if (said) add(generator, said[0]);
    }
  }
  return found;
};

type Kind = "text" | "number" | "other";

function kindOf({ kind }: ColumnType): Kind {
  if (kind === "string" || kind === "fixed-string") return "text";
  return kind === "integer" || kind === "float" || kind === "decimal" ? "number" : "other";
}

/** The items of a list such as `a, "b" | c or d.`; none that are sentences. */
function listItems(text: string): string[] {
  return text
    .replace(/\.\s.*$|[.;]\s*$|\betc\b.*$|\.{3}.*$/s, "")
    .split(/\s*(?:[,|;]|\s\/\s|\bor\b|\band\b)\s*/)
    .map((item) =>
      item
        .trim()
        .replace(/^["'`](.*)["'`]$/, "$1")
        .replace(/\s*\(.*\)$/, ""),
    )
    .filter((item) => item !== "" && item.split(/\s+/).length <= 4);
}

function choiceOf(items: readonly string[], kind: Kind): Generator | undefined {
  const values: Scalar[] = [...new Set(items)].map((item) => (kind === "number" ? Number(item) : item));
  if (values.length === 0 || kind === "other" || values.some((value) => Number.isNaN(value)))
    return undefined;
  return { kind: "choice", values };
}

/** The most values that a choice lists; of more, a number tells them apart. */
const MOST_LISTED = 1_000;

function ofSoMany(
  count: number,
  examples: readonly string[],
  name: string,
  kind: Kind,
): Generator | undefined {
  if (count < 1) return undefined;
  if (kind === "number") return whole(1, count, "exponential");
  if (kind !== "text") return undefined;
  const [, before, after] = /^(.*?)\d+(\D*)$/.exec(examples[0] ?? "") ?? [];
  const stem = before ?? `${singular(nameWords(name).at(-1) ?? "value")}-`;
  if (count > MOST_LISTED) return template(`${escaped(stem)}{1-${count}}${escaped(after ?? "")}`);
  const listed = before === undefined ? examples.slice(0, count) : [];
  const made = Array.from({ length: count - listed.length }, (_, i) => `${stem}${i + 1}${after ?? ""}`);
  return { kind: "choice", values: [...listed, ...made], skew: { zipf: 0.8 } };
}

const escaped = (text: string): string => text.replace(/[{}]/g, "$&$&");

/** Names of formats, wherever a comment says them. */
const STANDARDS: readonly (readonly [RegExp, Generator])[] = [
  [/\buuid\b/i, UUID],
  [/\bsha-?256\b/i, identifier("hex", 64)],
  [/\bsha-?1\b/i, identifier("hex", 40)],
  [/\bmd5\b/i, identifier("hex", 32)],
  [
    /\biso[ -]?3166\b|\btwo-letter country\b|\bcountry code\b/i,
    weighted({ US: 40, GB: 14, DE: 13, FR: 11, CA: 8, AU: 7, NL: 4, ES: 3 }),
  ],
  [/\biso[ -]?4217\b|\bcurrency code\b/i, weighted({ USD: 60, EUR: 28, GBP: 12 })],
  [/\biso[ -]?639\b|\blanguage code\b/i, weighted({ en: 62, de: 14, fr: 12, es: 12 })],
  [/\bsemver\b|\bsemantic version\b/i, template("{0-4}.{0-20}.{0-9}")],
  [/\be-?mail address\b/i, template("{firstName|slug}.{lastName|slug}{1-99}@{hostname}")],
  [/\bip(?:v4)? address\b/i, template("198.18.{0-255}.{1-254}")],
  [/\biso[ -]?8601\b|\byyyy-mm-dd[T ]hh/i, { kind: "time", from: "2024-01-01", to: "2025-12-31" }],
  [/\byyyy-mm-dd\b/i, { kind: "time", from: "2024-01-01", to: "2025-12-31", unit: "day" }],
];

/** What follows `Format:`, by the names above or as a mask: `#` and `9` are digits, `X` and `N` as well. */
function formatted(text: string): Generator | undefined {
  const standard = STANDARDS.find(([pattern]) => pattern.test(text));
  if (standard) return standard[1];
  const mask = text
    .trim()
    .split(/\s+\(|[\s,;]/)[0]!
    .replace(/^["'`]|["'`.]+$/g, "");
  return /[#\d]|[XN]{2,}|x{3,}/.test(mask)
    ? likeExample(mask.replace(/[XN]{2,}|x{3,}/g, (run) => "#".repeat(run.length)))
    : undefined;
}

/** Texts like one: runs of digits (and of `#`) are drawn, all else stays. */
function likeExample(example: string): Generator | undefined {
  if (!/[#\d]/.test(example) || example.length > 100) return undefined;
  const text = escaped(example).replace(/[#\d]{1,15}/g, (run) => {
    const least = run.length > 1 && /^[1-9#]/.test(run) ? "1" : "0";
    return `{${least.padEnd(run.length, "0")}-${"9".repeat(run.length)}}`;
  });
  return template(text);
}

const NUMBER = String.raw`(-?\d+(?:\.\d+)?)`;
const RANGES: readonly RegExp[] = [
  new RegExp(String.raw`\bbetween\s+${NUMBER}\s+and\s+${NUMBER}`, "i"),
  new RegExp(String.raw`\bfrom\s+${NUMBER}\s+(?:to|through|up to)\s+${NUMBER}`, "i"),
  new RegExp(String.raw`(?<![\w.-])${NUMBER}\s*(?:-|–|\.\.\.?|to)\s*${NUMBER}(?![\w-])`, "i"),
  new RegExp(String.raw`\[\s*${NUMBER}\s*,\s*${NUMBER}\s*\]`),
];

function rangeOf(
  min: number,
  max: number,
  type: ColumnType,
  named: Generator | undefined,
): Generator | undefined {
  if (min >= max) return undefined;
  const usual = named?.kind === "number" ? named : undefined;
  const isWhole = type.kind === "integer" || (Number.isInteger(min) && Number.isInteger(max));
  const scale = max <= 1 && type.kind !== "integer" ? 4 : (usual?.scale ?? (isWhole ? 0 : 2));
  return decimal(min, max, scale, usual?.spread);
}

/** Units that comments name. */
const UNITS: readonly (readonly [RegExp, Generator])[] = [
  [/\b(?:unix|epoch)\b[^\n]*\bmilli|\bmilliseconds since/i, whole(1_704_067_200_000, 1_767_225_599_999)],
  [/\b(?:unix|epoch)\b|\bseconds since/i, whole(1_704_067_200, 1_767_225_599)],
  [/\bin cents\b|\bminor units?\b/i, CENTS],
  [/\bpercent(?:age)?\b|\bin %|\(%\)/i, decimal(0, 100, 1)],
  [/\b(?:in )?(?:milliseconds|ms)\b/i, whole(2, 4_000, "lognormal")],
  [/\b(?:in )?(?:microseconds|µs|us)\b/i, whole(200, 2_000_000, "lognormal")],
  [/\b(?:in )?(?:seconds|secs)\b/i, whole(1, 3_600, "lognormal")],
  [/\b(?:in )?minutes\b/i, whole(1, 240, "lognormal")],
  [/\b(?:in )?bytes\b/i, whole(120, 8_000_000, "lognormal")],
  [/\b(?:degrees )?celsius\b|°C/i, decimal(-8, 38, 1, "normal")],
  [/\bfahrenheit\b|°F/i, decimal(18, 100, 1, "normal")],
];
