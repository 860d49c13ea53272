import { Readable } from "node:stream";
import type { ClickHouseClient } from "@clickhouse/client";
import { openClient } from "../../app/server/client";
import { execInsert } from "../../app/server/exec-insert";
import { select } from "../../app/server/select";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { run } from "../support/test-client";

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

describe("an insert of a ready-made body", () => {
  beforeEach(() => run(client, "CREATE OR REPLACE TABLE t (n UInt32) ENGINE = MergeTree ORDER BY n"));
  const rows = async () => (await select<{ rows: string }>(client, "SELECT count() AS rows FROM t"))[0]!.rows;
  const insert = (body: Readable) =>
    execInsert(client, { query: "INSERT INTO t FORMAT TabSeparated", values: body });

  test("ends when its rows are there", async () => {
    await insert(Readable.from([Buffer.from("1\n2\n"), Buffer.from("3\n")]));
    expect(await rows()).toBe("3");
  });

  test("leaves nothing where its body ends early", async () => {
    const reason = new Error("enough");
    async function* broken() {
      yield Buffer.from("1\n");
      throw reason;
    }
    await expect(insert(Readable.from(broken()))).rejects.toBe(reason);
    expect(await rows()).toBe("0");
  });

  test("throws what the server says of a row", async () => {
    await expect(insert(Readable.from([Buffer.from("x\n")]))).rejects.toMatchObject({ code: "27" });
    expect(await rows()).toBe("0");
  });
});
