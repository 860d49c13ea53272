import { imagesDomain } from "../../../app/domains/images/images-domain";
import { getTables, type OlapTable } from "@514labs/moose-lib";
import type { Model } from "../../../app/model/column";
import type { ColumnType } from "../../../app/model/column-type";
import { modelFromOlapTable } from "../../../app/model/model-from-olap-table";
import type { RowBlock } from "../../../app/rows/row-block";
import { createRowGenerator } from "../../../app/rows/row-generator";
import { createTableSql } from "../../../app/table/create-table";
import { connectMoose } from "../../../app/writer/olap/moose-connection";
import { JsonEncoder } from "../../../app/writer/olap/json-encoder";
import { createOlapWriter } from "../../../app/writer/olap/olap-writer";
import { runtimeOlapTable } from "../../../app/writer/olap/runtime-olap-table";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { readModel, rowsOf, sql } from "../../support/olap-insert";
import { projectModels } from "../../support/project-models";
import { rowText } from "../../support/row-text";
import { batchOf } from "../../support/writers";

const cases = projectModels.map((table) => [table.name as string, table] as const);

let server: TestEmbedded;
beforeAll(async () => {
  server = await startTestEmbedded();
  await connectMoose(server.connection);
});
afterAll(() => server.stop());

/**
 * What a program would hand to `OlapTable.insert`: Moose's types have instants as Date objects, and all
 * integers as numbers.
 */
function revive(row: Record<string, unknown>, table: OlapTable<any>): Record<string, unknown> {
  return Object.fromEntries(
    modelFromOlapTable(table).map(({ name, type }) => [name, reviveValue(row[name], type)]),
  );
}

function reviveValue(value: unknown, type: ColumnType): unknown {
  if (value === null) return null;
  if (type.kind === "datetime" || type.kind === "datetime64") return new Date(value as string);
  if (type.kind === "integer") return Number(value);
  return type.kind === "array"
    ? (value as unknown[]).map((element) => reviveValue(element, type.element.type))
    : value;
}

function rowsAsObjects(model: Model, block: RowBlock): (i: number) => Record<string, unknown> {
  const text = rowText(model, block);
  return (i) => JSON.parse(text(i)) as Record<string, unknown>;
}

describe("the rows of the olap writer", () => {
  it.each(cases)("pass Moose's validation (%s)", (_, table) => {
    const model = modelFromOlapTable(table);
    const block = createRowGenerator("valid", model, imagesDomain).generate(1, 2_000);
    const rowOf = rowsAsObjects(model, block);
    for (let i = 0; i < block.rows; i++) {
      const { success, errors } = table.validateRecord(revive(rowOf(i), table));
      expect(success ? [] : errors).toEqual([]);
    }
  });

  it.each(cases)(
    "are in the table as they were made, through the project's table and through one of run time (%s)",
    async (name, table) => {
      const { connection } = server;
      await sql(connection, createTableSql(table, connection.database));
      const model = await readModel(connection, name);
      const generator = createRowGenerator("round trip", model, imagesDomain);
      const writers = [
        createOlapWriter(table),
        createOlapWriter(runtimeOlapTable(name, connection.database, model)),
      ];
      for (const [i, writer] of writers.entries()) {
        const block = new JsonEncoder(model).encode(generator.generate(1 + i * 500, 500));
        await writer.send(batchOf([block]), { id: "one batch", commit: async () => {} });
        await writer.close();
      }
      const block = generator.generate(1, 1_000);
      const rowOf = rowsAsObjects(model, block);
      const columns = model.map((column) => selectAs(column.name, column.type.kind));
      const found = await rowsOf<Record<string, unknown>>(
        connection,
        `SELECT ${columns.join(", ")} FROM ${name} ORDER BY image_id`,
      );
      expect(found).toHaveLength(1_000);
      found.forEach((row, i) =>
        expect(floats(row, model)).toEqual(floats(comparable(rowOf(i), model), model)),
      );
    },
  );

  it("leave Moose's registry as it was", () => {
    const before = new Map(getTables());
    const model = modelFromOlapTable(projectModels[0]!);
    for (const name of ["images_analytical", "never_seen", "images_analytical"])
      runtimeOlapTable(name, "local", model);
    expect(getTables().size).toBe(before.size);
    for (const [name, table] of before) expect(getTables().get(name)).toBe(table);
  });
});

/**
 * Decimals and instants differ in their text only: the server drops trailing zeros, and has its own way with
 * zones.
 */
function selectAs(name: string, kind: string): string {
  if (kind === "datetime") return `toString(toUnixTimestamp(\`${name}\`)) AS \`${name}\``;
  if (kind === "datetime64")
    return `toString(toUnixTimestamp64Milli(toDateTime64(\`${name}\`, 3))) AS \`${name}\``;
  if (kind === "decimal") return `toString(\`${name}\`) AS \`${name}\``;
  return `\`${name}\``;
}

/** Floats of 32 bits have several texts of the same value. */
function floats(row: Record<string, unknown>, model: Model): Record<string, unknown> {
  return Object.fromEntries(
    model.map(({ name, type }) => {
      const value = row[name];
      return [name, type.kind === "float" && type.bits === 32 ? Math.fround(Number(value)) : value];
    }),
  );
}

function comparable(row: Record<string, unknown>, model: Model): Record<string, unknown> {
  return Object.fromEntries(
    model.map(({ name, type }) => {
      const value = row[name] as any;
      if (value === null) return [name, null];
      if (type.kind === "datetime") return [name, String(Date.parse(value) / 1000)];
      if (type.kind === "datetime64") return [name, String(Date.parse(value))];
      if (type.kind === "decimal") return [name, String(Number(value))];
      if (type.kind === "fixed-string") return [name, value.padEnd(type.length, "\0")];
      return [name, value];
    }),
  );
}
