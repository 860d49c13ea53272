import fc from "fast-check";
import { sharesOfSpec } from "../../../app/domains/spec/declared-shares";
import type { Generator } from "../../../app/domains/spec/generator";
import { modelFromServer } from "../../../app/model/model-from-server";

const MODEL = modelFromServer([
  { name: "id", type: "UInt64", default_kind: "" },
  { name: "x", type: "LowCardinality(Nullable(String))", default_kind: "" },
]);

function sharesOf(generator: Generator) {
  const key = { column: "id", form: { as: "integer" } } as const;
  return sharesOfSpec({ name: "t", key, columns: { x: { generator, rule: "test" } } }, MODEL);
}

it("shares of a choice sum to 1, whatever its weights, and of a value that comes twice are added", () => {
  const pair = fc.tuple(fc.string({ maxLength: 3 }), fc.integer({ min: 0, max: 100 }));
  fc.assert(
    fc.property(fc.array(pair, { minLength: 1, maxLength: 40 }), (pairs) => {
      const [values, weights] = [pairs.map(([value]) => value), pairs.map(([, weight]) => weight)];
      const [declared] = sharesOf({ kind: "choice", values, weights });
      const worth = weights.some((weight) => weight > 0) && new Set(values).size > 1;
      expect(declared !== undefined).toBe(worth);
      if (declared === undefined) return;
      expect([...declared.shares.keys()].sort()).toEqual([...new Set(values)].sort());
      expect([...declared.shares.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    }),
  );
});

it("what is NULL is a share of its own, and the rest is told among the others", () => {
  const of: Generator = { kind: "choice", values: ["a", "b"], weights: [3, 1] };
  const [isNull, others, ...more] = sharesOf({ kind: "nullable", share: 0.2, of });
  expect(isNull).toMatchObject({ name: "x is NULL", value: "isNull(`x`)" });
  expect(isNull!.shares.get("1")).toBe(0.2);
  expect(others).toMatchObject({ name: "x", among: "isNotNull(`x`)" });
  expect([...others!.shares]).toEqual([
    ["a", 0.75],
    ["b", 0.25],
  ]);
  expect(more).toEqual([]);
});

it("numbers in a column of text are not compared", () => {
  expect(sharesOf({ kind: "choice", values: [1, 2] })).toEqual([]);
});
