import { checkSpec } from "../../../app/domains/spec/check/check-spec";
import type { Generator } from "../../../app/domains/spec/generator";
import type { GroupRow, TableSpec } from "../../../app/domains/spec/table-spec";
import { Refusal } from "../../../app/errors";
import { modelOf } from "../../rows/default-model";
import { specOf } from "./spec-rows";

/** What is said of a specification, or nothing where it is right. */
function refusal(columns: Record<string, unknown>, types = "", others: Partial<TableSpec> = {}): string {
  const spec = specOf(columns as Record<string, Generator>, others);
  try {
    checkSpec(spec, types === "" ? [] : modelOf(`id UInt64\n${types}`), Object.keys(columns));
    return "";
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.code).toBe("spec-invalid");
    expect(error.message).not.toContain("\n");
    return error.message;
  }
}

test.each([
  [{ kind: "numbr" }, /at "x": its kind "numbr" is unknown; use one of .*number/],
  [5, /at "x": it has no kind/],
  [null, /it has no kind/],
  [{ kind: "number", min: 1 }, /its "max" is missing; give a number/],
  [{ kind: "number", min: 1, max: "9" }, /its "max" is "9"; give a number/],
  [{ kind: "number", min: 1, max: 9, mean: 3 }, /"number" has no "mean"; it has min, max/],
  [{ kind: "number", min: 9, max: 1 }, /its "min" 9 is above its "max" 1/],
  [{ kind: "number", min: 0.5, max: 1 }, /0.5 has more decimals than its "scale" 0/],
  [{ kind: "number", min: 0, max: 1e15, scale: 3 }, /more than 2\^53/],
  [{ kind: "number", min: 0, max: 9, quantiles: [0, 5, 3] }, /its quantiles fall/],
  [{ kind: "choice", values: [] }, /its "values" is \[\]/],
  [{ kind: "choice", values: ["a", 1] }, /all texts, numbers or booleans/],
  [{ kind: "choice", values: ["a", "b"], weights: [1] }, /2 values and 1 weights/],
  [{ kind: "choice", values: ["a", "b"], weights: [0, 0] }, /below 0, or all 0/],
  [{ kind: "choice", values: Array.from({ length: 65_536 }, (_, i) => i) }, /1 to 65,535 values/],
  [{ kind: "vocabulary", name: "frstName" }, /its "name" is "frstName"; give one of .*firstName/],
  [{ kind: "template", text: "{frstName}" }, /\{frstName\} is no placeholder/],
  [{ kind: "template", text: "{firstName|big}" }, /unknown modifier; use lower/],
  [{ kind: "template", text: "a { b" }, /a brace without another/],
  [{ kind: "time", from: "2024-02-30", to: "2024-03-01" }, /its "from" is "2024-02-30"; give an instant/],
  [{ kind: "time", from: "2024-03-02", to: "2024-03-01" }, /it ends at 2024-03-01, before it begins/],
  [
    { kind: "nullable", share: 30, of: { kind: "boolean", share: 1 } },
    /its "share" is 30; give a share from 0 to 1/,
  ],
  [
    { kind: "array", of: { kind: "unique", min: 0, max: 9 }, min: 0, max: 1 },
    /a unique of the row stands in an array/,
  ],
  [
    { kind: "map", keys: ["a"], value: { kind: "boolean", share: 1 }, min: 0, max: 2 },
    /above the number of its/,
  ],
  [{ kind: "after", column: "y", min: 0, max: 1 }, /made of the column "y", which has no generator/],
  [{ kind: "group", group: "g" }, /there is no group "g"/],
])("%j is refused", (generator, said) => {
  expect(refusal({ x: generator }, "x String")).toMatch(said);
});

test("columns that are made of each other are named", () => {
  const copy = (column: string) => ({ kind: "computed", operation: "copy", columns: [column] });
  expect(refusal({ a: copy("b"), b: copy("c"), c: copy("a") })).toContain("a <- b <- c <- a");
});

test("a column of a type that can't hold the values is refused, and one that the table does not have", () => {
  const number = { kind: "number", min: 0, max: 300 };
  expect(refusal({ x: number }, "x UInt8")).toMatch(/UInt8 can't hold what a number like this makes/);
  expect(refusal({ x: number }, "x UInt16")).toBe("");
  expect(refusal({ x: { kind: "nullable", share: 0.1, of: number } }, "x UInt16")).toMatch(/holds no NULL/);
  expect(refusal({ y: number }, "x UInt16")).toMatch(/no such column; it has id, x/);
  const ofOther = { kind: "template", text: "{=y}" };
  expect(refusal({ x: ofOther, y: number }, "x String")).toBe("");
});

test("what depends on another column's value names one that it has, and is NULL elsewhere", () => {
  const when = (is: unknown, of: object = { kind: "constant", value: 1 }) => ({
    x: { kind: "when", column: "y", is, of },
    y: { kind: "choice", values: ["new", "paid"] },
  });
  const types = "x Nullable(UInt8)\ny String";
  expect(refusal(when(["paid"]), types)).toBe("");
  expect(refusal(when(["payed"]), types)).toMatch(/at "x": "y" is never "payed"; it has new, paid$/);
  expect(refusal(when([]), types)).toMatch(/its "is" is \[\]/);
  expect(refusal(when(["paid"]), "x UInt8\ny String")).toMatch(/UInt8 holds no NULL; leave out "when"/);
  expect(
    refusal(when(["paid"], { kind: "nullable", share: 0.1, of: { kind: "boolean", share: 1 } })),
  ).toMatch(/a nullable can't be NULL/);
  expect(refusal({ ...when(["a b"]), y: { kind: "sentence", min: 1, max: 2 } }, types)).toMatch(
    /"y" is not of a few values/,
  );
  expect(refusal({ ...when([1]), y: when([1]).x }, types)).toContain("made of each other");
});

test("what recurs with another column is drawn", () => {
  const per = (of: object) => ({
    x: { kind: "per", column: "y", of },
    y: { kind: "number", min: 1, max: 9 },
  });
  expect(refusal(per({ kind: "vocabulary", name: "city" }), "x String\ny UInt8")).toBe("");
  expect(refusal(per({ kind: "rising", from: "2024-01-01", perDay: 1 }))).toMatch(
    /a rising is not drawn for each value of "y"; leave out "per"/,
  );
  expect(refusal(per({ kind: "group", group: "g" }))).toMatch(/say "per" in the group/);
  const nullable = { kind: "nullable", share: 0.1, of: { kind: "vocabulary", name: "city" } };
  expect(refusal(per(nullable), "x String\ny UInt8")).toMatch(/String holds no NULL; leave out "nullable"/);
  const list = { kind: "array", of: { kind: "number", min: 1, max: 9 }, min: 0, max: 2 };
  expect(refusal({ ...per({ kind: "vocabulary", name: "city" }), y: list })).toBe("");
});

test("a group gives a value in each row, and is weighed", () => {
  const rows: GroupRow[] = [
    { weight: 1, values: { x: "a" } },
    { weight: 2, values: {} },
  ];
  const grouped = { x: { kind: "group", group: "g" } };
  expect(refusal(grouped, "x String", { groups: { g: rows } })).toMatch(
    /a row of the group "g" has no value/,
  );
  expect(refusal(grouped, "x String", { groups: { g: [{ weight: 0, values: { x: "a" } }] } })).toMatch(
    /all 0/,
  );
  expect(refusal(grouped, "x String", { groups: { g: rows.slice(0, 1) } })).toBe("");
});
