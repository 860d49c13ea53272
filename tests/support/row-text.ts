import type { Model } from "../../app/model/column";
import { cellText } from "../../app/model/types/cell-text";
import type { RowBlock } from "../../app/rows/row-block";

/** Row `i` of a block as the JSON text of an object, column by column in the block's order. */
export type RowText = (i: number) => string;

/** @throws TypeError for a column whose type can't take the block's values */
export function rowText(model: Model, block: RowBlock): RowText {
  const cells = block.columns.map(({ name, values }) => {
    const text = cellText(
      model.find((column) => column.name === name)!,
      values,
    );
    return (i: number) => `${JSON.stringify(name)}:${text(i)}`;
  });
  return (i) => `{${cells.map((cell) => cell(i)).join()}}`;
}
