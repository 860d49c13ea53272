import { writeFileSync } from "node:fs";
import type { TableSpec } from "../../app/domains/spec/table-spec";
import { EnvironmentFailure, Refusal } from "../../app/errors";
import type { TargetTable } from "../../app/table/target-table";
import type { Commands } from "../cli/commands";
import { readMeantTable } from "./meant-table";
import { printAnswer } from "./print-answer";
import { printLine } from "./print-line";
import { withServer } from "./with-server";

/** Prints how the columns of a table are filled, and why; or writes that as a specification. */
export const explain: Commands["explain"] = async ({ spec: file, writeSpec, place }) => {
  const table = await withServer(place, (server) => readMeantTable(server, file));
  const spec = specOf(table);
  if (writeSpec !== undefined) return write(spec, writeSpec);
  const lines = Object.entries(spec.columns).map(
    ([name, { generator, rule }]) => `${name}: ${rule}: ${JSON.stringify(generator)}`,
  );
  return printAnswer([`${spec.key.column}: the key, ${JSON.stringify(spec.key.form)}`, ...lines].join("\n"));
};

/** @throws Refusal `spec-none` where the rows are made by hand */
function specOf({ name, domain }: TargetTable): TableSpec {
  if (typeof domain.source === "object") return domain.source as TableSpec;
  throw new Refusal(
    "spec-none",
    `The rows of ${name.table} are not made by a specification: app/domains/${domain.source} makes them; docs/architecture.md says how`,
  );
}

function write({ name: _, ...spec }: TableSpec, file: string): 0 {
  try {
    writeFileSync(file, `${JSON.stringify(spec, undefined, 2)}\n`);
  } catch (error) {
    throw new EnvironmentFailure("spec-unwritable", `--write-spec ${file}: ${(error as Error).message}`);
  }
  printLine(`Written: ${file}; change it, and give it back with --spec ${file}`);
  return 0;
}
