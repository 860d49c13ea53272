import { endProcess, startTestEmbedded } from "../../support/embedded";
import { ask, sql } from "../../support/raw-http";

const ROUNDS = 6;
const BATCH = 2_000;

describe("a server that is killed in the middle of inserts", () => {
  it("loses no insert that it acknowledged, and keeps none in part", async () => {
    const embedded = await startTestEmbedded();
    await sql(embedded.connection, "CREATE TABLE t (id UInt32, s String) ENGINE = MergeTree ORDER BY id");
    const acknowledged = new Set<number>();
    let batch = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const until = setTimeout(() => process.kill(embedded.pid, "SIGKILL"), 40 + round * 67);
      try {
        for (;;) {
          batch += 1;
          const body = Array.from(
            { length: BATCH },
            (_, i) => `{"id":${batch * BATCH + i},"s":"${"x".repeat(400)}"}\n`,
          ).join("");
          const answer = await ask(embedded.connection, {
            params: { query: "INSERT INTO t FORMAT JSONEachRow" },
            body,
          });
          if (answer.status === 200) acknowledged.add(batch);
        }
      } catch {
        clearTimeout(until);
      }
      await endProcess(embedded.pid, "SIGKILL");
      await embedded.restart();
      const found = (await sql(embedded.connection, `SELECT intDiv(id, ${BATCH}), count() FROM t GROUP BY 1`))
        .split("\n")
        .filter((line) => line !== "");
      const counts = new Map(found.map((line) => line.split("\t").map(Number) as [number, number]));
      for (const each of acknowledged) expect([each, counts.get(each)]).toEqual([each, BATCH]);
      for (const count of counts.values()) expect(count).toBe(BATCH);
    }
    expect(acknowledged.size).toBeGreaterThan(0);
    await embedded.stop();
  });
});
