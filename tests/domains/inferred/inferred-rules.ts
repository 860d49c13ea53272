import { inferSpec } from "../../../app/domains/inferred/infer-spec";
import { describeGenerator } from "../../../app/domains/spec/describe-generator";
import { TABLES } from "./tables";

/** What is inferred of each table: its columns' rules and generators in words. */
export function inferredRules(): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return Object.fromEntries(
    TABLES.map((facts) => {
      const { key, columns } = inferSpec(facts);
      const rules = Object.entries(columns).map(([name, { rule, generator }]) => [
        name,
        `${rule}: ${describeGenerator(generator)}`,
      ]);
      return [
        facts.name,
        Object.fromEntries([[key.column, `the key: ${JSON.stringify(key.form)}`], ...rules]),
      ];
    }),
  );
}
