import type { Column } from "../../../model/column";
import type { TableFacts } from "../../../model/table-facts";
import { fitsPattern, nameWords, singular } from "../names/name-words";
import type { Generator } from "../../spec/generator";
import type { TableSpec } from "../../spec/table-spec";
import type { Rule } from "./rule";

/** When the rows came about, by the names that such columns have. */
const COMES_ABOUT = [
  "timestamp",
  "ts",
  "time",
  "date",
  "day",
  "datetime",
  "*event time",
  "*event date",
  "*event timestamp",
  "*created at",
  "*created",
  "*creation date",
  "*created on",
  "*created date",
  "*occurred at",
  "*happened at",
  "*recorded at",
  "*logged at",
  "*received at",
  "*inserted at",
  "*ingested at",
  "*ordered at",
  "*order date",
  "*placed at",
  "*purchased at",
  "*paid at",
  "*transaction date",
  "*sent at",
  "*started at",
  "*start time",
  "*opened at",
  "*measured at",
  "*observed at",
  "*sampled at",
  "*reported at",
  "*timestamp",
  "*utc timestamp",
  "*at time",
  "*log time",
  "*file time",
  "*viewed at",
  "*submitted at",
];

/** Tables of things that are there for long: their rows do not come about one after another in a stream. */
const THINGS = new Set([
  "user",
  "customer",
  "account",
  "product",
  "company",
  "organization",
  "tenant",
  "employee",
  "person",
  "contact",
  "device",
  "store",
  "category",
  "item",
  "vendor",
  "supplier",
  "city",
  "country",
  "member",
  "profile",
  "subscription",
  "workspace",
  "project",
  "sensor",
]);
/** Tables of what happens all the time. */
const STREAMS = new Set([
  "event",
  "log",
  "metric",
  "reading",
  "measurement",
  "trace",
  "span",
  "click",
  "request",
  "impression",
  "telemetry",
  "view",
  "hit",
  "sample",
  "analytics",
]);

const FIRST_DAY = "2024-01-01";

/** Times rise with the row number where rows come about one after another; of things, they lie in some years. */
export const byTime: Rule = (column, facts, key) => {
  if (!["date", "datetime", "datetime64"].includes(column.type.kind)) return [];
  const words = nameWords(facts.name).map(singular);
  const rises = COMES_ABOUT.some((pattern) => fitsPattern(nameWords(column.name), pattern));
  const isStream = words.some((word) => STREAMS.has(word));
  if (key.form.as !== "time" && !isStream && words.some((word) => THINGS.has(word)))
    return [
      {
        generator: { kind: "time", from: "2021-01-01", to: "2025-12-31" },
        rule: "a time of things that last",
      },
    ];
  if (rises || isInSortingKey(column, facts)) {
    const rule = rises ? "when the row came about" : "a time in ORDER BY";
    return [{ generator: risingWith(key, facts, isStream ? 1_000_000 : 100_000), rule }];
  }
  return [{ generator: { kind: "time", from: FIRST_DAY, to: "2025-12-31" }, rule: "a time" }];
};

/** A time that rises with the row number: beside a time that is the key, in step with it. @param perDay otherwise */
export function risingWith(key: TableSpec["key"], facts: TableFacts, perDay = 1): Generator {
  const first = key.form.as === "time" ? new Date(key.form.first * 1000).toISOString() : FIRST_DAY;
  const from = first.replace(/T00:00:00\.000Z$|\.000Z$/, "");
  return { kind: "rising", from, perDay: rowsADay(key, facts) ?? perDay };
}

/** Rows of a day where the key is a time. */
function rowsADay({ column, form }: TableSpec["key"], { model }: TableFacts): number | undefined {
  if (form.as !== "time") return undefined;
  const type = model.find(({ name }) => name === column)?.type;
  const ticks = 86_400 * (type?.kind === "datetime64" ? 10 ** type.precision : 1);
  return ticks / form.everyTicks;
}

/** Also within an expression, such as `toDate(event_time)`. */
function isInSortingKey({ name }: Column, { sortingKey }: TableFacts): boolean {
  return sortingKey.some((expression) => expression === name || expression.split(/\W+/).includes(name));
}
