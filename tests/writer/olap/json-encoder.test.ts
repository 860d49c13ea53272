import { imagesDomain } from "../../../app/domains/images/images-domain";
import type { Model } from "../../../app/model/column";
import { modelFromOlapTable } from "../../../app/model/model-from-olap-table";
import type { RowBlock } from "../../../app/rows/row-block";
import { createRowGenerator } from "../../../app/rows/row-generator";
import { JsonEncoder } from "../../../app/writer/olap/json-encoder";
import { blockOfCells } from "../../support/cells";
import { everyType } from "../../support/every-type";
import { projectModels } from "../../support/project-models";
import { type Columns, randomColumns } from "../../support/random-columns";
import { rowText } from "../../support/row-text";

/** Where a table's rows are cut into the blocks that one encoder gets one after another. */
const CUTS = [0, 1, 3, 700, 701, 1_500];

function expectLines(model: Model, block: (from: number, to: number) => RowBlock): void {
  const encoder = new JsonEncoder(model);
  for (const [i, from] of CUTS.slice(0, -1).entries()) {
    const part = block(from, CUTS[i + 1]!);
    const { rows, columns, bytes } = encoder.encode(part);
    expect({ rows, columns }).toEqual({ rows: part.rows, columns: part.columns.map(({ name }) => name) });
    const text = rowText(model, part);
    const lines = Array.from({ length: part.rows }, (_, row) => text(row));
    expect(Buffer.from(bytes).toString().split("\n")).toEqual([...lines, ""]);
  }
}

describe("the JSON encoder writes the text of each cell", () => {
  it.each(projectModels.map((table) => [table.name as string, table] as const))(
    "as they are generated (%s)",
    (_, table) => {
      const model = modelFromOlapTable(table);
      const generator = createRowGenerator("lines", model, imagesDomain);
      expectLines(model, (from, to) => generator.generate(1 + from, to - from));
    },
  );

  const seed = Math.floor(Math.random() * 2 ** 31);
  it(`of any values of every type (seed ${seed})`, () => {
    // JSON can't carry all that a FixedString may hold.
    const model = everyType.filter(({ clickhouseType }) => !clickhouseType.includes("FixedString"));
    const columns = randomColumns(model, CUTS.at(-1)!, 1, seed);
    expectLines(model, (from, to) =>
      blockOfCells(
        1 + from,
        columns.map(([column, cells]): Columns[number] => [column, cells.slice(from, to)]),
      ),
    );
  });
});
