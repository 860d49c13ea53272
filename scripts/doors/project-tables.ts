import { Refusal } from "../../app/errors";
import { quoted } from "../../app/request/quoted";
import type { TableName } from "../../app/server/table-name";
import type { DeclaredTable } from "../../app/workflows/declared-tables";
import { ProjectCode } from "../project/project-code";

/** What a project's code declares, and one of its tables. */
export interface ProjectTables {
  readonly table: DeclaredTable;
  readonly all: readonly DeclaredTable[];
  /** The code's file. */
  readonly index: string;
}

/**
 * A table of the project's code, without a server.
 * @param command that asks, for what is said
 * @throws Refusal `table-missing` where the code declares none of that name, `code-unreadable`
 */
export async function readProjectTables(
  command: string,
  directory: string,
  name: TableName,
  database: string,
): Promise<ProjectTables> {
  const code = new ProjectCode(directory, process.env);
  const all = await code.tables(database);
  const table = all.find((one) => one.name === name.table && one.database === name.database);
  if (table !== undefined) return { table, all, index: code.index };
  const states = all.flatMap(({ faker }) => Object.values(faker?.stateTables ?? {}) as string[]);
  const names = all.map((one) => one.name).filter((one) => !states.includes(one));
  const known = names.join(", ") || "none";
  throw new Refusal(
    "table-missing",
    `${command}: ${code.index} declares no table ${quoted(name.table)}: it declares ${known}`,
    { known },
  );
}
