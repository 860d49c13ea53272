import type { Column } from "../../model/column";
import { describeType } from "../../model/types/describe-type";
import { checkPath } from "../spec/check/check-path";
import { refersToTables } from "../spec/check/referred-columns";
import type { Generator } from "../spec/generator";
import { SpecFault } from "../spec/spec-fault";
import { definitionOf } from "../spec/spec-domain";
import type { TableSpec } from "../spec/table-spec";

/** Whether a column's type can hold every value of a generator that refers to no other column. */
export function takes(column: Column, generator: Generator): boolean {
  return takesIn(column, {
    name: "",
    key: { column: "", form: { as: "integer" } },
    columns: { [column.name]: { generator, rule: "" } },
  });
}

/**
 * Whether a column's type can hold every value that a specification has for it; not where the values can't be made,
 * such as the slug of a column that has no words, or where columns are made of each other. What is made of other
 * tables' rows is taken for fitting: they are known only when a run begins.
 */
export function takesIn(column: Column, spec: TableSpec): boolean {
  try {
    checkPath(spec, [column.name]);
    if (refersToTables(spec, column.name)) return true;
    return describeType(column.type).takes(definitionOf(spec, column.name).shape);
  } catch (error) {
    if (error instanceof SpecFault) return false;
    throw error;
  }
}
