import type { ClickHouseClient } from "@clickhouse/client";
import { openClient } from "../../app/server/client";
import { flushAsyncInserts, serverNow } from "../../app/server/server-facts";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";

let embedded: TestEmbedded;
let client: ClickHouseClient;
beforeAll(async () => {
  embedded = await startTestEmbedded();
  client = openClient(embedded.connection);
});
afterAll(async () => {
  await client?.close();
  await embedded?.stop();
});

test("the server's clock is in milliseconds since 1970", async () => {
  const before = Date.now();
  const now = await serverNow(client);
  expect(now).toBeGreaterThanOrEqual(before - 5);
  expect(now).toBeLessThanOrEqual(Date.now() + 5);
});

test("flushing asynchronous inserts is no failure where the server keeps none, and is one where there is no server", async () => {
  await expect(flushAsyncInserts(client)).resolves.toBeUndefined();
  const gone = openClient({ ...embedded.connection, port: 1 });
  await expect(flushAsyncInserts(gone)).rejects.toThrow("ECONNREFUSED");
  await gone.close();
});
