import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { chooseSource } from "../../../app/domains/choose-domain";
import { restoreDomain } from "../../../app/domains/domains";
import { inferSpec } from "../../../app/domains/inferred/infer-spec";
import { NAME_RULES } from "../../../app/domains/inferred/names/name-rules";
import type { TableSpec } from "../../../app/domains/spec/table-spec";
import type { Model } from "../../../app/model/column";
import { printColumnType } from "../../../app/model/print-column-type";
import type { TableFacts } from "../../../app/model/table-facts";
import { coverColumns } from "../../../app/rows/column-coverage";
import { createRowGenerator } from "../../../app/rows/row-generator";
import { elementType } from "../../support/column-types";
import { column } from "../../rows/default-model";
import { inferredRules } from "./inferred-rules";
import { TABLES } from "./tables";

const anyTable = fc.constantFrom(...TABLES);

test("what is inferred of known tables stays", () => {
  const pinned = readFileSync(join(process.cwd(), "tests/domains/inferred/inferred.json"), "utf8");
  expect(inferredRules()).toEqual(JSON.parse(pinned));
});

test("the same facts give the same specification", () => {
  for (const facts of TABLES) {
    const copy = JSON.parse(JSON.stringify(facts)) as TableFacts;
    expect(inferSpec(copy)).toEqual(inferSpec(facts));
  }
});

test("a column more or less changes no other one, but those that are made of it or go together with it", () => {
  for (const facts of TABLES) {
    const all = inferSpec(facts);
    for (const { name } of facts.model) {
      if (name === all.key.column || facts.sortingKey.includes(name)) continue;
      const rest = inferSpec({ ...facts, model: facts.model.filter((other) => other.name !== name) });
      expect(rest.key).toEqual(all.key);
      for (const [other, spec] of Object.entries(rest.columns)) {
        // Parts of columns are not the table's.
        if (!facts.model.some((column) => column.name === other)) continue;
        const before = all.columns[other];
        if (JSON.stringify(before) !== JSON.stringify(spec))
          expect([other, before?.rule]).toEqual([other, expect.stringContaining(name)]);
      }
    }
  }
});

test("a specification is JSON", () => {
  for (const facts of TABLES) {
    const spec = inferSpec(facts);
    expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  }
});

/** Makes some rows. */
function rowsOf(facts: TableFacts, spec: TableSpec): void {
  createRowGenerator(
    "42",
    facts.model,
    restoreDomain(JSON.parse(JSON.stringify(spec)) as TableSpec),
  ).generate(1, 20);
}

test("each table's columns are filled as they are inferred", () => {
  for (const facts of TABLES) {
    const spec = inferSpec(facts);
    const { unknown, impossible } = coverColumns(facts.model, restoreDomain(spec));
    expect(impossible).toEqual([]);
    expect(unknown.filter((name) => name in spec.columns)).toEqual([]);
    rowsOf(facts, spec);
  }
});

/** Names of all rules and of pairs, in any spelling. */
const anyName = fc
  .tuple(
    fc.constantFrom(
      ...NAME_RULES.flatMap(({ names }) => names),
      "shipping city",
      "shipping country",
      "ended at",
      "started at",
    ),
    fc.constantFrom("", "old ", "user ", "billing "),
    fc.boolean(),
  )
  .map(([pattern, prefix, camel]) => {
    const words = `${prefix}${pattern.replaceAll("*", "")}`.trim().split(" ");
    return camel
      ? words[0]! +
          words
            .slice(1)
            .map((word) => word[0]!.toUpperCase() + word.slice(1))
            .join("")
      : words.join("_");
  });

const anyModel: fc.Arbitrary<Model> = fc
  .uniqueArray(fc.tuple(anyName, elementType), { selector: ([name]) => name, minLength: 1, maxLength: 12 })
  .map((columns) => [
    column("row_id", "UInt64"),
    ...columns.map(([name, type]) => ({
      name,
      clickhouseType: printColumnType(type),
      defaultKind: "" as const,
      ...type,
    })),
  ]);

test("whatever the names and types, what is inferred can be made and fits", () => {
  fc.assert(
    fc.property(anyModel, anyTable, (model, { name }) => {
      const facts: TableFacts = { name, model, comments: {}, sortingKey: ["row_id"] };
      const spec = chooseSource(facts, {
        key: { column: "row_id", form: { as: "integer" } },
      }) as TableSpec;
      const { unknown } = coverColumns(model, restoreDomain(spec));
      expect(unknown.filter((other) => other in spec.columns)).toEqual([]);
      rowsOf(facts, spec);
    }),
    { numRuns: 150 },
  );
});
