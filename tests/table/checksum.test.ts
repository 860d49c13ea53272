import type { ClickHouseClient } from "@clickhouse/client";
import fc from "fast-check";
import type { Column } from "../../app/model/column";
import { parseColumnType } from "../../app/model/parse-column-type";
import { addChecksums, blockChecksum } from "../../app/rows/checksum";
import { rangeChecksums } from "../../app/table/checksum";
import { openClient } from "../../app/table/client";
import { quoteIdentifier } from "../../app/model/identifier";
import { blockOfCells, type Cell, cellOf, rowBinary, uint32Cell } from "../support/cells";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { insertBody, run } from "../support/test-client";

const INTEGERS = [8, 16, 32, 64, 128, 256].flatMap((bits) => [`UInt${bits}`, `Int${bits}`]);
const SCALARS = [
  ...INTEGERS,
  "Float32",
  "Float64",
  "Bool",
  "String",
  "FixedString(1)",
  "FixedString(3)",
  "FixedString(8)",
  "Date",
  "Date32",
  "DateTime",
  "DateTime('Europe/Berlin')",
  "DateTime64(0, 'UTC')",
  "DateTime64(3)",
  "DateTime64(6, 'UTC')",
  "Decimal(6, 3)",
  "Decimal(9, 0)",
  "Decimal(18, 4)",
  "Decimal(38, 10)",
  "Decimal(76, 30)",
  "Enum8('a' = -3, 'b' = 0, 'c' = 100)",
  "Enum16('x' = -3000, 'y' = 1, 'it\\'s' = 30000)",
  "UUID",
];
const LOW_CARDINALITY = ["String", "FixedString(3)", "UInt8", "UInt32", "Int64", "Date", "DateTime"];
const TYPES = [
  ...SCALARS,
  ...SCALARS.map((type) => `Nullable(${type})`),
  ...LOW_CARDINALITY.flatMap((type) => [`LowCardinality(${type})`, `LowCardinality(Nullable(${type}))`]),
  ...SCALARS.map((type) => `Array(${type})`),
  "Array(Nullable(UInt8))",
  "Array(Nullable(Decimal(38, 3)))",
  "Array(LowCardinality(Nullable(String)))",
  "Array(LowCardinality(String))",
  "Array(Nullable(String))",
  "Array(Array(UInt16))",
  "Array(Array(Array(Nullable(Float32))))",
];
const ROWS = 60;

/** Names as awkward as a table allows, among them those that the statement itself uses. */
const NAMES = ["first", "rows", "checksum", "item0", "position0", "number", "back`tick\\", "näme, (x)", "SELECT"];

const model: Column[] = ["UInt32", ...TYPES].map((clickhouseType, i) => ({
  name: i === 0 ? "image_id" : (NAMES[i - 1] ?? `c${i}`),
  clickhouseType,
  ...parseColumnType(clickhouseType),
  defaultKind: "",
}));

type Columns = (readonly [Column, readonly Cell[]])[];

/** Rows of random cells with the ids from `first`. */
function randomColumns(first: number, seed: number): Columns {
  return model.map((column, i) => [
    column,
    i === 0
      ? Array.from({ length: ROWS }, (_, row) => uint32Cell(first + row))
      : fc.sample(cellOf(column), { numRuns: ROWS, seed: seed + i }),
  ]);
}

const sliceOf = (columns: Columns, row: number) =>
  blockOfCells(0, columns.map(([column, cells]) => [column, cells.slice(row, row + 1)]));

