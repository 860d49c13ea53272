import type { Generator, Scalar } from "../../../app/domains/spec/generator";
import { rowsOf, specOf } from "./spec-rows";

test.each<[string, Generator, Scalar[]]>([
  ["LowCardinality(String)", { kind: "choice", values: ["a", "b", "a", "c"] }, ["a", "c"]],
  ["Bool", { kind: "boolean", share: 0.3 }, [true]],
  ["Float64", { kind: "number", min: 0, max: 1, scale: 1 }, [0.5, 0.7]],
  ["Nullable(String)", { kind: "choice", values: ["a", null] }, [null]],
  ["Nullable(UInt8)", { kind: "nullable", share: 0.5, of: { kind: "choice", values: [0, 7] } }, [0]],
])("a column by the value of one of %s is there in its rows alone", (type, lead, is) => {
  const of: Generator = { kind: "number", min: 1, max: 9 };
  const types = { lead: type, x: "Nullable(UInt8)", all: "UInt8", lasts: "Nullable(DateTime)" };
  const rising: Generator = { kind: "rising", from: "2024-01-01", perDay: 9 };
  const columns: Record<string, Generator> = {
    lead,
    x: { kind: "when", column: "lead", is, of },
    at: rising,
    lasts: { kind: "when", column: "lead", is, of: { kind: "after", column: "at", min: 5, max: 5 } },
  };
  const rows = rowsOf(specOf(columns), types);
  const wanted = is.map((value) => (typeof value === "boolean" ? Number(value) : value));
  const isThere = rows.lead!.map((value) => wanted.some((one) => String(one) === String(value)));
  expect(rows.x!.map((value) => value !== null)).toEqual(isThere);
  expect(rows.lasts!.map((value) => value !== null)).toEqual(isThere);
  expect(new Set(isThere).size).toBe(2);
});

test.each<[string, Generator]>([
  ["UInt8", { kind: "number", min: 0, max: 40 }],
  ["Int64", { kind: "number", min: -3, max: 3 }],
  ["UInt64", { kind: "choice", values: Array.from({ length: 30 }, (_, i) => i * 2 ** 33 + 5) }],
  ["String", { kind: "template", text: "cus_{00-30}" }],
  ["LowCardinality(String)", { kind: "vocabulary", name: "country" }],
  ["Nullable(UUID)", { kind: "run", rows: 9, of: { kind: "identifier", form: "uuid" } }],
  ["Nullable(String)", { kind: "nullable", share: 0.5, of: { kind: "choice", values: ["a", "b"] } }],
])("a column has one value for each of %s %j, by whatever is drawn", (type, lead) => {
  const per = (of: Generator): Generator => ({ kind: "per", column: "lead", of });
  const columns: Record<string, Generator> = {
    lead,
    name: per({ kind: "template", text: "{firstName} {hex8}" }),
    note: per({ kind: "nullable", share: 0.5, of: { kind: "sentence", min: 1, max: 3 } }),
    tags: per({ kind: "array", of: { kind: "number", min: 0, max: 99 }, min: 0, max: 3 }),
    city: { kind: "group", group: "place", per: "lead" },
    zip: { kind: "group", group: "place", per: "lead" },
  };
  const groups = {
    place: [
      { weight: 1, values: { city: "Rome", zip: { kind: "template", text: "0{100-199}" } } },
      { weight: 1, values: { city: "Bern", zip: { kind: "template", text: "3{100-199}" } } },
    ],
  } as const;
  const types = {
    lead: type,
    name: "String",
    note: "Nullable(String)",
    tags: "Array(UInt8)",
    city: "String",
    zip: "String",
  };
  const rows = rowsOf(specOf(columns, { groups }), types);
  const seen = new Map<string, string>();
  for (let i = 0; i < 1000; i++) {
    const [key, ...values] = Object.keys(types).map((name) => String(rows[name]![i]));
    expect(seen.get(key!) ?? values.join()).toBe(values.join());
    seen.set(key!, values.join());
    expect(rows.zip![i]).toMatch(rows.city![i] === "Rome" ? /^01/ : /^31/);
  }
  expect(new Set(seen.values()).size).toBe(seen.size);
});
