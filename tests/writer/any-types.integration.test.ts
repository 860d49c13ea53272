import type { ClickHouseClient } from "@clickhouse/client";
import { imagesDomain } from "../../app/domains/images/images-domain";
import type { Model } from "../../app/model/column";
import { describeType } from "../../app/model/types/describe-type";
import { blockChecksum } from "../../app/rows/checksum";
import { coverColumns } from "../../app/rows/column-coverage";
import type { RowBlock } from "../../app/rows/row-block";
import { createRowGenerator } from "../../app/rows/row-generator";
import { openClient } from "../../app/server/client";
import { select } from "../../app/server/select";
import { rangeChecksums } from "../../app/table/checksum";
import { blockOfCells, rowBinary } from "../support/cells";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { createEveryType } from "../support/every-type";
import { keyedTable } from "../support/keyed-table";
import { legalModel } from "../support/legal-types";
import { randomColumns } from "../support/random-columns";
import { insertBody, run } from "../support/test-client";
import { openWriter, WRITER_NAMES } from "../support/writers";

const MODELS = 4;
const COLUMNS = 25;
const ROWS = 150;

let server: TestEmbedded;
let client: ClickHouseClient;
beforeAll(async () => {
  server = await startTestEmbedded();
  client = openClient(server.connection);
});
afterAll(async () => {
  await client.close();
  await server.stop();
});

async function write(
  writerName: (typeof WRITER_NAMES)[number],
  table: string,
  model: Model,
  blocks: RowBlock[],
) {
  const writer = await openWriter(writerName, server.connection, table, model);
  for (const block of blocks) await writer.send(writer.encode(block), { id: "part", commit: async () => {} });
  await writer.close();
}

/** The columns of which two tables differ in a row. */
async function differences(model: Model, one: string, other: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name, clickhouseType } of model) {
    const [row] = await select<{ wrong: string; rows: string }>(
      client,
      `SELECT countIf(toString(tuple(a.${name})) != toString(tuple(b.${name}))) AS wrong, count() AS rows
        FROM ${one} AS a INNER JOIN ${other} AS b ON a.image_id = b.image_id`,
    );
    if (row!.wrong !== "0" || row!.rows !== String(ROWS))
      found.push(`${clickhouseType}: ${row!.wrong} of ${row!.rows}`);
  }
  return found;
}

/** The compared columns whose checksums are not those of the block. */
async function unlikeChecksums(model: Model, table: string, block: RowBlock): Promise<string[]> {
  const found: string[] = [];
  for (const column of model) {
    const range = { first: 1, rows: ROWS };
    const [sum] = await rangeChecksums(client, keyedTable(table), [column], [range]);
    if (sum!.checksum !== blockChecksum(block, [column])) found.push(column.clickhouseType);
  }
  return found;
}

const seeds = Array.from({ length: MODELS }, () => Math.floor(Math.random() * 2 ** 31));

describe.each(seeds)("columns of any type, to three levels (seed %d)", (seed) => {
  const model = legalModel(COLUMNS, seed);
  const tables = [...WRITER_NAMES, "cells", "binary"].map((name) => `${name}_${seed}`);
  const [olap, native, cells, binary] = tables as [string, string, string, string];
  beforeAll(async () => {
    for (const table of tables) await client.command(createEveryType(table, model));
  });
  afterAll(() => run(client, ...tables.map((table) => `DROP TABLE IF EXISTS ${table}`)));

  test("hold what was generated, whatever the writer, and their checksums are the block's", async () => {
    const generator = createRowGenerator(String(seed), model, imagesDomain);
    const { filled, compared } = coverColumns(model, imagesDomain);
    expect(filled).toEqual(model);
    await write("olap", olap, model, [generator.generate(1, ROWS)]);
    // One after another: a generator uses its arrays again.
    await write("native", native, model, [generator.generate(1, 1)]);
    await write("native", native, model, [generator.generate(2, ROWS - 1)]);
    expect(await differences(model, olap, native)).toEqual([]);
    for (const table of [olap, native])
      expect(await unlikeChecksums(compared, table, generator.generate(1, ROWS))).toEqual([]);
  });

  test("hold the values of the block as the server itself reads them", async () => {
    const columns = randomColumns(model, ROWS, 1, seed);
    await insertBody(client, binary, "RowBinary", rowBinary(columns), {
      input_format_binary_read_json_as_string: 1,
    });
    const block = blockOfCells(1, columns);
    await write("native", cells, model, [block]);
    expect(await differences(model, binary, cells)).toEqual([]);
    const compared = model.filter(({ type }) => describeType(type).view !== undefined);
    expect(await unlikeChecksums(compared, cells, block)).toEqual([]);
  });
});
