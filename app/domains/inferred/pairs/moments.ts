import { besidesNull } from "../../spec/besides-null";
import type { Column } from "../../../model/column";
import type { Generator } from "../../spec/generator";
import { nullShare } from "../rules/null-share";
import { canFollow, columnsNamed, isMoment, isNumber, type Pair } from "./pair";
import { SEQUENCES } from "./sequences";
import { staged } from "./stages";
import type { Inferred } from "../rules/rule";

/** Times that come after another one of the row, and what a thing has only from a stage on. */
export const moments: Pair = (columns, alone, _table, staying) => {
  const times = columns.filter(isMoment);
  const paired: Record<string, Inferred> = {};
  for (const { later, earlier, min, max } of SEQUENCES)
    for (const column of columnsNamed(times, later)) {
      const lead = columnsNamed(times, earlier).find(
        (other) =>
          other !== column &&
          canFollow(column, [other]) &&
          !follows(other.name, column.name, { ...paired, ...staying }),
      );
      if (lead === undefined || paired[column.name]) continue;
      paired[column.name] = {
        generator: { kind: "after", column: lead.name, min, max, spread: "lognormal" },
        rule: `comes after ${lead.name}`,
      };
    }
  for (const day of columnsNamed(times, DAYS).filter(({ type }) => type.kind === "date")) {
    const lead = columnsNamed(times, CAME_ABOUT).find(
      (other) => other.type.kind !== "date" && canFollow(day, [other]),
    );
    if (lead && !paired[day.name])
      paired[day.name] = {
        generator: { kind: "computed", operation: "copy", columns: [lead.name] },
        rule: `the day of ${lead.name}`,
      };
  }
  const span = spanOf(times, paired, staying);
  for (const { names, factor } of DURATIONS)
    for (const duration of columnsNamed(columns.filter(isNumber), names))
      if (span && !paired[duration.name]) take(duration, factor, span, paired);
  return { columns: { ...paired, ...staged(columns, alone, paired) } };
};

const DAYS = [
  "date",
  "day",
  "*event date",
  "*created date",
  "*log date",
  "*order date",
  "*transaction date",
  "*partition date",
  "dt",
];
const CAME_ABOUT = [
  "timestamp",
  "ts",
  "time",
  "*event time",
  "*event timestamp",
  "*created at",
  "*occurred at",
  "*logged at",
  "*ordered at",
  "*order time",
  "*timestamp",
];
const DURATIONS: readonly { readonly names: readonly string[]; readonly factor?: number }[] = [
  {
    names: [
      "*duration seconds",
      "*duration sec",
      "*duration s",
      "*duration",
      "*session length",
      "*elapsed seconds",
      "*length seconds",
    ],
  },
  { names: ["*duration ms", "*duration millis", "*duration milliseconds"], factor: 1_000 },
  { names: ["*duration minutes", "*duration mins", "*duration min"], factor: 0.016666667 },
  { names: ["*duration hours"], factor: 0.000277778 },
];

/** A duration is what lies between the ends, in seconds or so many units of a second. */
function take(
  duration: Column,
  factor: number | undefined,
  { ends: [end, start], ...bounds }: Span,
  paired: Record<string, Inferred>,
): void {
  let last = end.name;
  const own = paired[end.name];
  if (!canFollow(duration, [end])) {
    // What an end is NULL of has a duration nevertheless: the end is one that the table does not have.
    if (own?.generator.kind !== "after" || !canFollow(duration, [start])) return;
    last = `${end.name}.all`;
    const of: Generator = { kind: "computed", operation: "copy", columns: [last] };
    paired[last] = { generator: own.generator, rule: `part of ${end.name}` };
    paired[end.name] = {
      generator: { kind: "nullable", share: nullShare(end), of },
      rule: `${own.rule}, as ${duration.name} says`,
    };
  }
  const columns = [last, start.name];
  const rule = `${end.name} - ${start.name}`;
  const seconds: Generator = { kind: "computed", operation: "difference", columns, ...bounds };
  if (factor === undefined) {
    paired[duration.name] = { generator: seconds, rule };
    return;
  }
  const [between, unit] = [`${duration.name}.seconds`, `${duration.name}.unit`];
  paired[between] = { generator: seconds, rule: `part of ${duration.name}` };
  paired[unit] = { generator: { kind: "constant", value: factor }, rule: `part of ${duration.name}` };
  const scale = duration.type.kind === "integer" ? 0 : 2;
  paired[duration.name] = {
    generator: { kind: "computed", operation: "product", columns: [between, unit], scale },
    rule,
  };
}

/** From a start to an end: the end first, and how many seconds it takes, as far as that is known. */
interface Span {
  readonly ends: readonly [end: Column, start: Column];
  readonly min: number;
  readonly max?: number;
}

function spanOf(
  times: readonly Column[],
  paired: Readonly<Record<string, Inferred>>,
  staying: Readonly<Record<string, Inferred>>,
): Span | undefined {
  const { later, earlier } = SEQUENCES[0]!;
  const [first] = columnsNamed(times, earlier);
  for (const end of columnsNamed(times, later)) {
    const delay = afterIn(staying[end.name] ?? paired[end.name]);
    const settled = staying[end.name] ?? (first && staying[first.name]);
    const start = delay ? times.find(({ name }) => name === delay.column) : settled && first;
    if (start === undefined || start === end) continue;
    const ends = [end, start] as const;
    const lead = afterIn(staying[start.name]);
    if (delay) return { ends, min: Math.max(delay.min, 0), max: Math.max(delay.max, 0) };
    if (lead?.column !== end.name) return { ends, min: 0 };
    return { ends, min: Math.max(-lead.max, 0), max: Math.max(-lead.min, 0) };
  }
  return undefined;
}

function afterIn(inferred: Inferred | undefined) {
  const of = inferred && besidesNull(inferred.generator);
  return of?.kind === "after" ? of : undefined;
}

/** Whether a column follows another one, directly or not. */
function follows(name: string, other: string, all: Readonly<Record<string, Inferred>>): boolean {
  const lead = afterIn(all[name])?.column;
  // Those that stay may go round in a circle, which is refused elsewhere.
  const { [name]: _, ...rest } = all;
  return lead !== undefined && (lead === other || follows(lead, other, rest));
}
