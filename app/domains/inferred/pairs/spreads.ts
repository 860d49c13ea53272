import type { Column } from "../../../model/column";
import type { Generator } from "../../spec/generator";
import { fitsPattern, nameWords } from "../names/name-words";
import { decimal, mostly } from "../names/generators";
import { byName } from "../rules/by-name";
import type { Inferred } from "../rules/rule";
import { canFollow, columnsNamed, isNumber, type Pair } from "./pair";

/** Of the same values, from the smallest on. */
const RISING: readonly (readonly string[])[] = [
  ["min", "minimum", "lowest"],
  ["p10"],
  ["p25", "q1"],
  ["p50", "median", "q2"],
  ["avg", "average", "mean"],
  ["p75", "q3"],
  ["p90"],
  ["p95"],
  ["p99"],
  ["p999"],
  ["max", "maximum", "peak", "highest"],
];

/** Summaries of the same values, such as `min_temperature`, `avg_temperature` and `max_temperature`; prices of a day. */
export const spreads: Pair = (columns, _alone, table) => {
  const numbers = columns.filter(isNumber);
  const paired: Record<string, Inferred> = {};
  const series = new Map<string, Column[]>();
  for (const names of RISING)
    for (const column of numbers) {
      const of = summarised(column, names);
      if (of !== undefined) series.set(of, [...(series.get(of) ?? []), column]);
    }
  for (const [of, summaries] of series) {
    const [smallest] = summaries;
    const named = byName({ ...smallest!, name: of }, { name: table })[0];
    if (summaries.length > 1 && named)
      paired[smallest!.name] = {
        generator: named.generator,
        rule: `below ${summaries[1]!.name}, ${named.rule}`,
      };
    climb(summaries, paired);
  }
  prices(numbers, paired);
  const [bid, ask] = [
    ["bid", "*bid price"],
    ["ask", "*ask price"],
  ].map((names) => columnsNamed(numbers, names)[0]);
  if (bid && ask) climb([bid, ask], paired, decimal(0.01, 0.2, 2));
  limits(numbers, paired);
  return { columns: paired };
};

/** What a column summarises: `temperature` of `temperature_max`; `undefined` where it is no such summary. */
function summarised({ name }: Column, names: readonly string[]): string | undefined {
  const words = nameWords(name);
  const at = words.findIndex((word) => names.includes(word));
  return at < 0 ? undefined : words.filter((_, i) => i !== at).join(" ");
}

/** Each of the columns is the one before and what a part of it adds. */
function climb(columns: readonly Column[], paired: Record<string, Inferred>, more?: Generator): void {
  for (const [i, column] of columns.entries()) {
    const before = columns[i - 1];
    if (before === undefined || paired[column.name] || !canFollow(column, [before])) continue;
    const part = `${column.name}.more`;
    paired[part] = { generator: more ?? step(column), rule: `part of ${column.name}` };
    paired[column.name] = { generator: sum(before.name, part), rule: `above ${before.name}` };
  }
}

const step = ({ type }: Column): Generator => decimal(0, 20, type.kind === "integer" ? 0 : 2, "exponential");
const sum = (...columns: string[]): Generator => ({ kind: "computed", operation: "sum", columns });

/** Open, high, low and close: between the low and the high. */
function prices(numbers: readonly Column[], paired: Record<string, Inferred>): void {
  const named = (name: string): Column | undefined =>
    numbers.find((column) =>
      [name, `${name} price`].some((text) => fitsPattern(nameWords(column.name), text)),
    );
  const [open, high, low, close] = ["open", "high", "low", "close"].map(named);
  if (!open || !high || !low || !close || [open, high, close].some((column) => !canFollow(column, [low])))
    return;
  const [range, up, down] = ["range", "up", "down"].map((part) => `${low.name}.${part}`);
  const rule = `part of ${low.name}`;
  paired[range!] = { generator: decimal(0.1, 9, 2, "lognormal"), rule };
  const together = `one day's: ${[open, high, low, close].map(({ name }) => name).join(", ")}`;
  paired[high.name] = { generator: sum(low.name, range!), rule: together };
  for (const [column, share] of [
    [open, up!],
    [close, down!],
  ] as const) {
    paired[share] = { generator: decimal(0, 1, 2), rule };
    const within = `${column.name}.more`;
    const operation = "product";
    paired[within] = {
      generator: { kind: "computed", operation, columns: [range!, share], scale: 2 },
      rule: `part of ${column.name}`,
    };
    paired[column.name] = { generator: sum(low.name, within), rule: together };
  }
}

/** What is allowed is as much as what is asked for, or a multiple of it: `cpu_limit` of `cpu_request`. */
function limits(numbers: readonly Column[], paired: Record<string, Inferred>): void {
  const asked = (words: readonly string[]): string =>
    words.map((word) => (word === "limit" ? "request" : word)).join(" ");
  for (const limit of numbers) {
    const words = nameWords(limit.name);
    const request = numbers.find((other) => nameWords(other.name).join(" ") === asked(words));
    if (!words.includes("limit") || !request || !canFollow(limit, [request])) continue;
    const part = `${limit.name}.times`;
    paired[part] = { generator: mostly(2, 1, 4), rule: `part of ${limit.name}` };
    paired[limit.name] = {
      generator: { kind: "computed", operation: "product", columns: [request.name, part] },
      rule: `a multiple of ${request.name}`,
    };
  }
}
