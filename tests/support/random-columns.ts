import fc from "fast-check";
import type { Column, Model } from "../../app/model/column";
import { type Cell, cellOf, uint32Cell } from "./cells";

/** A table's columns with their cells. */
export type Columns = (readonly [Column, readonly Cell[]])[];

/**
 * Rows of random cells, the first column being their id.
 * @param first id of the first row
 */
export function randomColumns(model: Model, rows: number, first: number, seed: number): Columns {
  return model.map((column, i) => [
    column,
    i === 0
      ? Array.from({ length: rows }, (_, row) => uint32Cell(first + row))
      : fc.sample(cellOf(column), { numRuns: rows, seed: seed + i }),
  ]);
}
