import { EnvironmentFailure } from "../../app/errors";
import { countRows } from "../../app/table/table-state";
import { readTargetTable } from "../../app/table/target-table";
import type { Commands } from "../cli/commands";
import { printLine } from "./print-line";
import { withServer } from "./with-server";

/** Prints how many rows the table has. */
export const count: Commands["count"] = ({ place }) =>
  withServer(place, async (server) => {
    if ((await readTargetTable(server.client, server.name)) === undefined) {
      throw new EnvironmentFailure(
        "table-missing",
        `There is no table ${server.name.database}.${server.name.table} yet: a run with --embedded, or Moose, creates it`,
      );
    }
    printLine(String(await countRows(server.client, server.name)));
    return 0;
  });
