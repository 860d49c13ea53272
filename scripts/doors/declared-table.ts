import { chooseSource } from "../../app/domains/choose-domain";
import { restoreDomain } from "../../app/domains/domains";
import { overlaid } from "../../app/domains/spec/given-spec";
import { type OtherTables, resolveReferences } from "../../app/domains/spec/relations/resolve-references";
import type { TableSpec } from "../../app/domains/spec/table-spec";
import { childRequest } from "../../app/run/session/child-request";
import { tableKey } from "../../app/table/table-key";
import type { DeclaredTable } from "../../app/workflows/declared-tables";
import type { FilledTable } from "./column-reasons";
import type { ProjectTables } from "./project-tables";
import type { GivenSpec } from "../../app/domains/spec/given-spec";

/**
 * A table as it would be filled first, by what a project's code says alone, after all that its rows refer to has got
 * its `defaultRows` with the same seed. Columns that are keys of other tables, though nobody said so, are filled by
 * their names.
 * @param file what `--spec` says
 * @throws as `chooseDomain`, `resolveReferences`
 */
export async function declaredTable(
  { table, all }: Pick<ProjectTables, "table" | "all">,
  file: GivenSpec,
  seed: string,
): Promise<FilledTable> {
  const given = overlaid(table.faker?.given ?? {}, file);
  const source = chooseSource(table.facts, given);
  const domain = restoreDomain(
    typeof source === "string" ? source : await resolveReferences(source, firstRuns(all, seed)),
  );
  const { model } = table.facts;
  return { model, domain, key: tableKey(model, domain) };
}

/** The tables as if each had been filled once. */
function firstRuns(all: readonly DeclaredTable[], seed: string, asked: readonly string[] = []): OtherTables {
  const specOf = (name: string): { spec: TableSpec; defaultRows: number } | undefined => {
    const found = all.find((table) => table.name === name);
    const spec = found && chooseSource(found.facts, found.faker?.given);
    return typeof spec === "object" && found?.faker
      ? { spec, defaultRows: found.faker.defaultRows }
      : undefined;
  };
  return {
    keys: () => Promise.resolve([]),
    specOf: (name) => Promise.resolve(specOf(name)?.spec),
    async rowsOf(name) {
      const found = asked.includes(name) ? undefined : specOf(name);
      if (found === undefined) return undefined;
      const others = firstRuns(all, seed, [...asked, name]);
      const spec = await resolveReferences(found.spec, others);
      const target = { rows: found.defaultRows, source: "default" } as const;
      const request = await childRequest({ seed, startImageId: undefined, target }, { source: spec }, others);
      return { spec, seed, firstRow: request.startImageId ?? 1, rows: request.target.rows };
    },
  };
}
