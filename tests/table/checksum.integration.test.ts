import { keyedTable } from "../support/keyed-table";
import type { ClickHouseClient } from "@clickhouse/client";
import fc from "fast-check";
import type { Column, Model } from "../../app/model/column";
import { describeType } from "../../app/model/types/describe-type";
import { addChecksums, blockChecksum } from "../../app/rows/checksum";
import { rangeChecksums } from "../../app/table/checksum";
import { openClient } from "../../app/server/client";
import { blockOfCells, type Cell, cellOf, rowBinary, uint32Cell } from "../support/cells";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { comparedTypes as model, createEveryType } from "../support/every-type";
import { type Columns, randomColumns as anyColumns } from "../support/random-columns";
import { insertBody, run } from "../support/test-client";

const ROWS = 60;

const randomColumns = (first: number, seed: number) => anyColumns(model, ROWS, first, seed);

const sliceOf = (columns: Columns, row: number) =>
  blockOfCells(
    0,
    columns.map(([column, cells]) => [column, cells.slice(row, row + 1)]),
  );

describe("the checksum in ClickHouse", () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  let embedded: TestEmbedded;
  let client: ClickHouseClient;
  const table = keyedTable("cells");

  beforeAll(async () => {
    embedded = await startTestEmbedded();
    client = openClient(embedded.connection);
    await client.command(createEveryType("cells", model));
  });
  beforeEach(() => run(client, "TRUNCATE TABLE cells"));
  afterAll(async () => {
    await client?.close();
    await embedded?.stop();
  });

  const insert = (columns: Columns) => insertBody(client, "cells", "RowBinary", rowBinary(columns));
  const ids = (first: number, rows: number) => ({ first, rows });

  test(`equals the block's in every row, for every type (seed ${seed})`, async () => {
    const columns = randomColumns(1, seed);
    await insert(columns);
    const rowRanges = Array.from({ length: ROWS }, (_, row) => ids(1 + row, 1));
    const wrongRows = async (some: Model) =>
      (await rangeChecksums(client, table, some, rowRanges)).flatMap((sum, row) =>
        sum.rows === 1 && sum.checksum === blockChecksum(sliceOf(columns, row), some) ? [] : [row],
      );
    if ((await wrongRows(model)).length === 0) return;
    for (const [column, cells] of columns) {
      for (const row of await wrongRows([column]))
        throw new Error(`${column.clickhouseType}: ${JSON.stringify(cells[row])}`);
    }
    throw new Error("columns agree one by one, but not together");
  });

  test("equals the block's over all columns together, and adds up over ranges", async () => {
    const columns = randomColumns(1000, seed + 1000);
    await insert(columns);
    const ranges = [ids(1000, 1), ids(1001, 29), ids(1040, 20), ids(5000, 7)];
    const found = await rangeChecksums(client, table, model, ranges);
    expect(found.map((sum) => sum.rows)).toEqual([1, 29, 20, 0]);
    const expected = [
      [0, 1],
      [1, 30],
      [40, 60],
      [0, 0],
    ].map(([start, end]) =>
      blockChecksum(
        blockOfCells(
          0,
          columns.map(([column, cells]) => [column, cells.slice(start, end)]),
        ),
        model,
      ),
    );
    expect(found.map((sum) => sum.checksum)).toEqual(expected);
    const [whole] = await rangeChecksums(client, table, model, [ids(1000, 60)]);
    const gap = await rangeChecksums(client, table, model, [ids(1030, 10)]);
    expect(addChecksums([...found, ...gap].map((sum) => sum.checksum))).toBe(whole!.checksum);
  });

  test("counts copies as often as they are there", async () => {
    const columns = randomColumns(1, seed + 2000);
    for (let copy = 0; copy < 3; copy++) await insert(columns);
    const [found] = await rangeChecksums(client, table, model, [ids(1, ROWS)]);
    const once = blockChecksum(blockOfCells(1, columns), model);
    expect(found).toEqual({
      range: ids(1, ROWS),
      rows: 3 * ROWS,
      checksum: addChecksums([once, once, once]),
    });
  });

  test("differs from the block's in every row in which one cell was changed", async () => {
    const columns = randomColumns(1, seed + 3000);
    const rows = 8;
    const changed = model.slice(1).map((column, i) => {
      const cells = fc.sample(cellOf(column), { numRuns: rows, seed: seed + 4000 + i });
      const original = columns.map(([c, all]) => [c, all.slice(0, rows)] as const);
      const firstCells = Array.from({ length: rows }, (_, row) => uint32Cell(1 + i * rows + row));
      const withIds: Columns = original.map((entry, j) => (j === 0 ? [entry[0], firstCells] : entry));
      return {
        column,
        at: i + 1,
        cells,
        withIds,
        changes: withIds.map((entry, j) => (j === i + 1 ? ([column, cells] as const) : entry)),
      };
    });
    const body = Buffer.concat(changed.map(({ changes }) => rowBinary(changes)));
    await insertBody(client, "cells", "RowBinary", body);
    const found = await rangeChecksums(
      client,
      table,
      model,
      Array.from({ length: rows * changed.length }, (_, i) => ids(1 + i, 1)),
    );
    const unseen = changed.flatMap(({ column, at, cells, withIds }, i) =>
      cells.flatMap((cell, row) => {
        const sum = found[i * rows + row]!;
        expect(sum.rows).toBe(1);
        if (sum.checksum !== blockChecksum(sliceOf(withIds, row), model)) return [];
        const before = withIds[at]![1][row]!;
        return sameView(column, before, cell) ? [] : [{ type: column.clickhouseType, before, cell }];
      }),
    );
    expect(unseen).toEqual([]);
  });
});

/**
 * Whether the cells are equal, or floats that round to the same ten-thousandth: the one change that is not
 * seen.
 */
function sameView(column: Column, a: Cell, b: Cell): boolean {
  return normal(a, column) === normal(b, column);
}

function normal(cell: Cell, { type }: Pick<Column, "type">): string {
  if (cell === null) return "NULL";
  const { memory } = describeType(type);
  const cells = cell as readonly Cell[];
  if (memory.kind === "array") return `[${cells.map((item) => normal(item, memory.element)).join()}]`;
  if (memory.kind === "tuple") return `(${cells.map((item, i) => normal(item, memory.elements[i]!)).join()})`;
  if (memory.kind === "map")
    return `{${(cells as readonly (readonly [Cell, Cell])[]).map(([key, value]) => `${normal(key, memory.key)}:${normal(value, memory.value)}`).join()}}`;
  const bytes = Buffer.from(cell as Uint8Array);
  if (type.kind !== "float") return bytes.toString("hex");
  const value = type.bits === 32 ? bytes.readFloatLE() : bytes.readDoubleLE();
  const units = value * 10_000;
  if (!(Math.abs(units) < 2 ** 51)) return String(value);
  const floor = Math.floor(units);
  const up = units - floor > 0.5 || (units - floor === 0.5 && floor % 2 !== 0);
  return String(up ? floor + 1 : floor + 0);
}
