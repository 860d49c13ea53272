import { inferSpec } from "../../../app/domains/inferred/infer-spec";
import { facts } from "./facts";

const spec = (type: string) =>
  inferSpec(facts("tickets", `id UInt64\nagent ${type}`, ["id"])).columns.agent?.generator;

test("a tuple's fields and a Nested column's rows are inferred by the fields' names", () => {
  const fields = { name: { kind: "template" }, email: { kind: "template" } };
  expect(spec("Tuple(name String, email String)")).toMatchObject({ kind: "object", fields });
  expect(spec("Nested(name String, email String)")).toMatchObject({
    kind: "array",
    of: { kind: "object", fields },
  });
});

test("where a field's name tells nothing, or there are no names, the type fills all", () => {
  expect(spec("Tuple(name String, qqq String)")).toBeUndefined();
  expect(spec("Tuple(String, String)")).toBeUndefined();
});
