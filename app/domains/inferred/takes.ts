import type { Column } from "../../model/column";
import { describeType } from "../../model/types/describe-type";
import type { Generator } from "../spec/generator";
import { specDomain } from "../spec/spec-domain";
import type { TableSpec } from "../spec/table-spec";

/** Whether a column's type can hold every value of a generator that refers to no other column. */
export function takes(column: Column, generator: Generator): boolean {
  return takesIn(column, {
    name: "",
    key: { column: "", form: { as: "integer" } },
    columns: { [column.name]: { generator, rule: "" } },
  });
}

/** Whether a column's type can hold every value that a specification has for it. */
export function takesIn(column: Column, spec: TableSpec): boolean {
  let shape;
  try {
    shape = specDomain(spec, () => undefined).columns.get(column.name)!.shape;
  } catch (e) {
    if (!/no generator of kind/.test(String(e))) throw e;
    return false;
  }
  return describeType(column.type).takes(shape);
}
