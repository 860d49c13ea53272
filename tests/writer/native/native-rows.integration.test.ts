import { imagesDomain } from "../../../app/domains/images/images-domain";
import type { ClickHouseClient } from "@clickhouse/client";
import { createRowGenerator } from "../../../app/rows/row-generator";
import { openClient } from "../../../app/server/client";
import { createTableSql } from "../../../app/table/create-table";
import { select } from "../../../app/server/select";
import { blockOfCells, rowBinary } from "../../support/cells";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { createEveryType, everyType } from "../../support/every-type";
import { readModel } from "../../support/olap-insert";
import { projectModels } from "../../support/project-models";
import { type Columns, randomColumns } from "../../support/random-columns";
import { insertBody, run } from "../../support/test-client";
import { openWriter, WRITER_NAMES } from "../../support/writers";

const free = async () => {};

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

/** Rows, and a hash of all that is in them, whatever their order. */
async function contents(table: string): Promise<string> {
  const [found] = await select<{ contents: string }>(
    client,
    `SELECT concat(toString(count()), ' ', toString(sum(cityHash64(toString(tuple(*)))))) AS contents FROM ${table}`,
  );
  return found!.contents;
}

describe("the writer native", () => {
  const seed = Math.floor(Math.random() * 2 ** 31);

  test(`writes every type as the server reads it, in blocks of any size one after another (seed ${seed})`, async () => {
    for (const table of ["by_cells", "by_blocks"]) await client.command(createEveryType(table));
    const columns = randomColumns(everyType, 130, 1, seed);
    await insertBody(client, "by_cells", "RowBinary", rowBinary(columns), {
      input_format_binary_read_json_as_string: 1,
    });
    const writer = await openWriter("native", server.connection, "by_blocks", everyType);
    const part = (from: number, to: number): Columns =>
      columns.map(([column, cells]) => [column, cells.slice(from, to)]);
    for (const [from, to] of [
      [0, 1],
      [1, 3],
      [3, 63],
      [63, 64],
      [64, 130],
    ] as const) {
      await writer.send(writer.encode(blockOfCells(from + 1, part(from, to))), { id: "part", commit: free });
    }
    await writer.close();
    expect(await contents("by_blocks")).toBe(await contents("by_cells"));
    for (const [{ name, clickhouseType }] of columns) {
      const column = `\`${name.replace(/[\\`]/g, "\\$&")}\``;
      const [found] = await select<{ wrong: string }>(
        client,
        `SELECT count() AS wrong FROM by_cells AS a INNER JOIN by_blocks AS b ON a.image_id = b.image_id WHERE toString(tuple(a.${column})) != toString(tuple(b.${column}))`,
      );
      expect([clickhouseType, found!.wrong]).toEqual([clickhouseType, "0"]);
    }
  });

  test.each(projectModels.map((table) => [table.name as string, table] as const))(
    "fills a table as the writer olap does, hash for hash (%s)",
    async (name, table) => {
      await run(client, createTableSql(table, server.connection.database));
      const model = await readModel(server.connection, name);
      const found: string[] = [];
      for (const writerName of WRITER_NAMES) {
        const writer = await openWriter(writerName, server.connection, name);
        const generator = createRowGenerator("both", model, imagesDomain);
        // The sizes differ, as batches may.
        const cuts = writerName === "olap" ? [0, 1500, 3000] : [0, 1, 2, 700, 3000];
        for (const [i, from] of cuts.slice(0, -1).entries()) {
          await writer.send(writer.encode(generator.generate(1 + from, cuts[i + 1]! - from)), {
            id: "part",
            commit: free,
          });
        }
        await writer.close();
        found.push(await contents(name));
        await run(client, `TRUNCATE TABLE ${name}`);
      }
      expect(found[0]).toMatch(/^3000 /);
      expect(found[1]).toBe(found[0]);
    },
  );

  test("hands its token on: a table that remembers tokens drops the second insert, and one without a token lands", async () => {
    await run(
      client,
      "CREATE TABLE remembers (image_id UInt32) ENGINE = MergeTree ORDER BY image_id SETTINGS non_replicated_deduplication_window = 10",
    );
    const writer = await openWriter("native", server.connection, "remembers");
    const block = {
      firstRow: 1,
      rows: 3,
      columns: [{ name: "image_id", values: { kind: "number", values: Uint32Array.of(1, 2, 3) } }],
    } as const;
    for (const token of ["run 'x'/1", "run 'x'/1", "run 'x'/2"])
      await writer.send(writer.encode(block), { id: "same", token, commit: free });
    await writer.close();
    expect(await contents("remembers")).toMatch(/^6 /);
  });
});
