import { connect, type Socket } from "node:net";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { endProcess, startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { ask, head, sql } from "../../support/raw-http";
import { until } from "../../support/until";

const ENDLESS = "SELECT number FROM system.numbers";
/** No row ever comes of it. */
const SILENT = "SELECT sum(number) FROM system.numbers";

describe("the embedded server's answers without an end", () => {
  let embedded: TestEmbedded;
  let sockets: Socket[];
  beforeEach(async () => {
    sockets = [];
    embedded = await startTestEmbedded();
    await sql(embedded.connection, "CREATE TABLE t (id UInt64) ENGINE = MergeTree ORDER BY id");
  });
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    await embedded.stop();
  });

  /** A client that asks, and reads nothing but the first bytes, if it waits for any. */
  async function client(query: string, firstBytes: boolean): Promise<Socket> {
    const { port, host } = embedded.connection;
    const socket = connect(port, host, () =>
      socket.write(head(embedded.connection, query, ["Content-Length: 0"])),
    );
    sockets.push(socket);
    socket.on("error", () => undefined);
    if (firstBytes) await new Promise((done) => socket.once("data", done));
    socket.pause();
    return socket;
  }
  const running = (query: string): Promise<string> =>
    sql(embedded.connection, `SELECT count() FROM system.processes WHERE query LIKE '${query}%'`);

  it("stays out of the disk, and holds nobody up, while its reader reads nothing more", async () => {
    await client(ENDLESS, true);
    await sql(embedded.connection, "INSERT INTO t SELECT number FROM numbers(1000)");
    expect(await sql(embedded.connection, "SELECT count() FROM t")).toBe("1000");
    expect(await running(ENDLESS)).toBe("1");
    expect(readdirSync(join(embedded.folder, "spool"))).toEqual([]);
  });

  it.each([
    [ENDLESS, true],
    [SILENT, false],
    ["SELECT sleepEachRow(0.1) FROM system.numbers SETTINGS max_block_size = 1", false],
  ])("ends %s when its client has left", async (query, answers) => {
    const socket = await client(query, answers);
    const behind = sql(embedded.connection, "SELECT 1");
    socket.destroy();
    expect(await behind).toBe("1");
    await until("it is gone", async () => (await running(query)) === "0");
  });

  it("ends no other's statement with it", async () => {
    const other = ask(embedded.connection, { body: "SELECT number FROM numbers(8000000)" });
    const socket = await client(ENDLESS, true);
    socket.destroy();
    const answer = await other;
    expect(answer.body.toString("latin1").slice(-16)).toBe("7999998\n7999999\n");
  });

  it("carries an INSERT to its end when its client has left", async () => {
    const socket = await client(
      "INSERT INTO t SELECT number + sleepEachRow(0.01) FROM numbers(100) SETTINGS max_block_size = 10",
      false,
    );
    await new Promise((done) => setTimeout(done, 300));
    socket.destroy();
    expect(await sql(embedded.connection, "SELECT count() FROM t")).toBe("100");
  });

  it.each([
    ["an answer without end", ENDLESS, true],
    ["a SELECT that answers nothing", SILENT, false],
    [
      "an INSERT without end",
      "INSERT INTO FUNCTION null('id UInt64') SELECT number FROM system.numbers",
      false,
    ],
  ])("ends within seconds of SIGTERM under %s", async (_, query, answers) => {
    await client(query, answers);
    await new Promise((done) => setTimeout(done, 200));
    const begun = performance.now();
    await endProcess(embedded.pid);
    expect(performance.now() - begun).toBeLessThan(15_000);
  });
});
