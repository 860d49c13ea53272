import fc from "fast-check";
import { chooseSource } from "../../../app/domains/choose-domain";
import { restoreDomain } from "../../../app/domains/domains";
import { inferKey } from "../../../app/domains/inferred/infer-key";
import { inferColumn } from "../../../app/domains/inferred/infer-column";
import { takes } from "../../../app/domains/inferred/takes";
import { referredColumns } from "../../../app/domains/spec/check/referred-columns";
import type { Generator } from "../../../app/domains/spec/generator";
import type { TableSpec } from "../../../app/domains/spec/table-spec";
import type { Column } from "../../../app/model/column";
import type { TableFacts } from "../../../app/model/table-facts";
import { coverColumns } from "../../../app/rows/column-coverage";
import { createRowGenerator } from "../../../app/rows/row-generator";
import { readBlock, type Value } from "../../rows/read-block";
import { facts } from "./facts";
import { TABLES } from "./tables";

const chosen = (table: TableFacts, columns: Readonly<Record<string, Generator>> = {}): TableSpec =>
  chooseSource(table, { columns }) as TableSpec;

/** The rows of a table, by column. */
function rowsOf(facts: TableFacts, spec: TableSpec): Record<string, Value[]> {
  const domain = restoreDomain(JSON.parse(JSON.stringify(spec)) as TableSpec);
  const { unknown } = coverColumns(facts.model, domain);
  expect(unknown.filter((name) => name in spec.columns)).toEqual([]);
  return readBlock(createRowGenerator("42", facts.model, domain).generate(1, 40));
}

/** All columns that one is made of, directly or not. */
function leads(spec: TableSpec, name: string): ReadonlySet<string> {
  const found = new Set<string>();
  const follow = (column: string): void => {
    const generator = spec.columns[column]?.generator;
    for (const other of generator ? referredColumns(generator) : [])
      if (!found.has(other)) {
        found.add(other);
        follow(other);
      }
  };
  follow(name);
  return found;
}

/** Generators that somebody may give a column, made of others of the table as well. */
function anyGenerator({ name, type, nullable }: Column, facts: TableFacts): fc.Arbitrary<Generator> {
  const others = facts.model
    .filter((other) => other.name !== name && other.type.kind === type.kind && !other.nullable)
    .map((other) => other.name);
  const times = facts.model.filter((other) => /^date/.test(other.type.kind) && other.name !== name);
  const plain: fc.Arbitrary<Generator>[] = [
    fc.constantFrom<Generator>(
      { kind: "constant", value: "x" },
      { kind: "constant", value: 7 },
      { kind: "constant", value: "2024-05-01" },
      { kind: "choice", values: ["a", "b"] },
      { kind: "number", min: 0, max: 1_000_000 },
      { kind: "number", min: 0, max: 90_000_000_000_000, scale: 2 },
      { kind: "time", from: "1990-01-01", to: "2090-01-01" },
      { kind: "rising", from: "2024-01-01", perDay: 5, unit: "day" },
      { kind: "template", text: "{firstName} {0-9}" },
      { kind: "vocabulary", name: "city" },
      { kind: "sentence", min: 1, max: 5 },
      { kind: "run", rows: 4, of: { kind: "number", min: 1, max: 9 } },
    ),
  ];
  if (others.length > 0)
    plain.push(
      fc.constantFrom(...others).map((other) => ({ kind: "computed", operation: "copy", columns: [other] })),
    );
  if (times.length > 0)
    plain.push(
      fc
        .constantFrom(...times)
        .map((other) => ({ kind: "after", column: other.name, min: -500, max: 86_400 * 40 })),
    );
  return fc
    .tuple(fc.oneof(...plain), fc.boolean())
    .map(([of, isNullable]) => (isNullable && nullable ? { kind: "nullable", share: 0.4, of } : of));
}

/** A table, a column that others of it are made of or go together with, and a generator for it. */
const anyOverride = fc
  .constantFrom(
    ...TABLES.flatMap((facts) => {
      const spec = chosen(facts);
      const isPaired = (name: string): boolean =>
        spec.columns[name]?.generator.kind === "group" ||
        Object.keys(spec.columns).some(
          (other) => leads(spec, other).has(name) || other.startsWith(`${name}.`),
        ) ||
        leads(spec, name).size > 0;
      return facts.model
        .filter(({ name }) => name !== spec.key.column && isPaired(name))
        .map((column) => ({ facts, column }));
    }),
  )
  .chain(({ facts, column }) =>
    anyGenerator(column, facts).map((generator) => ({ facts, column, generator })),
  );

/** Whether somebody may give it: without the others it would do. */
function isAllowed(facts: TableFacts, column: Column, generator: Generator): boolean {
  const names = [column.name, ...referredColumns(generator)];
  const key = inferKey(facts).column;
  const model = facts.model.filter(({ name }) => names.includes(name) || name === key);
  try {
    chosen({ ...facts, model }, { [column.name]: generator });
    return referredColumns(generator).length > 0 || takes(column, generator);
  } catch {
    return false;
  }
}

