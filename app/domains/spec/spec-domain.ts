import type { Column } from "../../model/column";
import type { ColumnDefinition } from "../../rows/column-definition";
import type { Domain } from "../../rows/domain";
import type { Factors } from "../../rows/factors";
import { stateAt } from "../../rows/random/counters";
import { RowNumbers } from "../../rows/row-numbers";
import type { Source } from "../../rows/values/source";
import { shapeOf, valuesOf } from "./kinds/kinds";
import { generatorVersion } from "./generator-version";
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
export function definitionOf(spec: TableSpec, name: Column["name"]): ColumnDefinition {
  if (name === spec.key.column) return KEY;
  const { generator } = spec.columns[name]!;
  const create = (factors: Factors): Source => {
    const base = factors.streams.base(`${spec.name}/${name}`, generatorVersion(generator, spec));
    const states = new Int32Array(factors.capacity);
    const values = valuesOf(generator, states, { spec, factors, definitionOf });
    const fill = (rows: number): void => {
      for (let i = 0; i < rows; i++) states[i] = stateAt(base, factors.rows, i);
      values.fill(rows);
    };
    return { ...values.source, fill };
  };
  return { shape: shapeOf(generator, { spec, definitionOf }), create };
}
