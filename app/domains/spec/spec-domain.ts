import type { ColumnDefinition } from "../../rows/column-definition";
import type { Domain } from "../../rows/domain";
import { RowNumbers } from "../../rows/row-numbers";
import { shapeOf } from "./kinds/kinds";
import { SpecColumn } from "./spec-column";
import type { TableSpec } from "./table-spec";

/**
 * The domain that a specification describes.
 * @param otherColumn fills a column that it does not know
 */
export function specDomain(spec: TableSpec, otherColumn: Domain["otherColumn"]): Domain {
  const names = [spec.key.column, ...Object.keys(spec.columns)];
  const columns = new Map(names.map((name) => [name, definitionOf(spec, name)]));
  return { source: spec, key: spec.key.column, keyForm: spec.key.form, columns, otherColumn };
}

const KEY: ColumnDefinition = {
  shape: { kind: "number", scale: 0, min: 0, max: 0, idMax: Number.MAX_SAFE_INTEGER },
  create: (factors) => ({ values: factors.get(RowNumbers).values }),
};

/** What fills a column of a specification. */
export function definitionOf(spec: TableSpec, column: string): ColumnDefinition {
  if (column === spec.key.column) return KEY;
  const { generator } = spec.columns[column]!;
  return {
    shape: shapeOf(generator, { spec, column, definitionOf }),
    create: (factors) =>
      factors.named(
        `column/${spec.name}/${column}`,
        () => new SpecColumn(spec, column, factors, definitionOf),
      ).source,
  };
}
