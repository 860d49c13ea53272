import { NAME_RULES } from "../../app/domains/inferred/names/name-rules";
import { inferSpec } from "../../app/domains/inferred/infer-spec";
import { describeGenerator } from "../../app/domains/spec/describe-generator";
import { facts } from "../domains/inferred/facts";
import { pageOf } from "./pages";

const { text } = pageOf("docs/any-table.md");

/** table, column and type, comment, rule, generator */
const examples = [...text.matchAll(/^\| (\w+) \| `(\w+ [^`]+)` \|(.*?)\| (.*?) \| (.*) \|$/gm)];

test("the examples of inference are what is inferred", () => {
  expect(examples.length).toBeGreaterThan(20);
  for (const [, table, column, comment, rule, generator] of examples) {
    const name = column!.split(" ")[0]!;
    const lines = `id UInt64\n${column}${comment?.trim() ? ` -- ${comment.trim()}` : ""}`;
    const orderBy = rule!.includes("ORDER BY") ? [name, "id"] : ["id"];
    const spec = inferSpec(facts(table!, lines, orderBy)).columns[name]!;
    expect(`${spec.rule}: ${describeGenerator(spec.generator)}`).toBe(
      `${rule}: ${generator!.replaceAll("\\|", "|")}`,
    );
  }
});

test("there are as many names as the page says", () => {
  const said = Number(/some (\d+) names/.exec(text)![1]);
  const names = new Set(NAME_RULES.flatMap(({ names }) => names)).size;
  expect(Math.abs(names - said)).toBeLessThan(100);
});
