import type { ClickHouseClient } from "@clickhouse/client";
import fc from "fast-check";
import { quoteIdentifier, quoteString } from "../../app/model/quoting";
import { openClient } from "../../app/server/client";
import { select } from "../../app/server/select";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";

let server: TestEmbedded;
let client: ClickHouseClient;
beforeAll(async () => {
  server = await startTestEmbedded();
  client = openClient(server.connection);
});
afterAll(async () => {
  await client.close();
  await server.stop();
});

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(..."\b\f\n\r\t\0\\'\"`\v"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
});

test("the server reads back each text and each name as it was", async () => {
  await fc.assert(
    fc.asyncProperty(
      text,
      text.filter((name) => name !== ""),
      async (value, name) => {
        const query = `SELECT ${quoteString(value)} AS ${quoteIdentifier(name)}`;
        expect(await select(client, query)).toEqual([{ [name]: value }]);
      },
    ),
  );
});
