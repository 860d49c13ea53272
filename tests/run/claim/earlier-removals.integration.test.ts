import type { ClickHouseClient } from "@clickhouse/client";
import { awaitEarlierRemovals } from "../../../app/run/claim/earlier-removals";
import { openClient } from "../../../app/server/client";
import { countRows, removalsUnderWay } from "../../../app/table/table-state";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { run } from "../../support/test-client";

let server: TestEmbedded;
let client: ClickHouseClient;
beforeAll(async () => {
  server = await startTestEmbedded();
  client = openClient(server.connection);
});
afterAll(async () => {
  await client?.close();
  await server?.stop();
});

const name = { database: "local", table: "t" };

/** A clock that makes a minute pass with each pause. */
function minutes(onPause: () => Promise<void>) {
  let now = 0;
  return {
    monotonic: () => now,
    wall: () => now,
    pause: async () => {
      await onPause();
      now += 61_000;
    },
  };
}

describe("a removal that goes on without its sender", () => {
  beforeEach(() =>
    run(
      client,
      "DROP TABLE IF EXISTS t SYNC",
      "CREATE TABLE t (image_id UInt32) ENGINE = MergeTree ORDER BY image_id",
      "INSERT INTO t SELECT number FROM numbers(100)",
      "SYSTEM STOP MERGES t",
    ),
  );
  afterEach(() => run(client, "SYSTEM START MERGES t"));

  it.each([
    "DELETE FROM t WHERE image_id < 10 SETTINGS lightweight_deletes_sync = 0",
    "ALTER TABLE t DELETE WHERE image_id < 10 SETTINGS mutations_sync = 0",
  ])("is waited for, and after a minute reported: %s", async (statement) => {
    await run(client, statement);
    await expect(
      awaitEarlierRemovals(
        client,
        name,
        minutes(async () => {}),
      ),
    ).rejects.toMatchObject({ code: "removals-under-way", exitCode: 1 });
    const goesOn = async () => {
      await run(client, "SYSTEM START MERGES t");
      while ((await removalsUnderWay(client, name)) !== 0);
    };
    await awaitEarlierRemovals(client, name, minutes(goesOn));
    expect(await countRows(client, { name })).toBe(90);
  });

  it("is not waited for where there is none, whatever else is altered", async () => {
    await run(client, "ALTER TABLE t ADD COLUMN v UInt8");
    await awaitEarlierRemovals(
      client,
      name,
      minutes(() => Promise.reject(new Error("waited"))),
    );
  });
});
