import { select } from "../../app/server/select";
import { until } from "../support/until";
import { describeWithStack } from "./describe-with-stack";
import { MooseStack } from "./moose-stack";
import { SecondMoose } from "./second-moose";

const ENV = { DATA_FAKER_REFILL: "off" };
const BATCH = 500;
const ROWS = 1_000_000;
/** Makes each insert last 50 ms, so that a run lasts until all have come. */
const SLOW = "ALTER TABLE images_analytical ADD CONSTRAINT slow CHECK sleepEachRow(0.0001) = 0";

describeWithStack("fake-images with workers, in two processes of Moose", () => {
  let stack: MooseStack;
  let second: SecondMoose;
  beforeAll(async () => {
    stack = await MooseStack.start(ENV);
    second = await SecondMoose.start(stack, ENV);
  });
  afterAll(async () => {
    await second?.stop();
    await stack?.stop();
  });

  /** The processes that have had parts of runs, by claims after an epoch. */
  async function writers(after = 0): Promise<number[]> {
    const found = await select<{ pid: number }>(
      stack.client,
      "SELECT DISTINCT pid FROM data_faker_runs WHERE kind = 'lease' AND epoch > {after:UInt32}",
      { after },
    );
    return found.map(({ pid }) => pid);
  }
  async function lastEpoch(): Promise<number> {
    const [found] = await select<{ epoch: number }>(
      stack.client,
      "SELECT max(epoch) AS epoch FROM data_faker_runs",
    );
    return found!.epoch;
  }

  it("is written by both, and ends as a whole when it is cancelled", async () => {
    const id = await stack.run("fake-images", { rows: 10_000_000, batchSize: BATCH, seed: "w", workers: 3 });
    await until("both write", async () => {
      const pids = await writers();
      return [stack.workerPid()!, second.workerPid()!].every((pid) => pids.includes(pid));
    });
    await stack.cancel(id);
    expect(await stack.end(id)).toMatchObject({ status: "CANCELED" });
    for (const n of [2, 3])
      expect(await stack.end(`${id}/work/${n}`)).toMatchObject({ status: "COMPLETED", failure: "" });
    const { rows, ids } = await stack.count();
    expect(rows).toBe(ids);
    // Temporal lets the tasks go before their batches under way are recorded.
    await until("nobody writes", async () => {
      const { out } = await stack.terminal("status", "--json").end;
      const { status, workers } = JSON.parse(out) as { status: string; workers: unknown[] };
      return status === "stopped" && workers.length === 0;
    });
  });

  it("goes on beside a terminal where the process of the one that leads is killed, and ends exact", async () => {
    await stack.command(SLOW);
    const before = await lastEpoch();
    const input = { rows: ROWS, batchSize: BATCH, seed: "x", reset: true, workers: 3 };
    const id = await stack.run("fake-images", input);
    // Earlier, it would wait for it, but a minute at most.
    await until("it is led", async () => (await writers(before)).length > 0);
    const terminal = stack.terminal("work");
    await until("three write", async () => (await writers(before)).length >= 3);
    const led = await select<{ pid: number }>(
      stack.client,
      "SELECT pid FROM data_faker_runs WHERE kind = 'claim' AND epoch > {before:UInt32} ORDER BY epoch LIMIT 1",
      { before },
    );
    process.kill(led[0]!.pid, "SIGKILL");
    await stack.command("ALTER TABLE images_analytical DROP CONSTRAINT slow");
    expect(await stack.end(id)).toMatchObject({ status: "COMPLETED" });
    // Moose does not repeat a step of its own between two turns of a worker, if the process dies that has it.
    for (const n of [2, 3])
      expect(["COMPLETED", "FAILED"]).toContain((await stack.end(`${id}/work/${n}`)).status);
    expect((await terminal.end).code).toBe(0);
    expect(await stack.count()).toEqual({ rows: ROWS, ids: ROWS });
    expect((await stack.terminal("verify").end).code).toBe(0);
  });
});
