import { claimFacts } from "../../../app/run/claim/claim-facts";
import { type Clock, systemClock } from "../../../app/run/claim/clock";
import { unreleased } from "../../../app/ledger/holder";
import type { Owner } from "../../../app/run/claim/owner";
import { Ownership } from "../../../app/run/claim/ownership";
import { takeClaim } from "../../../app/run/claim/take-claim";
import { awaitRelease, requestStop } from "../../../app/run/claim/stop-request";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { openTableWithLedger, type TableWithLedger } from "../../support/table-with-ledger";
import { serverNow } from "../../../app/server/server-facts";

const SETTINGS = { seed: "s", firstRow: 1, targetRows: 10, batchSize: 10, checkpointInterval: 1 };
const owner = (id: string, gone = false): Owner => ({
  id,
  host: "here",
  process: id,
  pid: 1,
  door: "terminal",
  isProvablyGone: () => gone,
});
/** Waits for nothing. */
const hasty: Clock = { ...systemClock, pause: () => new Promise((done) => setImmediate(done)) };

let server: TestEmbedded;
let table: TableWithLedger;
let ownership: Ownership;
const now = () => serverNow(table.client);
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server?.stop());
beforeEach(async () => {
  table = await openTableWithLedger(server.connection);
  const facts = claimFacts("fill", table.table, "r", SETTINGS);
  ({ ownership } = await takeClaim(table.ledger, owner("a"), systemClock, facts, now));
});
afterEach(async () => {
  ownership.abandon();
  await table?.close();
});
const holder = async () => unreleased(await table.ledger.runs())!;

describe("a request to stop", () => {
  it("reaches the owner with its next confirmation, and is over when it releases", async () => {
    const asked = await holder();
    await requestStop(table.ledger, asked.claim);
    const released = awaitRelease(table.ledger, asked, owner("b"), hasty, now);
    await new Promise<void>((done) => ownership.stopAsked.signal.addEventListener("abort", () => done()));
    await ownership.release("stopped");
    expect(await released).toBe(true);
  });

  it("is in vain where the owner's process is gone", async () => {
    expect(await awaitRelease(table.ledger, await holder(), owner("b", true), hasty, now)).toBe(false);
  });

  it("is in vain where the owner has been silent for long", async () => {
    ownership.abandon();
    const later = async () => (await now()) + 21_000;
    expect(await awaitRelease(table.ledger, await holder(), owner("b"), hasty, later)).toBe(false);
  });
});
