import type { ClickHouseClient } from "@clickhouse/client";
import { permitted } from "./permitted";
import { select } from "./select";

/**
 * System tables that a run can do without, and what it then cannot do. A server with
 * `select_from_system_db_requires_grant`, ClickHouse's own configuration, closes them all to a user without
 * grants on them; `databases`, `tables` and `columns` are open to everyone.
 */
const OPTIONAL: Readonly<Record<string, string>> = {
  "system.parts": "what the table takes on disk is not shown",
  "system.disks": "free space is not checked",
  "system.storage_policies": "free space is not checked",
  "system.processes": "after a failure it waits ten seconds for inserts that may still arrive",
  "system.mutations": "after a take-over it does not wait for a removal that is still under way",
};

/** One line on the system tables that this user may not read; `undefined` where there is none. */
export async function closedTables(client: ClickHouseClient): Promise<string | undefined> {
  const names = Object.keys(OPTIONAL);
  const queries = names.map((name) => `SELECT 1 FROM ${name} LIMIT 0`);
  const ask = (query: string) => permitted(() => select(client, query));
  if ((await ask(queries.join(" UNION ALL "))) !== undefined) return undefined;
  const answers = await Promise.all(queries.map(ask));
  const closed = names.filter((_, i) => answers[i] === undefined);
  if (closed.length === 0) return undefined;
  const effects = [...new Set(closed.map((name) => OPTIONAL[name]!))];
  return `this user may not read ${closed.join(", ")}: ${effects.join("; ")}`;
}
