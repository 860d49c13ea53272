import { randomUUID } from "node:crypto";
import type { Ownership } from "../../../app/run/claim/ownership";
import { systemClock } from "../../../app/run/claim/clock";
import type { RunEvent } from "../../../app/run/run-event";
import { BatchMaker } from "../../../app/run/write/batch-maker";
import { BatchSender } from "../../../app/run/write/batch-sender";
import { InsertLimit } from "../../../app/run/write/insert-limit";
import { rowPlaces } from "../../../app/run/write/row-places";
import { Retries } from "../../../app/run/write/retries";
import { BatchThreads } from "../../../app/run/write/threads/batch-threads";
import { select } from "../../../app/server/select";
import { quoteTable } from "../../../app/server/table-name";
import { InsertError } from "../../../app/writer/insert-error";
import type { OpenWriter } from "../../../app/writer/writer";
import { WRITERS } from "../../../app/writer/writers";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { openTableWithLedger, SEED, type TableWithLedger } from "../../support/table-with-ledger";

const RANGE = { first: 11, rows: 500 };

let server: TestEmbedded;
let table: TableWithLedger;
let threads: BatchThreads;
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server?.stop());
beforeEach(async () => {
  table = await openTableWithLedger(server.connection);
  threads = new BatchThreads(
    { seed: SEED, model: table.table.model, domain: table.table.domain.source, writer: "native" },
    1,
    100,
  );
});
afterEach(async () => {
  await threads?.close();
  await table?.close();
});

/**
 * Sends the range, in blocks of 150 rows, through a writer whose first insert is another one.
 * @returns the checksum, and the reasons for which it was tried again
 */
async function send(first: (writer: OpenWriter) => OpenWriter["send"], insertRows = Infinity) {
  const { client, connection, table: target } = table;
  const real = await WRITERS.native.open(connection, target.name, target.model);
  const reasons: string[] = [];
  let sends = 0;
  const writer: OpenWriter = {
    send: (...args) => (sends++ === 0 ? first(real)(...args) : real.send(...args)),
    close: () => real.close(),
  };
  const examined = await table.examined();
  const sender = new BatchSender({
    client,
    table: target,
    clock: systemClock,
    threads,
    maker: new BatchMaker(threads, 150, 2),
    places: rowPlaces({ client, table: target }, threads),
    writerOf: () => Promise.resolve(writer),
    insertRows: Promise.resolve(insertRows),
    limit: new InsertLimit(1),
    retries: new Retries({
      clock: { pause: async () => {} },
      random: () => 0,
      emit: (event: RunEvent) => void (event.kind === "retry" && reasons.push(event.reason)),
      stop: new AbortController().signal,
      lost: new AbortController().signal,
    }),
    ownership: { commit: async () => {}, lost: new AbortController() } as unknown as Ownership,
    onCut: () => {},
    columns: examined.columns,
  });
  try {
    const checksum = await sender.send([RANGE], randomUUID());
    return { checksum, due: await examined.expected.of([RANGE], examined.columns), reasons, sends };
  } finally {
    await writer.close();
  }
}

async function expectOnce(): Promise<void> {
  const found = await select(
    table.client,
    `SELECT count() AS n, uniqExact(image_id) AS ids, toString(min(image_id)) AS low, toString(max(image_id)) AS high
      FROM ${quoteTable(table.table.name)}`,
  );
  expect(found).toEqual([{ n: "500", ids: "500", low: "11", high: "510" }]);
}

const unsure = new InsertError("the answer was lost", "unknown");

describe("a batch is in the table once", () => {
  it("where the first insert is answered", async () => {
    const { checksum, due, reasons, sends } = await send(
      (writer) =>
        (...args) =>
          writer.send(...args),
    );
    expect([checksum, reasons, sends]).toEqual([due, [], 1]);
    await expectOnce();
  });

  it("where an insert may have one block only", async () => {
    const { checksum, due, sends } = await send(
      (writer) =>
        (...args) =>
          writer.send(...args),
      150,
    );
    expect([checksum, sends]).toEqual([due, Math.ceil(RANGE.rows / 150)]);
    await expectOnce();
  });

  it("where it landed and its answer was lost", async () => {
    const { checksum, due, reasons, sends } = await send((writer) => async (...args) => {
      await writer.send(...args);
      throw unsure;
    });
    expect([checksum, reasons, sends]).toEqual([due, ["the answer was lost"], 1]);
    await expectOnce();
  });

  it("where it did not land", async () => {
    const { checksum, due, sends } = await send(() => () => Promise.reject(unsure));
    expect([checksum, sends]).toEqual([due, 2]);
    await expectOnce();
  });

  it.each([0, 100])("where only parts of it stayed, in a table that keeps %d tokens", async (window) => {
    await table.sql(`ALTER TABLE t MODIFY SETTING non_replicated_deduplication_window = ${window}`);
    const { checksum, due, sends } = await send((writer) => async (...args) => {
      await writer.send(...args);
      await table.sql("DELETE FROM t WHERE image_id IN (11, 12, 300) OR image_id > 400");
      throw unsure;
    });
    expect([checksum, sends]).toEqual([due, 1 + 1]);
    await expectOnce();
  });

  it("or not at all, where no later try can succeed", async () => {
    await expect(send(() => () => Promise.reject(new InsertError("no", "fatal")))).rejects.toThrow("no");
    expect(await select(table.client, `SELECT * FROM ${quoteTable(table.table.name)}`)).toEqual([]);
  });
});
