import { describeGenerator } from "../../app/domains/spec/describe-generator";
import type { TableSpec } from "../../app/domains/spec/table-spec";
import { coverColumns } from "../../app/rows/column-coverage";
import { streamVersions } from "../../app/rows/stream-versions";
import type { TargetTable } from "../../app/table/target-table";

/** A table's columns, and what fills them. */
export type FilledTable = Pick<TargetTable, "model" | "domain" | "key">;

const KEY_WORDS = {
  integer: "itself",
  text: "with a prefix and leading zeros",
  uuid: "in some of its bits",
  time: "as a slot of time",
} as const;

/** Why a column has the values that it has, for a person: the rule that chose them, and what they are. */
export function reasonOf(table: FilledTable, name: string): string {
  const { model, domain } = table;
  const column = model.find((other) => other.name === name)!;
  if (name === domain.key) return `the key: the row's number ${KEY_WORDS[domain.keyForm?.as ?? "integer"]}`;
  const { filled, unknown } = coverColumns(model, domain);
  if (!filled.includes(column)) return "left to the server";
  const byType = `type ${column.clickhouseType}`;
  if (typeof domain.source === "string")
    return unknown.includes(name)
      ? byType
      : `${domain.source}: ${Object.keys(streamsOf(table, name)).join(", ")}`;
  const known = (domain.source as TableSpec).columns[name];
  return known === undefined ? byType : `${known.rule}\n${describeGenerator(known.generator)}`;
}

/** The streams that a column's values are drawn from, with their versions. */
export function streamsOf({ model, domain }: FilledTable, name: string): Readonly<Record<string, number>> {
  const streamsWithKey = (column: string): Readonly<Record<string, number>> =>
    streamVersions(
      model.filter((other) => other.name === column || other.name === domain.key),
      domain,
    );
  const keys = streamsWithKey(domain.key);
  return Object.fromEntries(
    Object.entries(streamsWithKey(name)).filter(([stream]) => name === domain.key || !(stream in keys)),
  );
}
