import { Refusal } from "../../app/errors";
import { quoted } from "../../app/request/quoted";
import { createTableSql } from "../../app/table/create-table";
import { imagesAnalytical } from "../../datamodels/images-analytical";
import type { LedgerNames } from "../../datamodels/ledger-names";
import { declareLedgerTables } from "../../datamodels/ledger-tables";
import type { Commands } from "../cli/commands";
import { parseConnectionUrl } from "../project/connection-url";
import { readProject } from "../project/project";
import { ledgerOf } from "./choose-ledger";
import { printAnswer } from "./print-answer";
import { readProjectTables } from "./project-tables";
import { IMAGES, namedTable } from "./server";

/**
 * Prints the statements that create a table and the state tables: of `images_analytical`, or of one that the
 * project's code declares. Needs no server.
 */
export const ddl: Commands["ddl"] = async ({ place }) => {
  const { directory, database } =
    place.url === undefined
      ? projectOf(place.project)
      : { directory: undefined, ...parseConnectionUrl(place.url) };
  if (place.table === undefined || place.table === IMAGES)
    return printAll(
      createTableSql(imagesAnalytical, database),
      ledgerOf(place, { faker: undefined }, []),
      database,
    );
  if (directory === undefined) {
    throw new Refusal(
      "table-missing",
      `ddl: only a project's code says what the table ${quoted(place.table)} is: leave out --url, and go to the project or name it with --project; SHOW CREATE TABLE shows a table that is on a server`,
    );
  }
  const name = namedTable(place.table, database);
  const { table: found } = await readProjectTables("ddl", directory, name, database);
  if ("refusal" in found.ddl) throw new Refusal("table-not-creatable", found.ddl.refusal);
  return printAll(found.ddl.sql, ledgerOf(place, found, []), database);
};

function projectOf(project: string | undefined): { directory: string; database: string } {
  const { directory, connection } = readProject(project, process.cwd(), process.env);
  return { directory, database: connection.database };
}

function printAll(table: string, ledger: LedgerNames, database: string): Promise<0 | 1> {
  const { runs, steps } = declareLedgerTables(ledger);
  const statements = [table, ...[runs, steps].map((state) => createTableSql(state, database))];
  return printAnswer(statements.map((statement) => `${statement};`).join("\n\n"));
}
