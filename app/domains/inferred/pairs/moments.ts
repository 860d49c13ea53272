import { canFollow, columnsNamed, isMoment, isNumber, type Pair } from "./pair";
import { SEQUENCES } from "./sequences";
import type { Inferred } from "../rules/rule";

/** Times that come after another one of the row. */
export const moments: Pair = (columns) => {
  const times = columns.filter(isMoment);
  const paired: Record<string, Inferred> = {};
  for (const { later, earlier, min, max } of SEQUENCES)
    for (const column of columnsNamed(times, later)) {
      const lead = columnsNamed(times, earlier).find(
        (other) =>
          other !== column && canFollow(column, [other]) && !follows(other.name, column.name, paired),
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
  for (const duration of columnsNamed(columns.filter(isNumber), DURATIONS)) {
    const ended = columnsNamed(times, SEQUENCES[0]!.later).find(({ name }) => paired[name]);
    const generator = ended && paired[ended.name]!.generator;
    if (generator?.kind !== "after" || !canFollow(duration, [ended!])) continue;
    const columnsOf = [ended!.name, generator.column];
    paired[duration.name] = {
      generator: {
        kind: "computed",
        operation: "difference",
        columns: columnsOf,
        min: generator.min,
        max: generator.max,
      },
      rule: columnsOf.join(" - "),
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

/** Whether a column follows another one, directly or not. */
function follows(name: string, other: string, paired: Readonly<Record<string, Inferred>>): boolean {
  const generator = paired[name]?.generator;
  if (generator?.kind !== "after") return false;
  return generator.column === other || follows(generator.column, other, paired);
}
