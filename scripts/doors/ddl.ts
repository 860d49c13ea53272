import { Refusal } from "../../app/errors";
import { quoted } from "../../app/request/quoted";
import { isClusterName } from "../../app/server/cluster";
import { createTableSql } from "../../app/table/create-table";
import { ON_EVERY_SERVER, onCluster } from "../../app/table/on-cluster";
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
 * @throws Refusal `cluster-address` where a cluster has no name
 */
export const ddl: Commands["ddl"] = async ({ place }) => {
  if (place.cluster !== undefined && !isClusterName(place.cluster))
    throw new Refusal(
      "cluster-address",
      `ddl: tables are created on a cluster that its servers know by name, not by addresses: received --cluster ${quoted(place.cluster)}`,
    );
  const { directory, database } =
    place.url === undefined
      ? projectOf(place.project)
      : { directory: undefined, ...parseConnectionUrl(place.url) };
  if (place.table === undefined || place.table === IMAGES)
    return printAll(
      createTableSql(imagesAnalytical, database),
      ledgerOf(place, { faker: undefined }, []),
      database,
      place.cluster,
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
  return printAll(found.ddl.sql, ledgerOf(place, found, []), database, place.cluster);
};

function projectOf(project: string | undefined): { directory: string; database: string } {
  const { directory, connection } = readProject(project, process.cwd(), process.env);
  return { directory, database: connection.database };
}

function printAll(
  table: string,
  ledger: LedgerNames,
  database: string,
  cluster: string | undefined,
): Promise<0 | 1> {
  const { runs, steps } = declareLedgerTables(ledger);
  const states = [runs, steps].map((state) => createTableSql(state, database));
  const statements =
    cluster === undefined
      ? [table, ...states]
      : [onCluster(table, cluster), ...states.map((sql) => onCluster(sql, cluster, ON_EVERY_SERVER))];
  return printAnswer(statements.map((statement) => `${statement};`).join("\n\n"));
}
