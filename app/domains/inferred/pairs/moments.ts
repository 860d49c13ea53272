import type { Column } from "../../../model/column";
import { canFollow, columnsNamed, isMoment, isNumber, type Pair } from "./pair";
import { SEQUENCES } from "./sequences";
import type { Inferred } from "../rules/rule";

/** Times that come after another one of the row. */
export const moments: Pair = (columns, _alone, _table, staying) => {
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
  for (const duration of columnsNamed(columns.filter(isNumber), DURATIONS)) {
    if (span === undefined || !canFollow(duration, span.ends)) continue;
    const { ends, ...bounds } = span;
    const names = ends.map(({ name }) => name);
    paired[duration.name] = {
      generator: { kind: "computed", operation: "difference", columns: names, ...bounds },
      rule: names.join(" - "),
    };
  }
  return { columns: paired };
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
const DURATIONS = [
  "*duration seconds",
  "*duration sec",
  "*duration s",
  "*duration",
  "*session length",
  "*elapsed seconds",
  "*length seconds",
];

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
  const generator = inferred?.generator;
  const of = generator?.kind === "nullable" ? generator.of : generator;
  return of?.kind === "after" ? of : undefined;
}

/** Whether a column follows another one, directly or not. */
function follows(name: string, other: string, all: Readonly<Record<string, Inferred>>): boolean {
  const lead = afterIn(all[name])?.column;
  // Those that stay may go round in a circle, which is refused elsewhere.
  const { [name]: _, ...rest } = all;
  return lead !== undefined && (lead === other || follows(lead, other, rest));
}