test("an override changes no other column, but those that are made of it or that it is made of", () => {
  let checked = 0;
  fc.assert(
    fc.property(anyOverride, ({ facts, column, generator }) => {
      fc.pre(isAllowed(facts, column, generator));
      checked++;
      const before = chosen(facts);
      const after = chosen(facts, { [column.name]: generator });
      const rows = [rowsOf(facts, before), rowsOf(facts, after)] as const;
      for (const { name } of facts.model) {
        if (name === column.name || !(name in before.columns)) continue;
        const isMadeOf = [before, after].some((spec) => leads(spec, name).has(column.name));
        // What is given is made of it, and must hold: as it would be by itself, where only that fits.
        const leadsTo = leads(after, column.name).has(name);
        const isSame = JSON.stringify(after.columns[name]) === JSON.stringify(before.columns[name]);
        if (!isMadeOf && (!leadsTo || isSame)) expect([name, rows[1][name]]).toEqual([name, rows[0][name]]);
        // Made of it, or of others that it belongs to as well, or as it would be by itself.
        else if (leads(after, name).size === 0 && !isSame) {
          const other = facts.model.find((one) => one.name === name)!;
          expect(after.columns[name]!.generator).toEqual(inferColumn(other, facts, after.key)!.generator);
        }
      }
    }),
    { numRuns: 150 },
  );
  expect(checked).toBe(150);
});

const MOMENTS = "started_at DateTime\nended_at DateTime\nduration_seconds UInt32";
const PRICES = "price Decimal(10, 2)\noriginal_price Decimal(10, 2)";
const AMOUNTS =
  "unit_price Decimal(10, 2)\nquantity UInt16\ntax Decimal(10, 2)\nsubtotal Decimal(12, 2)\ntotal Decimal(12, 2)";
const span = (from: string, to: string): Generator => ({ kind: "time", from, to });

test.each<[string, string, Record<string, Generator>, (row: Record<string, number>) => boolean]>([
  [
    "a start",
    MOMENTS,
    { started_at: span("1999-01-01", "1999-12-31") },
    (row) => row.ended_at! > row.started_at! && row.duration_seconds === row.ended_at! - row.started_at!,
  ],
  [
    "an end after its start",
    MOMENTS,
    { ended_at: { kind: "after", column: "started_at", min: 100_000, max: 200_000 } },
    (row) => row.duration_seconds! >= 100_000 && row.duration_seconds === row.ended_at! - row.started_at!,
  ],
  [
    "a start before its end",
    MOMENTS,
    { started_at: { kind: "after", column: "ended_at", min: -90_000, max: -80_000 } },
    (row) => row.duration_seconds! >= 80_000 && row.duration_seconds === row.ended_at! - row.started_at!,
  ],
  [
    "an end by itself",
    MOMENTS,
    { ended_at: span("2030-01-01", "2031-01-01") },
    (row) => row.duration_seconds === row.ended_at! - row.started_at!,
  ],
  [
    "a price",
    PRICES,
    { price: { kind: "number", min: 500, max: 900 } },
    (row) => row.original_price! > row.price!,
  ],
  [
    "what a price was",
    PRICES,
    { original_price: { kind: "number", min: 5, max: 9 } },
    (row) => row.original_price! >= row.price! && row.price! > 0,
  ],
  [
    "parts of a total",
    AMOUNTS,
    { quantity: { kind: "number", min: 50, max: 60 }, tax: { kind: "constant", value: 1 } },
    (row) =>
      Math.abs(row.subtotal! - row.unit_price! * row.quantity!) < 0.001 &&
      Math.abs(row.total! - row.subtotal! - row.tax!) < 0.001 &&
      row.quantity! >= 50,
  ],
])("what goes together with %s still does when that is given", (_, columns, given, holds) => {
  const table = facts("rentals", `id UInt64\n${columns}`, ["id"]);
  const rows = rowsOf(table, chosen(table, given));
  for (let i = 0; i < 40; i++) {
    const row = Object.fromEntries(Object.entries(rows).map(([name, values]) => [name, Number(values[i])]));
    expect([row, holds(row)]).toEqual([row, true]);
  }
});

test("a group that somebody gives is theirs, though it is called as an inferred one", () => {
  const table = facts("shops", "id UInt64\ncity String\ncountry String\nzip String", ["id"]);
  const groups = { place: [{ weight: 1, values: { city: "Rome" } }] };
  const columns = { city: { kind: "group", group: "place" } } as const;
  const { columns: all } = chooseSource(table, { groups, columns }) as TableSpec;
  expect(all.city!.generator).toEqual(columns.city);
  expect(all.country!.rule).toBe("name *country");
});
