import {
  type DateTime,
  type Decimal,
  type Key,
  type LowCardinality,
  OlapTable,
  type UInt8,
} from "@514labs/moose-lib";
import type { tags } from "typia";
import { inferSpec } from "../../app/domains/inferred/infer-spec";
import { factsFromOlapTable } from "../../app/model/facts-from-olap-table";

interface Reading {
  deviceId: Key<string>;
  at: DateTime;
  /** Values: Aspen, Birch */
  room: string & LowCardinality;
  plan: "pro" | "free" | "max";
  stars: 3 | 1 | 2;
  maybe?: "b" | "a";
  share: number & tags.Minimum<0> & tags.Maximum<1>;
  above: number & tags.ExclusiveMinimum<0> & tags.Maximum<10>;
  level: UInt8 & tags.Maximum<10>;
  contact: string & tags.Format<"email">;
  code: string & tags.Pattern<"^[A-Z]{3}-[0-9]{4}$">;
  amount: Decimal<10, 2>;
  kinds: ("x" | "y")[];
}

const facts = factsFromOlapTable(
  new OlapTable<Reading>("FactsOfReadings", { orderByFields: ["deviceId", "at"] }),
);

test("a declaration tells the keys, the comments and what values there are", () => {
  expect(facts).toMatchObject({
    name: "FactsOfReadings",
    primaryKey: ["deviceId"],
    sortingKey: ["deviceId", "at"],
    replaces: false,
    comments: { room: "Values: Aspen, Birch" },
  });
  expect(facts.schemas).toMatchObject({
    // In a stable order, whatever the compiler's.
    plan: { values: ["free", "max", "pro"] },
    stars: { values: [1, 2, 3] },
    maybe: { values: ["a", "b"] },
    share: { minimum: 0, maximum: 1 },
    above: { exclusiveMinimum: 0, maximum: 10 },
    level: { maximum: 10 },
    contact: { format: "email" },
    code: { pattern: "^[A-Z]{3}-[0-9]{4}$" },
    kinds: { values: ["x", "y"] },
  });
});

test("what a declaration says goes before names", () => {
  const { key, columns } = inferSpec(facts);
  expect(key.column).toBe("at");
  expect(columns).toMatchObject({
    plan: { generator: { kind: "choice", values: ["free", "max", "pro"] } },
    stars: { generator: { kind: "choice", values: [1, 2, 3] } },
    maybe: { generator: { kind: "nullable", of: { kind: "choice", values: ["a", "b"] } } },
    share: { generator: { kind: "number", min: 0, max: 1 } },
    level: { generator: { kind: "number", min: 0, max: 10 } },
    contact: { generator: { kind: "template" }, rule: "format email" },
    room: { generator: { kind: "choice", values: ["Aspen", "Birch"] } },
    kinds: { generator: { kind: "array", of: { kind: "choice", values: ["x", "y"] } } },
    // Its pattern is Moose's own, of all decimals.
    amount: { rule: "name *amount" },
  });
  const { generator } = columns.above!;
  expect(generator.kind === "number" && generator.min).toBeGreaterThan(0);
  expect(generator).toMatchObject({ max: 10 });
});

test("a simple pattern becomes texts that match it", () => {
  const { generator } = inferSpec(facts).columns.code!;
  const values = generator.kind === "choice" ? generator.values : [];
  expect(values.length).toBeGreaterThan(100);
  for (const value of values) expect(value).toMatch(/^[A-Z]{3}-[0-9]{4}$/);
});
