import { createTableSql } from "../../app/table/create-table";
import { imagesAnalytical } from "../../datamodels/images-analytical";
import { ledgerNames } from "../../datamodels/ledger-names";
import { declareLedgerTables } from "../../datamodels/ledger-tables";
import type { Commands } from "../cli/commands";
import { parseConnectionUrl } from "../project/connection-url";
import { readProject } from "../project/project";
import { chooseLedger } from "./choose-ledger";
import { printAnswer } from "./print-answer";

/** Prints the statements that create the table and the state tables. Needs no server. */
export const ddl: Commands["ddl"] = ({ place }) => {
  const { database } =
    place.url === undefined
      ? readProject(place.project, process.cwd(), process.env).connection
      : parseConnectionUrl(place.url);
  const { runs, steps } = declareLedgerTables(ledgerNames(chooseLedger([], place.stateTables)));
  const statements = [imagesAnalytical, runs, steps].map((table) => `${createTableSql(table, database)};`);
  return printAnswer(statements.join("\n\n"));
};