describe("the checksum in ClickHouse", () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  let embedded: TestEmbedded;
  let client: ClickHouseClient;
  const name = { database: "local", table: "cells" };

  beforeAll(async () => {
    embedded = await startTestEmbedded();
    client = openClient(embedded.connection);
    const columns = model.map((column) => `${quoteIdentifier(column.name)} ${column.clickhouseType}`);
    const settings = { allow_suspicious_low_cardinality_types: 1 as const };
    const query = `CREATE TABLE cells (${columns.join(", ")}) ENGINE = MergeTree ORDER BY tuple()`;
    await client.command({ query, clickhouse_settings: settings });
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
    const wrongRows = async (some: Column[]) =>
      (await rangeChecksums(client, name, some, rowRanges)).flatMap((sum, row) =>
        sum.rows === 1 && sum.checksum === blockChecksum(sliceOf(columns, row), some) ? [] : [row],
      );
    if ((await wrongRows(model)).length === 0) return;
    for (const [column, cells] of columns) {
      for (const row of await wrongRows([column])) throw new Error(`${column.clickhouseType}: ${JSON.stringify(cells[row])}`);
    }
    throw new Error("columns agree one by one, but not together");
  });

  test("equals the block's over all columns together, and adds up over ranges", async () => {
    const columns = randomColumns(1000, seed + 1000);
    await insert(columns);
    const ranges = [ids(1000, 1), ids(1001, 29), ids(1040, 20), ids(5000, 7)];
    const found = await rangeChecksums(client, name, model, ranges);
    expect(found.map((sum) => sum.rows)).toEqual([1, 29, 20, 0]);
    const expected = [[0, 1], [1, 30], [40, 60], [0, 0]].map(([start, end]) =>
      blockChecksum(blockOfCells(0, columns.map(([column, cells]) => [column, cells.slice(start, end)])), model),
    );
    expect(found.map((sum) => sum.checksum)).toEqual(expected);
    const [whole] = await rangeChecksums(client, name, model, [ids(1000, 60)]);
    const gap = await rangeChecksums(client, name, model, [ids(1030, 10)]);
    expect(addChecksums([...found, ...gap].map((sum) => sum.checksum))).toBe(whole!.checksum);
  });

  test("counts copies as often as they are there", async () => {
    const columns = randomColumns(1, seed + 2000);
    for (let copy = 0; copy < 3; copy++) await insert(columns);
    const [found] = await rangeChecksums(client, name, model, [ids(1, ROWS)]);
    const once = blockChecksum(blockOfCells(1, columns), model);
    expect(found).toEqual({ range: ids(1, ROWS), rows: 3 * ROWS, checksum: addChecksums([once, once, once]) });
  });

  test("differs from the block's in every row in which one cell was changed", async () => {
    const columns = randomColumns(1, seed + 3000);
    const rows = 8;
    const changed = model.slice(1).map((column, i) => {
      const cells = fc.sample(cellOf(column), { numRuns: rows, seed: seed + 4000 + i });
      const original = columns.map(([c, all]) => [c, all.slice(0, rows)] as const);
      const firstCells = Array.from({ length: rows }, (_, row) => uint32Cell(1 + i * rows + row));
      const withIds: Columns = original.map((entry, j) => (j === 0 ? [entry[0], firstCells] : entry));
      return { column, at: i + 1, cells, withIds, changes: withIds.map((entry, j) => (j === i + 1 ? ([column, cells] as const) : entry)) };
    });
    const body = Buffer.concat(changed.map(({ changes }) => rowBinary(changes)));
    await insertBody(client, "cells", "RowBinary", body);
    const found = await rangeChecksums(client, name, model, Array.from({ length: rows * changed.length }, (_, i) => ids(1 + i, 1)));
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

/** Whether the cells are equal, or floats that round to the same ten-thousandth: the one change that is not seen. */
function sameView(column: Column, a: Cell, b: Cell): boolean {
  return normal(a, column) === normal(b, column);
}

function normal(cell: Cell, { type }: Pick<Column, "type">): string {
  if (cell === null) return "NULL";
  if (type.kind === "array") return `[${(cell as readonly Cell[]).map((item) => normal(item, type.element)).join()}]`;
  const bytes = Buffer.from(cell as Uint8Array);
  if (type.kind !== "float") return bytes.toString("hex");
  const value = type.bits === 32 ? bytes.readFloatLE() : bytes.readDoubleLE();
  const units = value * 10_000;
  if (!(Math.abs(units) < 2 ** 51)) return String(value);
  const floor = Math.floor(units);
  const up = units - floor > 0.5 || (units - floor === 0.5 && floor % 2 !== 0);
  return String(up ? floor + 1 : floor + 0);
}
