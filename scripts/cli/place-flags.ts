import type { Place } from "./invocation";

/** What names the same server and ledger again; `undefined`: nothing needs to. */
export function placeFlags({
  embedded,
  stateTables,
}: Pick<Place, "embedded" | "stateTables">): string | undefined {
  return (
    [embedded ? "--embedded" : "", stateTables === undefined ? "" : `--state-tables ${stateTables}`]
      .filter(Boolean)
      .join(" ") || undefined
  );
}
