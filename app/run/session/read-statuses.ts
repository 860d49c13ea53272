import type { ClickHouseClient } from "@clickhouse/client";
import type { Ledger } from "../../ledger/ledger";
import type { RunStatus } from "../../ledger/run-status";
import { runStatuses } from "../../ledger/run-statuses";
import { serverNow } from "../../server/server-facts";
import type { Owner } from "../claim/owner";

/** How the runs of a ledger's table stand, the earliest first. @param owner whoever asks */
export async function readStatuses(
  client: ClickHouseClient,
  ledger: Ledger,
  owner: Pick<Owner, "isProvablyGone">,
): Promise<RunStatus[]> {
  const rows = await ledger.newestRuns();
  const now = await serverNow(client);
  return runStatuses(rows, await ledger.spans(), now, (claim) => owner.isProvablyGone(claim));
}
