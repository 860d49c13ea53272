import { writeFileSync } from "node:fs";
import type { TableSpec } from "../../app/domains/spec/table-spec";
import { EnvironmentFailure, Refusal } from "../../app/errors";
import { refuseRowsBeyond } from "../../app/run/check/rows-beyond";
import type { Commands } from "../cli/commands";
import { type FilledTable, reasonOf, streamsOf } from "./column-reasons";
import { printAnswer } from "./print-answer";
import { printLine } from "./print-line";
import { shownSeed } from "./shown-seed";
import { readShownTable } from "./shown-table";
import { shownValue, tableOf, valuesOf } from "./shown-rows";

/** The seed of the values that are shown where none is named. */
const SEED = "42";
/** The rows whose values are shown. */
const SHOWN = { first: 1, rows: 3 };
/** Characters of a value that are shown. */
const MOST_CHARACTERS = 60;
const WIDTHS = [null, 26, 58, null];

/**
 * Prints how the columns of a table are filled, and why, with the values of three rows; or of one row its values, and
 * the streams that they are drawn from; or writes the specification.
 */
export const explain: Commands["explain"] = async ({ spec: file, writeSpec, row, seed: asked, place }) => {
  const table = await readShownTable(place, file, asked ?? SEED);
  const spec = specOf(table, place.table!);
  if (writeSpec !== undefined) return write(spec, writeSpec);
  const seed = shownSeed(table.domain, asked, () => SEED);
  refuseRowsBeyond(table, row ?? SHOWN.rows);
  return printAnswer(row === undefined ? columnsTable(table, seed) : rowTable(table, seed, row));
};

function columnsTable(table: FilledTable, seed: string): string {
  const values = valuesOf(table, { ...SHOWN, seed });
  const lines = table.model.map(({ name, clickhouseType }) => {
    const shown = values.map((row) => shownValue(row[name], MOST_CHARACTERS)).join("\n");
    return [name, clickhouseType, reasonOf(table, name), shown];
  });
  return tableOf(["column", "type", "rule, and what it has", `rows 1 to 3 of seed ${seed}`], lines, WIDTHS);
}

/** Each value follows from the seed, the row's number, and the streams with their versions. */
function rowTable(table: FilledTable, seed: string, row: number): string {
  const [values] = valuesOf(table, { seed, first: row, rows: 1 });
  const lines = table.model.map(({ name }) => [
    name,
    shownValue(values![name], MOST_CHARACTERS),
    reasonOf(table, name),
    Object.entries(streamsOf(table, name))
      .map(([stream, version]) => `${stream} version ${version}`)
      .join("\n"),
  ]);
  return tableOf(
    ["column", `row ${row} of seed ${seed}`, "rule, and what it has", "drawn from"],
    lines,
    WIDTHS,
  );
}

/** @throws Refusal `spec-none` where the rows are made by hand */
function specOf({ domain }: FilledTable, name: string): TableSpec {
  if (typeof domain.source === "object") return domain.source as TableSpec;
  throw new Refusal(
    "spec-none",
    `The rows of ${name} are not made by a specification: app/domains/${domain.source} makes them; docs/architecture.md says how`,
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
