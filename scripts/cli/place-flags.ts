import { withoutPassword } from "../project/connection-url";
import type { Place } from "./invocation";

/** The flags that name the same server and ledger again; `undefined` where none are needed. */
export function placeFlags({
  embedded,
  url,
  table,
  stateTables,
}: Pick<Place, "embedded" | "url" | "table" | "stateTables">): string | undefined {
  return (
    [
      embedded ? "--embedded" : "",
      url === undefined ? "" : `--url ${withoutPassword(url)}`,
      table === undefined ? "" : `--table ${table}`,
      stateTables === undefined ? "" : `--state-tables ${stateTables}`,
    ]
      .filter(Boolean)
      .join(" ") || undefined
  );
}
