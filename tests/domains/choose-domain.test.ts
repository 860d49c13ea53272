import { chooseSource } from "../../app/domains/choose-domain";
import { refuseMovedSpec } from "../../app/domains/spec/given-spec";
import type { Generator } from "../../app/domains/spec/generator";
import type { TableSpec } from "../../app/domains/spec/table-spec";
import { modelFromServer } from "../../app/model/model-from-server";
import { refusalOf } from "../support/refusal";

const model = (columns: Readonly<Record<string, string>>) =>
  modelFromServer(Object.entries(columns).map(([name, type]) => ({ name, type, default_kind: "" })));
const FACTS = {
  name: "orders",
  model: model({ id: "UInt64", status: "String", total: "Float64", count: "UInt32" }),
  comments: { status: "Values: new, paid" },
  sortingKey: ["id"],
};
const value = (text: string): Generator => ({ kind: "constant", value: text });
const number = (value: number): Generator => ({ kind: "constant", value });
const spec = (columns: Readonly<Record<string, Generator>>): TableSpec => ({
  name: "orders",
  key: { column: "id", form: { as: "integer" } },
  columns: Object.fromEntries(
    Object.entries(columns).map(([name, generator]) => [name, { generator, rule: "kept" }]),
  ),
});
const generators = (source: string | TableSpec) =>
  Object.fromEntries(
    Object.entries((source as TableSpec).columns).map(([name, { generator }]) => [name, generator]),
  );

it("of each column what is given holds, else what was kept, else what is inferred", () => {
  const given = { columns: { total: number(1) } };
  const kept = spec({ total: number(2), count: number(2) });
  const inferred = generators(chooseSource(FACTS));
  expect(inferred.status).toMatchObject({ kind: "choice", values: ["new", "paid"] });
  expect(generators(chooseSource(FACTS, given, kept))).toMatchObject({
    status: inferred.status,
    total: number(1),
    count: number(2),
  });
});

it("a column that a run filled by its type alone goes on so, whatever is inferred by now", () => {
  expect(generators(chooseSource(FACTS, {}, spec({}), ["status"]))).not.toHaveProperty("status");
});

it("a table of images has its own domain, unless something is said", () => {
  const images = {
    ...FACTS,
    model: model({ image_id: "UInt64", status: "String" }),
    sortingKey: ["image_id"],
  };
  expect(chooseSource(images)).toBe("images");
  expect(chooseSource(images, { columns: { status: value("x") } })).toMatchObject({
    key: { column: "image_id" },
    columns: { status: { generator: value("x") } },
  });
});

it("a key is given by its name or whole, and must be able to hold numbers", () => {
  const key = (given: TableSpec["key"] | string) => (chooseSource(FACTS, { key: given }) as TableSpec).key;
  expect(key("count")).toEqual({ column: "count", form: { as: "integer" } });
  const whole = { column: "status", form: { as: "text", prefix: "x", digits: 9 } } as const;
  expect(key(whole)).toEqual(whole);
  expect(chooseSource(FACTS, { key: "status" }, { ...spec({}), key: whole })).toMatchObject({ key: whole });
  for (const name of ["total", "nothing"])
    expect(refusalOf(() => key(name))).toMatchObject({ code: "key-unfit", fields: { column: name } });
});

it("moved is what is made otherwise, however it is written; what is new is not", () => {
  const before = spec({ status: { kind: "number", min: 1, max: 2 }, total: value("a") });
  const same = spec({ status: { max: 2, min: 1, kind: "number" }, total: value("a"), count: value("new") });
  expect(() => refuseMovedSpec(before, same, ["status", "total"])).not.toThrow();
  // What the run has filled by its type alone is made otherwise now.
  expect(refusalOf(() => refuseMovedSpec(before, same, ["count"])).fields).toEqual({ columns: ["count"] });
  const other = spec({ status: { kind: "number", min: 1, max: 3 }, total: value("b") });
  expect(refusalOf(() => refuseMovedSpec(before, other, []))).toMatchObject({
    code: "spec-moved",
    fields: { columns: ["status", "total"] },
    message: expect.stringMatching(/"status", "total".*--reset.*--start-image-id.*--write-spec/) as string,
  });
  const rekeyed = { ...before, key: { column: "count", form: { as: "integer" } } as const };
  expect(refusalOf(() => refuseMovedSpec(before, rekeyed, [])).fields).toEqual({ columns: ["count"] });
});
