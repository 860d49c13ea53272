import { writeFileSync } from "node:fs";
import Table from "cli-table3";
import { describeGenerator } from "../../app/domains/spec/describe-generator";
import type { TableSpec } from "../../app/domains/spec/table-spec";
import { EnvironmentFailure, Refusal } from "../../app/errors";
import { coverColumns } from "../../app/rows/column-coverage";
import { createRowGenerator } from "../../app/rows/row-generator";
import { streamVersions } from "../../app/rows/stream-versions";
import type { TargetTable } from "../../app/table/target-table";
import { JsonEncoder } from "../../app/writer/olap/json-encoder";
import type { Commands } from "../cli/commands";
import { readMeantTable } from "./meant-table";
import { printAnswer } from "./print-answer";
import { printLine } from "./print-line";
import { shownSeed } from "./shown-seed";
import { withServer } from "./with-server";

/** The seed of the values that are shown where none is named. */
const SEED = "42";
/** The rows whose values are shown. */
const SHOWN = { first: 1, rows: 3 };

/**
 * Prints how the columns of a table are filled, and why, with the values of three rows; or of one row its values, and
 * the streams that they are drawn from; or writes the specification.
 */
export const explain: Commands["explain"] = async ({ spec: file, writeSpec, row, seed: asked, place }) => {
  const table = await withServer(place, (server) => readMeantTable(server, file));
  const spec = specOf(table);
  if (writeSpec !== undefined) return write(spec, writeSpec);
  const seed = shownSeed(table.domain, asked, () => SEED);
  return printAnswer(row === undefined ? columnsTable(table, spec, seed) : rowTable(table, spec, seed, row));
};

function columnsTable(table: TargetTable, spec: TableSpec, seed: string): string {
  const values = valuesOf(table, seed, SHOWN.first, SHOWN.rows);
  const lines = table.model.map(({ name, clickhouseType }) => {
    const shown = values.map((row) => shortened(row[name])).join("\n");
    return [name, clickhouseType, reasonOf(table, spec, name), shown];
  });
  return tableOf(["column", "type", "rule, and what it has", `rows 1 to 3 of seed ${seed}`], lines);
}

/** Each value follows from the seed, the row's number, and the streams with their versions. */
function rowTable(table: TargetTable, spec: TableSpec, seed: string, row: number): string {
  const [values] = valuesOf(table, seed, row, 1);
  const lines = table.model.map((column) => {
    const { name } = column;
    const only = table.model.filter((other) => other === column || other.name === spec.key.column);
    const streams = Object.entries(streamVersions(only, table.domain));
    const keys = streamVersions(
      only.filter((other) => other !== column),
      table.domain,
    );
    const own = streams.filter(([stream]) => name === spec.key.column || !(stream in keys));
    return [
      name,
      shortened(values![name]),
      reasonOf(table, spec, name),
      own.map(([stream, version]) => `${stream} version ${version}`).join("\n"),
    ];
  });
  return tableOf(["column", `row ${row} of seed ${seed}`, "rule, and what it has", "drawn from"], lines);
}

function reasonOf({ model, domain }: TargetTable, spec: TableSpec, name: string): string {
  const column = model.find((other) => other.name === name)!;
  if (name === spec.key.column) return `the key: the row's number ${KEY_WORDS[spec.key.form.as]}`;
  if (!coverColumns(model, domain).filled.includes(column)) return "left to the server";
  const known = spec.columns[name];
  return known === undefined
    ? `type ${column.clickhouseType}`
    : `${known.rule}\n${describeGenerator(known.generator)}`;
}

const KEY_WORDS = {
  integer: "itself",
  text: "with a prefix and leading zeros",
  uuid: "in some of its bits",
  time: "as a slot of time",
} as const;

/** The values as JSON has them, by column. */
function valuesOf(
  { model, domain }: TargetTable,
  seed: string,
  first: number,
  rows: number,
): readonly Readonly<Record<string, unknown>>[] {
  const { bytes } = new JsonEncoder(coverColumns(model, domain).filled).encode(
    createRowGenerator(seed, model, domain).generate(first, rows),
  );
  return Buffer.from(bytes)
    .toString()
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Characters of a value that are shown. */
const MOST_CHARACTERS = 60;

function shortened(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  const line = text.replace(/\s+/g, " ");
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS - 1)}…` : line;
}

function tableOf(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const table = new Table({
    head: [...head],
    style: { head: [], border: [] },
    wordWrap: true,
    colWidths: [null, 26, 58, null],
  });
  for (const line of lines) table.push([...line]);
  return table.toString();
}

/** @throws Refusal `spec-none` where the rows are made by hand */
function specOf({ name, domain }: TargetTable): TableSpec {
  if (typeof domain.source === "object") return domain.source as TableSpec;
  throw new Refusal(
    "spec-none",
    `The rows of ${name.table} are not made by a specification: app/domains/${domain.source} makes them; docs/architecture.md says how`,
  );
}

function write({ name: _, ...spec }: TableSpec, file: string): 0 {
  try {
    writeFileSync(file, `${JSON.stringify(spec, undefined, 2)}\n`);
  } catch (error) {
    throw new EnvironmentFailure("spec-unwritable", `--write-spec ${file}: ${(error as Error).message}`);
  }
  printLine(`Written: ${file}; change it, and give it back with --spec ${file}`);
  return 0;
}
