import type { ColumnDefinition } from "../../rows/column-definition";
import type { Domain } from "../../rows/domain";
import type { Factors } from "../../rows/factors";
import { checkKeyForm } from "../../rows/keys/check-key-form";
import { keyDefinition } from "../../rows/keys/keys";
import { generatorOf } from "./generator-of";
import { shapeOf } from "./kinds/kinds";
import { KeyColumn } from "./key-column";
import { specCapacity } from "./spec-capacity";
import { SpecColumn } from "./spec-column";
import type { TableSpec } from "./table-spec";

/**
 * The domain that a specification describes.
 * @param otherColumn fills a column that it does not know
 * @throws Refusal `spec-invalid` for a key of no form
 */
export function specDomain(spec: TableSpec, otherColumn: Domain["otherColumn"]): Domain {
  const { name, key } = spec;
  checkKeyForm(key.column, key.form);
  const columns = new Map(Object.keys(spec.columns).map((column) => [column, definitionOf(spec, column)]));
  const capacity = specCapacity(spec);
  return { source: spec, name, key: key.column, keyForm: key.form, capacity, columns, otherColumn };
}

/**
 * What fills a column of a specification, also for rows that refer to its rows.
 * @throws Refusal `spec-invalid` for a key that is a time: nothing refers to it
 */
export function definitionOf(spec: TableSpec, column: string): ColumnDefinition {
  const name = `column/${spec.name}/${column}`;
  if (column === spec.key.column) {
    const definition = keyDefinition(spec.name, column, spec.key.form);
    const create = (factors: Factors) => factors.named(name, () => new KeyColumn(definition, factors)).source;
    return { shape: definition.shape, create };
  }
  const generator = generatorOf(spec, column)!;
  return {
    shape: shapeOf(generator, { spec, column, definitionOf }),
    create: (factors) =>
      factors.named(name, () => new SpecColumn(spec, column, factors, definitionOf)).source,
  };
}
