import type { ClickHouseClient } from "@clickhouse/client";
import { Refusal } from "../errors";
import { type Ledger, rangeOf } from "../ledger/ledger";
import { runRecords } from "../ledger/summarize";
import { decide, refuseMovedStreams } from "../plan/decide";
import type { Request } from "../request/request";
import { streamVersions } from "../rows/stream-versions";
import type { Connection } from "../server/connection";
import { serverFailure } from "../server/server-failure";
import { survey } from "../table/survey";
import type { TargetTable } from "../table/target-table";
import { carryOut } from "./carry-out";
import type { Clock, Owner } from "./claim/owner";
import { unreleased } from "./claim/ownership";
import { repairRuns } from "./repair-runs";
import { refuseTable, refuseTaken } from "./check/refusals";
import { resetTable } from "./reset-table";
import type { RunEvent } from "./run-event";
import { summarize } from "./summarize-run";

export interface RunOptions {
  readonly client: ClickHouseClient;
  readonly ledger: Ledger;
  readonly table: TargetTable;
  /** The server that `client` is connected to; threads connect by themselves. */
  readonly connection: Connection;
  /** Of this machine. */
  readonly cores: number;
  readonly request: Request;
  /**
   * Whether to write only what recorded steps of any run lack, whatever the request asks for; default false.
   */
  readonly onlyRepair?: boolean;
  readonly owner: Owner;
  readonly clock: Clock;
  /** From 0 (included) to 1 (not included). */
  readonly random: () => number;
  readonly randomSeed: string;
  /** Where it aborts, the batch under way is finished and recorded. */
  readonly stop: AbortSignal;
  readonly emit: (event: RunEvent) => void;
}

/**
 * Carries out one request against one table, from the ledger's reading to the summary.
 * @throws Refusal, EnvironmentFailure
 */
export async function runFaker(options: RunOptions): Promise<void> {
  try {
    await answer(options);
  } catch (error) {
    throw serverFailure(error);
  }
}

async function answer(options: RunOptions): Promise<void> {
  const { ledger, request, table } = options;
  refuseTable(table);
  if (options.onlyRepair) return repairRuns(options);
  if (request.reset) await resetTable(options);
  const rows = await ledger.runs();
  const decision = decide(request, runRecords(rows, await ledger.steps()), options.randomSeed);
  if (decision.kind !== "new") refuseMovedStreams(decision.run, streamVersions(table.model));
  const last = decision.settings.firstRow + decision.settings.targetRows - 1;
  if (last > table.largestImageId!) {
    throw new Refusal(
      "ids-too-large",
      `The run would reach image id ${last}, but the column image_id (${table.imageId!.clickhouseType}) holds at most ${table.largestImageId}: ask for fewer --rows`,
      { last },
    );
  }
  if (decision.kind === "met" && unreleased(rows) === undefined) {
    const steps = await ledger.steps(decision.run.runId);
    const damaged = await survey(options.client, table.name, steps.map(rangeOf));
    if (damaged.length === 0) {
      options.emit({
        kind: "finished",
        summary: await summarize(options, decision, "nothing-to-do", decision.message, {
          rows: 0,
          batches: 0,
          seconds: 0,
        }),
      });
      return;
    }
  }
  if (decision.kind !== "met") await refuseTaken(options, decision);
  await carryOut(options, decision);
}
