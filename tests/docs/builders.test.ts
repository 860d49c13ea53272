import { chooseDomain } from "../../app/domains/choose-domain";
import { buildSpec } from "../../app/domains/spec/builder/build-spec";
import { createRowGenerator } from "../../app/rows/row-generator";
import { JsonEncoder } from "../../app/writer/olap/json-encoder";
import { facts } from "../domains/inferred/facts";
import { pageOf } from "./pages";

const { text } = pageOf("docs/any-table.md");

/** column and type, in code, in a file, row 1 of seed 42 */
const examples = [...text.matchAll(/^\| `(\w+ [^`]+)` \| `([^`]+)` \| `([^`]+)` \| `([^`]+)` \|$/gm)].map(
  (cells) => cells.slice(1),
) as [string, string, string, string][];

/** Columns that the examples refer to. */
const OTHERS = `net Decimal(9, 2)
tax Decimal(9, 2)
country String
startedAt DateTime
endedAt DateTime`;

it.each(examples)("%s: %s", (column, code, file, value) => {
  const name = column.split(" ")[0]!;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the page's own code
  const columns = new Function("c", `return { ${code} }`) as Parameters<typeof buildSpec>[0];
  const { given } = buildSpec(columns);
  expect(JSON.parse(file)).toEqual(given.columns![name]);
  const table = facts("orders", `id UInt64\n${column}\n${OTHERS}`, ["id"]);
  const generator = createRowGenerator("42", table.model, chooseDomain(table, given));
  const { bytes } = new JsonEncoder(generator.columns).encode(generator.generate(1, 1));
  const row = JSON.parse(Buffer.from(bytes).toString()) as Record<string, unknown>;
  expect(JSON.stringify(row[name])).toBe(value);
});

it("has an example of every builder, but for those that need another table", () => {
  const builders = new Set<string>();
  const spy = new Proxy({}, { get: () => undefined });
  buildSpec((c) => {
    for (const name of Object.keys(c)) builders.add(name);
    return spy;
  });
  const shown = new Set(
    examples.flatMap(([, code]) => [...code.matchAll(/c\.(\w+)/g)].map(([, name]) => name)),
  );
  expect([...builders].filter((name) => !shown.has(name)).sort()).toEqual([
    "inferred",
    "ordinal",
    "reference",
    "total",
  ]);
});
