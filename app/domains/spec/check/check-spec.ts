import { holdsNull } from "../besides-null";
import { Refusal } from "../../../errors";
import type { Model } from "../../../model/column";
import { describeType } from "../../../model/types/describe-type";
import { quoted } from "../../../request/quoted";
import { definitionOf } from "../spec-domain";
import { SpecFault } from "../spec-fault";
import type { TableSpec } from "../table-spec";
import { checkPath } from "./check-path";
import { checkReferences } from "./check-references";
import { checkGenerator, checkWeights } from "./generator-faults";
import { referredColumns, refersToTables } from "./referred-columns";

/**
 * Checks a specification before it is used: also of data whose parts are of any type.
 * @param model the table's columns; empty where there is no table yet
 * @param given the columns that somebody asked for: the table must have them, in a type that holds their values.
 * Others get values by their type where they don't fit
 * @throws Refusal `spec-invalid`, naming the column, what is wrong, and what to do
 */
export function checkSpec(spec: TableSpec, model: Model, given: readonly string[]): TableSpec {
  const columns = Object.keys(spec.columns);
  for (const column of columns)
    within(spec, column, () => void checkGenerator(spec.columns[column]!.generator));
  for (const name of Object.keys(spec.groups ?? {})) checkGroup(spec, name);
  checkReferences(spec, (name, check) => within(spec, name, check));
  for (const column of columns) within(spec, column, () => checkPath(spec, [column]));
  if (model.length > 0) for (const column of given) within(spec, column, () => checkFit(spec, model, column));
  return spec;
}

/** Of a fault, a refusal. */
function within(spec: TableSpec, column: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof SpecFault)) throw error;
    throw new Refusal(
      "spec-invalid",
      `The specification of ${quoted(spec.name)} is wrong at ${quoted(column)}: ${error.what}; ${error.wayOut}`,
      { table: spec.name, column },
    );
  }
}

function checkGroup(spec: TableSpec, name: string): void {
  within(spec, name, () => {
    const rows = spec.groups![name]!;
    if (!isList(rows) || rows.length === 0 || rows.length > 65_535)
      throw new SpecFault(
        "the group has no rows, or too many",
        "give 1 to 65,535 rows with a weight and values",
      );
    checkWeights(
      rows.map(({ weight }) => weight),
      rows.length,
    );
    for (const { values } of rows)
      for (const value of Object.values(values))
        checkGenerator(
          typeof value === "object" && value !== null ? value : { kind: "constant", value },
          false,
        );
  });
}

function isList(value: unknown): boolean {
  return Array.isArray(value);
}

function checkFit(spec: TableSpec, model: Model, name: string): void {
  const column = model.find((one) => one.name === name);
  const others = Object.values(spec.columns).flatMap(({ generator }) => referredColumns(generator));
  if (column === undefined) {
    if (others.includes(name)) return;
    throw new SpecFault("the table has no such column", `it has ${model.map((one) => one.name).join(", ")}`);
  }
  if (name === spec.key.column || refersToTables(spec, name)) return;
  const { generator } = spec.columns[name]!;
  const { shape } = definitionOf(spec, name);
  if (!describeType(column.type).takes(shape))
    throw new SpecFault(
      `${column.clickhouseType} can't hold what a ${generator.kind} like this makes`,
      "use a generator of such values, or leave the column to be inferred",
    );
  if (holdsNull(generator) && !column.nullable)
    throw new SpecFault(
      `${column.clickhouseType} holds no NULL`,
      `leave out "${generator.kind === "when" ? "when" : "nullable"}"`,
    );
}
