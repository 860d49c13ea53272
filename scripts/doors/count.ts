import { EnvironmentFailure } from "../../app/errors";
import { readSpreadDefinition } from "../../app/table/spread-definition";
import { countRows } from "../../app/table/table-state";
import type { Commands } from "../cli/commands";
import { printAnswer } from "./print-answer";
import { IMAGES } from "./server";
import { withServer } from "./with-server";

/** Prints how many rows the table has. */
export const count: Commands["count"] = ({ place }) =>
  withServer(place, async (server) => {
    if ((await readSpreadDefinition(server, server.name)) === undefined) {
      throw new EnvironmentFailure(
        "table-missing",
        `There is no table ${server.name.database}.${server.name.table} yet: ${server.name.table === IMAGES ? "a run with --embedded, or Moose, creates it" : "create it, or correct --table"}`,
      );
    }
    return printAnswer(String(await countRows(server.client, server)));
  });
