import { once } from "node:events";
import { createStateTables } from "../../../app/ledger/create-state-tables";
import { unreleased } from "../../../app/ledger/holder";
import { Ledger } from "../../../app/ledger/ledger";
import { parseRequest } from "../../../app/request/parse-request";
import { emptyClaim } from "../../../app/run/claim/claim-facts";
import { claimTable } from "../../../app/run/claim/claim-table";
import { systemClock } from "../../../app/run/claim/clock";
import type { Owner } from "../../../app/run/claim/owner";
import { takeClaim } from "../../../app/run/claim/take-claim";
import { thisOwner } from "../../../app/run/claim/this-owner";
import { runFaker } from "../../../app/run/run-faker";
import { thisHost } from "../../../app/run/session/host";
import { select } from "../../../app/server/select";
import { serverNow } from "../../../app/server/server-facts";
import { ledgerNames } from "../../../datamodels/ledger-names";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { openTableWithLedger, type TableWithLedger } from "../../support/table-with-ledger";

const ROWS = 20_000;

let server: TestEmbedded;
let table: TableWithLedger;
/** Of the same table as `table.ledger`; their names come after it and before it. */
let second: Ledger;
let earlier: Ledger;

beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server?.stop());
beforeEach(async () => {
  table = await openTableWithLedger(server.connection);
  second = await another(`z_${table.table.name.table}`);
  earlier = await another(`a_${table.table.name.table}`);
});
afterEach(() => table?.close());

async function another(prefix: string): Promise<Ledger> {
  const { client, connection, ledger } = table;
  const { database } = connection;
  const { runs, steps } = ledgerNames(prefix);
  await createStateTables(client, database, { runs, steps });
  return new Ledger(client, { database, table: runs }, { database, table: steps }, ledger.target);
}

function claim(ledger: Ledger, owner: Owner) {
  return claimTable({ client: table.client, ledger, owner, clock: systemClock }, emptyClaim("r"));
}

/** Without a look at the other ledgers. */
function claimAlone(ledger: Ledger, owner: Owner) {
  return takeClaim(ledger, owner, systemClock, emptyClaim("r"), () => serverNow(table.client));
}

function fill(ledger: Ledger) {
  const request = parseRequest({ rows: `${ROWS}`, seed: "s", batchSize: "1000", threads: "1" });
  const stop = new AbortController().signal;
  return runFaker(
    { ...table, ...thisHost("terminal"), ledger, stop, emit: () => {} },
    { kind: "fill", request },
  );
}

const underWay = { status: "rejected", reason: { code: "run-under-way" } };

describe("two ledgers of one table", () => {
  it("fill it once, started at the same instant", async () => {
    const ends = await Promise.allSettled([fill(second), fill(table.ledger)]);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(ends.find(({ status }) => status === "rejected")).toMatchObject(underWay);
    expect(
      await select(
        table.client,
        `SELECT count() AS n, uniqExact(image_id) AS ids FROM ${table.table.name.table}`,
      ),
    ).toEqual([{ n: `${ROWS}`, ids: `${ROWS}` }]);
  });

  it("give it to one of those that claim at the same instant", async () => {
    for (let round = 0; round < 5; round++) {
      const ledgers = [second, table.ledger, earlier];
      const ends = await Promise.allSettled(
        ledgers.map((ledger, i) => claim(ledger, thisOwner("terminal", `${round}/${i}`))),
      );
      const won = ends.filter((end) => end.status === "fulfilled");
      // A number: the claims themselves would be printed over thousands of lines.
      expect(won.length).toBe(1);
      for (const end of ends) if (end.status === "rejected") expect(end).toMatchObject(underWay);
      await won[0]!.value.ownership.release("complete");
      for (const ledger of ledgers) expect(unreleased(await ledger.runs())).toBeUndefined();
    }
  });

  it("refuse each other while one runs, whichever it is", async () => {
    for (const [first, next] of [
      [earlier, second],
      [second, earlier],
    ] as const) {
      const { ownership } = await claim(first, thisOwner("terminal", "one"));
      await expect(claim(next, thisOwner("terminal", "two"))).rejects.toMatchObject(underWay.reason);
      await expect(ownership.commit()).resolves.toBeUndefined();
      await ownership.release("complete");
    }
  }, 60_000);

  it("take over from an owner that is gone, so that it cannot write any more", async () => {
    const { ownership: gone } = await claim(second, thisOwner("terminal", "gone"));
    const owner: Owner = {
      ...thisOwner("terminal", "next"),
      isProvablyGone: ({ owner }) => owner === "gone",
    };
    const { ownership, tookOver } = await claim(table.ledger, owner);
    expect(tookOver).toBe(true);
    expect(unreleased(await second.runs())).toBeUndefined();
    const { signal } = gone.lost;
    if (!signal.aborted) await once(signal, "abort");
    await expect(gone.commit()).rejects.toMatchObject({ code: "claim-lost" });
    await ownership.release("complete");
  });

  it("leave it to the next start to wait for a taken-over owner's inserts, where this one is refused", async () => {
    const isGone: Owner["isProvablyGone"] = ({ owner }) => owner === "gone" || owner === "refused";
    const as = (id: string): Owner => ({ ...thisOwner("terminal", id), isProvablyGone: isGone });
    await claim(second, as("gone"));
    const { ownership: alive } = await claimAlone(earlier, as("alive"));
    await expect(claim(second, as("refused"))).rejects.toMatchObject(underWay.reason);
    await alive.release("complete");
    const { ownership, tookOver } = await claim(second, as("next"));
    expect(tookOver).toBe(true);
    await ownership.release("complete");
  });
});
