import { inferSpec } from "../../../app/domains/inferred/infer-spec";
import type { Generator } from "../../../app/domains/spec/generator";
import { facts } from "./facts";

function inferred(
  type: string,
  comment: string,
  name = "thing",
): { generator: Generator; rule: string } | undefined {
  return inferSpec(facts("t", `id UInt64\n${name} ${type} -- ${comment}`, ["id"])).columns[name];
}

test.each([
  ["String", "Values: a, b, c", { kind: "choice", values: ["a", "b", "c"] }],
  ["String", 'One of "x", "y" or "z".', { kind: "choice", values: ["x", "y", "z"] }],
  [
    "String",
    "Possible values: open | in progress | done",
    { kind: "choice", values: ["open", "in progress", "done"] },
  ],
  ["UInt16", "Values: 10, 20", { kind: "choice", values: [10, 20] }],
  ["UInt8", "1 = attended, 2 = no-show", { kind: "choice", values: [1, 2] }],
  ["Int8", "State. 0: off, 1: on, -1: unknown", { kind: "choice", values: [0, 1, -1] }],
  ["String", "Format: TKT-####", { kind: "template", text: "TKT-{1000-9999}" }],
  ["String", "Format: INV-2024-0042", { kind: "template", text: "INV-{1000-9999}-{0000-9999}" }],
  ["String", "Format: UUID", { kind: "identifier", form: "uuid" }],
  ["String", "The SHA-256 of the file", { kind: "identifier", form: "hex", length: 64 }],
  ["String", "e.g. red, green, blue", { kind: "choice", values: ["red", "green", "blue"] }],
  ["String", "For example AB-12", { kind: "template", text: "AB-{10-99}" }],
  ["UInt32", "0-100", { kind: "number", min: 0, max: 100 }],
  ["UInt8", "between 1 and 5", { kind: "number", min: 1, max: 5 }],
  ["Float64", "Likelihood, 0 to 1", { kind: "number", min: 0, max: 1, scale: 4 }],
  ["Float64", "From 1 to 5", { kind: "number", min: 1, max: 5 }],
  ["UInt32", "in cents", { kind: "number", min: 99, max: 49_999, spread: "lognormal" }],
  ["UInt8", "Percent of the whole", { kind: "number", min: 0, max: 100 }],
  ["UInt32", "~40 unique values", { kind: "number", min: 1, max: 40, spread: "exponential" }],
])("%s with the comment %j", (type, comment, generator) => {
  expect(inferred(type, comment)).toMatchObject({ generator, rule: expect.stringMatching(/^comment "/) });
});

test("so many different values are counted out, as the example has them", () => {
  const { generator } = inferred("String", "~40 unique values, e.g. web-1, web-2")!;
  expect(generator).toMatchObject({ kind: "choice" });
  expect(generator.kind === "choice" && generator.values).toEqual(
    Array.from({ length: 40 }, (_, i) => `web-${i + 1}`),
  );
  expect(inferred("String", "about 5,000 different hosts", "host")!.generator).toEqual({
    kind: "template",
    text: "host-{1-5000}",
  });
});

test("what a type can't hold is passed over", () => {
  expect(inferred("UInt32", "Values: a, b")?.rule ?? "").not.toMatch(/^comment/);
  expect(inferred("FixedString(2)", "Values: one, two, three")?.rule ?? "").not.toMatch(/^comment/);
});

test("what Moose keeps behind a comment is no part of it", () => {
  const comment = 'The state [MOOSE_METADATA:DO_NOT_MODIFY] {"enum": "Values: 1, 2"}';
  expect(inferred("UInt32", comment)?.rule ?? "").not.toMatch(/^comment/);
});

test("a comment that says nothing of values leaves them to the name", () => {
  expect(inferred("String", "How to reach the person", "email")!.rule).toBe("name *email");
});
