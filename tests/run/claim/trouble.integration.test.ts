import { runStatuses } from "../../../app/ledger/run-statuses";
import { claimFacts } from "../../../app/run/claim/claim-facts";
import { systemClock } from "../../../app/run/claim/clock";
import { takeClaim } from "../../../app/run/claim/take-claim";
import { thisOwner } from "../../../app/run/claim/this-owner";
import { serverNow } from "../../../app/server/server-facts";
import { withEmbedded } from "../../support/embedded";
import { openTableWithLedger } from "../../support/table-with-ledger";
import { until } from "../../support/until";

const SETTINGS = { seed: "s", firstRow: 1, targetRows: 10, batchSize: 10, checkpointInterval: 1 };

it("an owner's trouble stands in the ledger while it lasts, and when the owner has failed", () =>
  withEmbedded(async ({ connection }) => {
    const { table, ledger, client, close } = await openTableWithLedger(connection);
    const now = () => serverNow(client);
    const facts = claimFacts("fill", table, "r", SETTINGS);
    const { ownership } = await takeClaim(ledger, thisOwner("terminal"), systemClock, facts, now);
    const status = async () => runStatuses(await ledger.newestRuns(), [], await now())[0];
    expect(await status()).toMatchObject({ status: "running", last_error: null });

    ownership.hear({ kind: "retry", attempt: 2, delaySeconds: 30, reason: "too many parts" });
    await until("it waits", async () => (await status())?.status === "waiting");
    const waiting = await status();
    expect(waiting).toMatchObject({ last_error: "too many parts", attempt: 2 });
    const seconds = (Date.parse(waiting!.next_try!) - (await now())) / 1000;
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(31);

    const progress = { rowsInserted: 1, targetRows: 10, batchesCompleted: 1 };
    ownership.hear({ kind: "progress", progress });
    await until("it goes on", async () => (await status())?.status === "running");

    await ownership.fail({ error: "no space" });
    expect(await status()).toMatchObject({ status: "failed", last_error: "no space", next_try: null });
    await close();
  }));
