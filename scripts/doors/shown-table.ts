import { EnvironmentFailure } from "../../app/errors";
import type { Place } from "../cli/invocation";
import { readProject } from "../project/project";
import type { FilledTable } from "./column-reasons";
import { declaredTable } from "./declared-table";
import { readMeantTable } from "./meant-table";
import { readProjectTables } from "./project-tables";
import { readGivenSpec } from "./read-given-spec";
import { namedTable } from "./server";
import { withServer } from "./with-server";

/** Codes of failures that mean that there is nothing to look at. */
const ABSENT = ["no-connection", "database-missing", "table-missing"];

/**
 * The table that is named, whose rows are only shown: as the server has it, or else as the project's code declares it, with a line on
 * standard error.
 * @param spec path of a file that says how columns are filled
 * @param seed of rows that it refers to, where only the code is there
 */
export async function readShownTable(
  place: Place,
  spec: string | undefined,
  seed: string,
): Promise<FilledTable> {
  try {
    return await withServer(place, (server) => readMeantTable(server, spec));
  } catch (error) {
    const isAbsent = error instanceof EnvironmentFailure && ABSENT.includes(error.code);
    if (!isAbsent || place.url !== undefined) throw error;
    const { directory, connection } = readProject(place.project, process.cwd(), process.env);
    const name = namedTable(place.table!, connection.database);
    const declared = await readProjectTables("preview", directory, name, connection.database).catch(() => {
      throw error;
    });
    process.stderr.write(`note: the first rows as ${declared.index} declares them; ${error.message}\n`);
    return declaredTable(declared, readGivenSpec(spec), seed);
  }
}
