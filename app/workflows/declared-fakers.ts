import { getWorkflows } from "@514labs/moose-lib";
import { serverName } from "../table/create-table";
import { factsFromOlapTable } from "../model/facts-from-olap-table";
import type { DeclaredRows } from "../run/session/server-session";
import type { FakerSettings } from "./faker-settings";

/** By table as the server calls it. Moose loads a project again and again, and keeps this package. */
const declared = new Map<string, FakerSettings>();

export function declareFaker(settings: FakerSettings): void {
  declared.set(serverName(settings.table), settings);
}

/** Those of the project as it was loaded last. */
export function declaredFakers(): FakerSettings[] {
  const workflows = getWorkflows();
  return [...declared.values()].filter((settings) => workflows.has(settings.workflows.fill));
}

/** What `dataFaker` was called with for a table. */
export function settingsOf(table: string): FakerSettings | undefined {
  return declared.get(table);
}

/** What the project says of a table's rows. */
export function declaredOf(table: string): DeclaredRows | undefined {
  const settings = declared.get(table);
  return settings && { given: settings.given, schemas: factsFromOlapTable(settings.table).schemas ?? {} };
}
