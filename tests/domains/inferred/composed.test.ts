import { inferSpec } from "../../../app/domains/inferred/infer-spec";
import { chooseDomain } from "../../../app/domains/choose-domain";
import type { GivenSpec } from "../../../app/domains/spec/given-spec";
import { createRowGenerator } from "../../../app/rows/row-generator";
import { readBlock } from "../../rows/read-block";
import { facts } from "./facts";

const spec = (type: string) =>
  inferSpec(facts("tickets", `id UInt64\nagent ${type}`, ["id"])).columns.agent?.generator;

test("the fields of a tuple, and of a Nested column's only row, are inferred by their names", () => {
  const object = { kind: "object", fields: { name: { kind: "template" }, email: { kind: "template" } } };
  expect(spec("Tuple(name String, email String)")).toMatchObject(object);
  expect(spec("Nested(name String, email String)")).toMatchObject(object);
  expect(spec("Array(Nested(name String, email String))")).toMatchObject({ kind: "array", of: object });
});

test("where a field's name tells nothing, or there are no names, the type fills all", () => {
  expect(spec("Tuple(name String, qqq String)")).toBeUndefined();
  expect(spec("Tuple(String, String)")).toBeUndefined();
});

/** The values of a column `agent` of a type. */
function values(type: string, columns: GivenSpec["columns"] = {}): unknown[] {
  const table = facts("tickets", `id UInt64\nagent ${type}`, ["id"]);
  const domain = chooseDomain(table, { columns });
  return readBlock(createRowGenerator("42", table.model, domain).generate(1, 500)).agent!;
}

test.each([
  ["inferred by the names", "name String, email String"],
  ["filled by the type", "qqq UInt8, at DateTime"],
])("an object of Moose's, which is a Nested column that is kept whole, has one row: %s", (_, row) => {
  for (const value of values(`Nested(${row})`))
    expect(value).toEqual([[expect.anything(), expect.anything()]]);
  const lists = values(`Array(Nested(${row}))`) as unknown[][];
  expect(new Set(lists.map((list) => list.length)).size).toBe(6);
  for (const list of lists) for (const item of list) expect(item).toHaveLength(1);
});

test("it is filled by an object, as its interface says, and a list of objects by an array of them", () => {
  const object = { kind: "object", fields: { x: { kind: "number", min: 3, max: 4 } } } as const;
  for (const value of values("Nested(x Float64)", { agent: object }))
    expect([[[3]], [[4]]]).toContainEqual(value);
  const array = { kind: "array", of: object, min: 2, max: 2 } as const;
  for (const value of values("Array(Nested(x Float64))", { agent: array }))
    expect(value).toEqual([[[expect.any(Number)]], [[expect.any(Number)]]]);
});

test("a Nested column of a table without Moose may have several rows", () => {
  const of = { kind: "object", fields: { x: { kind: "constant", value: 1 } } } as const;
  for (const value of values("Nested(x Float64)", { agent: { kind: "array", of, min: 3, max: 3 } }))
    expect(value).toEqual([[1], [1], [1]]);
});
