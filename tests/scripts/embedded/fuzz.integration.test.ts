import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { sendBytes, sql } from "../../support/raw-http";
import { until } from "../../support/until";
import { malformedRequest } from "./malformed-request";

const REQUESTS = 5_000;
const AT_A_TIME = 50;

jest.setTimeout(120_000);

describe("5,000 malformed requests", () => {
  let server: TestEmbedded;
  beforeAll(async () => {
    server = await startTestEmbedded();
    await sql(server.connection, "CREATE TABLE t (id UInt32) ENGINE = MergeTree ORDER BY id");
    await sql(server.connection, "INSERT INTO t SELECT number FROM numbers(1000)");
  });
  afterAll(() => server?.stop());

  const proc = (file: string): string =>
    existsSync(`/proc/${server.pid}/${file}`) ? readFileSync(`/proc/${server.pid}/${file}`, "utf8") : "";
  const linkOf = (fd: string): string => {
    try {
      return readlinkSync(`/proc/${server.pid}/fd/${fd}`);
    } catch {
      return "";
    }
  };

  it("are each answered or dropped, and change nothing", async () => {
    const contents = () =>
      sql(
        server.connection,
        "SELECT count(), sum(id), (SELECT count() FROM system.tables WHERE database = 'local') FROM t",
      );
    const before = await contents();
    // Where there is no /proc, nothing is known of them.
    const megabytes = () => Number(/VmRSS:\s+(\d+)/.exec(proc("status"))?.[1] ?? 0) / 1024;
    const sockets = () =>
      existsSync(`/proc/${server.pid}/fd`)
        ? readdirSync(`/proc/${server.pid}/fd`).filter((fd) => linkOf(fd).startsWith("socket:")).length
        : 0;
    const start = { megabytes: megabytes(), sockets: sockets() };
    const requests = fc.sample(malformedRequest(server.connection), { numRuns: REQUESTS, seed: 42 });
    const answers = new Map<string, number>();
    for (let at = 0; at < REQUESTS; at += AT_A_TIME) {
      const batch = requests
        .slice(at, at + AT_A_TIME)
        .map((whole, i) => sendBytes(server.connection, whole, i % 3 === 0 ? "destroy" : "wait", 100));
      for (const answer of await Promise.all(batch)) {
        const status = answer.slice(0, "HTTP/1.1 200".length);
        answers.set(status, (answers.get(status) ?? 0) + 1);
        expect(answer).not.toContain(server.connection.password);
      }
    }
    expect(process.kill(server.pid, 0)).toBe(true);
    expect(await contents()).toBe(before);
    await until(
      "the connections and files are given back",
      async () => sockets() <= start.sockets && readdirSync(join(server.folder, "spool")).length === 0,
    );
    expect(megabytes()).toBeLessThan(start.megabytes + 400);
    // So that they are known to have come as far as to authentication, to the engine, and to the limits.
    expect([...answers.keys()]).toEqual(
      expect.arrayContaining(["400", "403", "404", "413", "431"].map((status) => `HTTP/1.1 ${status}`)),
    );
  });
});
