import type { OlapTable } from "@514labs/moose-lib";

/** Members of an OlapTable, not among its types, by which prepared bytes are sent and errors keep their code. */
const MEMBERS = ["getMemoizedClient", "handleInsertionError"] as const;

/** The members that this version of Moose lacks. */
export function missingMembers(table: OlapTable<any>): readonly string[] {
  const members = table as unknown as Readonly<Record<string, unknown>>;
  return MEMBERS.filter((name) => typeof members[name] !== "function");
}
