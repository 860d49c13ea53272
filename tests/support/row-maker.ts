import type { Column, Model } from "../../app/model/column";
import type { RowBlock } from "../../app/rows/row-block";
import type { JsonValue } from "../../app/model/types/type-description";
import { type CellReader, cellReader } from "../../app/writer/olap/cell-reader";

/** Row `i` of a block as an object, column by column in the block's order. */
export type RowMaker = (i: number) => Record<string, JsonValue>;

/** Makes the row makers of one table's blocks. */
export class RowMakers {
  private readonly columns: ReadonlyMap<string, Column>;
  private names: readonly string[] = [];
  private bind: (readers: readonly CellReader[]) => RowMaker = () => () => ({});

  constructor(model: Model) {
    this.columns = new Map(model.map((column) => [column.name, column]));
  }

  /** @throws TypeError for a column that the model lacks, or whose type can't take the block's values */
  for(block: RowBlock): RowMaker {
    const names = block.columns.map(({ name }) => name);
    if (names.length !== this.names.length || names.some((name, i) => name !== this.names[i])) {
      this.bind = objectLiteral(names);
      this.names = names;
    }
    return this.bind(
      block.columns.map(({ name, values }) => {
        const column = this.columns.get(name);
        if (column === undefined) throw new TypeError(`the block's column ${name} is not in the model`);
        try {
          return cellReader(column, values);
        } catch (error) {
          throw new TypeError(`column ${name} ${column.clickhouseType}: ${(error as Error).message}`, {
            cause: error,
          });
        }
      }),
    );
  }
}

/**
 * Compiles `readers => i => ({ "a": r0(i), "b": r1(i), ... })`. A literal with all its keys is made, and
 * turned into JSON, several times faster than an object that is filled in a loop.
 */
function objectLiteral(names: readonly string[]): (readers: readonly CellReader[]) => RowMaker {
  const locals = names.map((_, i) => `r${i} = readers[${i}]`).join(", ");
  const fields = names.map((name, i) => `${key(name)}: r${i}(i)`).join(", ");
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- names are quoted
  return new Function(
    "readers",
    `${names.length > 0 ? `const ${locals};` : ""} return (i) => ({ ${fields} });`,
  ) as never;
}

/** The plain key `"__proto__"` would set the prototype. */
function key(name: string): string {
  return name === "__proto__" ? `["${name}"]` : JSON.stringify(name);
}
