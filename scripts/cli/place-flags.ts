import type { Place } from "./invocation";

/** The flags that name the same server and ledger again; `undefined` where none are needed. */
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
