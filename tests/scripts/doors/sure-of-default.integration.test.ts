import { intentOf } from "../../../app/run/intent";
import { parseRequest } from "../../../app/request/parse-request";
import { runFaker } from "../../../app/run/run-faker";
import { imagesDomain } from "../../../app/domains/images/images-domain";
import { targetTable } from "../../../app/table/target-table";
import { thisHost } from "../../../app/run/session/host";
import { sureOfDefault } from "../../../scripts/doors/sure-of-default";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { FakeOutput } from "../../support/fake-output";
import { pausedClock } from "../../support/paused-clock";
import { openTableWithLedger, type TableWithLedger } from "../../support/table-with-ledger";

let server: TestEmbedded;
let table: TableWithLedger;
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server?.stop());
beforeEach(async () => {
  table = await openTableWithLedger(server.connection);
});
afterEach(() => table?.close());

interface Asked {
  readonly flags?: Readonly<Record<string, string | boolean>>;
  readonly yes?: boolean;
  readonly terminal?: boolean;
}

/** The answer, the seconds of the countdown, and what was printed. */
async function ask({ flags = {}, yes = false, terminal = false }: Asked) {
  const output = new FakeOutput(terminal);
  const clock = pausedClock();
  const signal = new AbortController().signal;
  const sure = await sureOfDefault(parseRequest(flags), yes, table, output, clock, signal);
  return { sure, seconds: clock.pauses.length, text: output.text };
}

const AT_ONCE = { sure: true, seconds: 0, text: "" };

test("without a terminal a new run of the default size needs --yes or a size", async () => {
  const requests: Asked["flags"][] = [{}, { reset: true }, { seed: "x" }];
  for (const flags of requests)
    await expect(ask({ flags })).rejects.toMatchObject({
      code: "size-missing",
      exitCode: 2,
      message: expect.stringMatching(
        /^No size was given: this begins a run of 200,000,000 rows \(about [\d.]+ GB uncompressed, [\d.]+ GB on disk\) into t_\w+; give --rows, or --yes if that is what you mean$/,
      ),
    });
  expect(await ask({ yes: true })).toEqual(AT_ONCE);
  expect(await ask({ flags: { rows: "5" } })).toEqual(AT_ONCE);
  expect(await ask({ flags: { targetSize: "5GB" } })).toEqual(AT_ONCE);
});

test("on a terminal it is counted down, whether it is agreed to or not, until it has rows", async () => {
  const counted = {
    sure: true,
    seconds: 5,
    text: expect.stringMatching(/^No size was given: .+ into t_\w+\.\n/),
  };
  expect(await ask({ terminal: true })).toEqual(counted);
  expect(await ask({ terminal: true, yes: true })).toEqual(counted);
  const stop = AbortSignal.abort("Ctrl+C");
  await runFaker(
    { ...table, ...thisHost("terminal"), stop, emit() {} },
    intentOf(parseRequest({ threads: "1" })),
  );
  expect(await table.ledger.newestRuns()).not.toEqual([]);
  expect(await ask({ terminal: true })).toEqual(counted);
  await expect(ask({})).rejects.toMatchObject({ code: "size-missing" });
});

test("a run that has rows, or was begun with a size, goes on without asking", async () => {
  const stop = AbortSignal.abort("Ctrl+C");
  const request = parseRequest({ rows: "20000", threads: "1" });
  await runFaker({ ...table, ...thisHost("terminal"), stop, emit() {} }, intentOf(request));
  for (const terminal of [true, false]) expect(await ask({ terminal })).toEqual(AT_ONCE);
  await table.fill(10_000, { startImageId: "50001" });
  for (const terminal of [true, false]) expect(await ask({ terminal })).toEqual(AT_ONCE);
});

test("the size of a table without the key can be told, so that the run itself refuses it", async () => {
  const other = await openTableWithLedger(server.connection, "id UInt32", "ORDER BY id");
  const keyless = { ...other, table: targetTable(other.table.definition, imagesDomain) };
  try {
    const output = new FakeOutput(true);
    const signal = new AbortController().signal;
    expect(await sureOfDefault(parseRequest({}), false, keyless, output, pausedClock(), signal)).toBe(true);
  } finally {
    await other.close();
  }
});
