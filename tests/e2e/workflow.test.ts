import { appendFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { until } from "../support/until";
import { copyRepository } from "./copy-repository";
import { describeWithStack } from "./describe-with-stack";
import { MooseStack } from "./moose-stack";

/** This repository's project with a second table. */
async function withPhotos(folder: string): Promise<string> {
  const project = await copyRepository(folder);
  await appendFile(
    path.join(project, "moose/index.ts"),
    `
import { type Key, OlapTable, type UInt64 } from "@514labs/moose-lib";
interface Photo { image_id: Key<UInt64>; author: string }
export const photos = new OlapTable<Photo>("photos", { orderByFields: ["image_id"] });
export const photoFaker = dataFaker({ table: photos, refill: false });
`,
  );
  return project;
}

describeWithStack("the workflow fake-images", () => {
  let stack: MooseStack;
  beforeAll(async () => {
    stack = await MooseStack.start({ DATA_FAKER_REFILL: "off" }, withPhotos);
  });
  afterAll(() => stack?.stop());

  it.each([
    [{ rows: "many" }, 'rows: expected a whole number from 1 to 1,000,000,000,000, received "many"'],
    [{ rows: [5] }, "rows: expected number or string, received an array"],
    [{ row: 5 }, 'unknown option "row": expected one of rows,'],
    [{ seed: "2024-01-01" }, "received text that Moose takes for a date; put a letter before it"],
  ])("fails once on %j, and says why in Temporal's history and Moose's log", async (input, message) => {
    const state = await stack.end(await stack.run("fake-images", input));
    expect(state).toMatchObject({ status: "FAILED", attempts: 1 });
    const failure = JSON.parse(state.failure) as object;
    expect(failure).toMatchObject({ details: expect.stringContaining(message) });
    expect(Object.keys(failure)).toEqual(["error", "details"]);
    await until("Moose's terminal says so", async () => stack.mooseOutput().includes("images_analytical: "));
    await stack.logged((log) => log.replaceAll('\\"', '"').includes(message));
  });

  it("fills the table, and tells how it goes in Moose's log", async () => {
    const state = await stack.end(await stack.run("fake-images", { rows: 20_000, seed: "w" }));
    expect(state).toMatchObject({ status: "COMPLETED", attempts: 1 });
    expect(await stack.count()).toEqual({ rows: 20_000, ids: 20_000 });
    await stack.logged(/images_analytical: writing 20,000 rows, seed \\?"w\\?"/);
    await stack.logged(/images_analytical: complete, 20,000 of 20,000 rows/);
  });

  it("goes on where there is a run, and refuses another seed in the input's words", async () => {
    expect(await stack.end(await stack.run("fake-images"))).toMatchObject({ status: "COMPLETED" });
    expect(await stack.count()).toEqual({ rows: 20_000, ids: 20_000 });
    const other = await stack.end(await stack.run("fake-images", { seed: "v" }));
    expect(JSON.parse(other.failure).details).toMatch(/a different seed: .*startImageId/);
  });

  it("has its like for another table; status and stop speak of both tables, and of why a run waits", async () => {
    const status = async () =>
      JSON.parse((await stack.terminal("status", "--json").end).out) as Record<string, unknown>;
    const stopped = async () => {
      const { code, out } = await stack.terminal("stop").end;
      expect(code).toBe(0);
      return out;
    };
    const id = await stack.run("fake-photos", { rows: 100_000_000 });
    await until("photos run", async () => (await status()).status === "running");
    expect(await status()).toMatchObject({ target_table: "photos" });
    expect((await stack.terminal("status").end).out).toMatch(/^photos: running$/m);
    expect(await stopped()).toMatch(/^photos: asked process \d+ [^]*photos: it has stopped\.$/m);
    expect(await stack.end(id)).toMatchObject({ status: "COMPLETED", attempts: 1 });

    await stack.command("ALTER TABLE photos ADD CONSTRAINT small CHECK image_id < 30");
    const failing = await stack.run("fake-photos");
    await until("it waits", async () => (await status()).status === "waiting");
    const { last_error, attempt } = await status();
    expect(last_error).toMatch(/Constraint `small` for table local\.photos/);
    expect(stack.mooseOutput()).toContain(`photos: attempt ${attempt as number} failed, the next one in `);
    // It may be asked during an attempt, or between two.
    expect(await stopped()).toMatch(/^photos: it (had ended with an error|has stopped)/m);
    expect(await stack.end(failing)).toMatchObject({ status: "COMPLETED" });
    expect(["failed", "stopped"]).toContain((await status()).status);
  });

  it("stops when cancelled, and goes on from there", async () => {
    const id = await stack.run("fake-images", { rows: 10_000_000 });
    await stack.moreThan(40_000);
    const second = await stack.end(await stack.run("fake-images", { rows: 700_000 }));
    expect(JSON.parse(second.failure).details).toMatch(/is under way in another workflow/);
    await stack.cancel(id);
    expect(await stack.end(id)).toMatchObject({ status: "CANCELED" });
    const stopped = await stack.end(await stack.run("fake-images", { rows: 200_000 }));
    expect(stopped).toMatchObject({ status: "COMPLETED" });
    const { rows, ids } = await stack.count();
    expect(rows).toBe(ids);
    expect(rows).toBeLessThan(10_000_000);
    await stack.end(await stack.run("fake-images", { rows: rows + 30_000 }));
    expect(await stack.count()).toEqual({ rows: rows + 30_000, ids: rows + 30_000 });
  });

  it("goes on by itself after hot reload, and after its worker, Temporal or Moose were killed, and ends exact", async () => {
    const start = (await stack.count()).rows;
    const target = start + 900_000;
    const id = await stack.run("fake-images", { rows: target, batchSize: 5_000 });
    await stack.moreThan(start);
    const before = stack.workerPid();
    await appendFile(path.join(stack.project, "moose/index.ts"), "\nexport const edited = 1;\n");
    await stack.moreThan(start + 50_000);
    process.kill(stack.workerPid()!, "SIGKILL");
    await stack.kill("temporal", "SIGKILL");
    await stack.restartTemporal();
    await stack.kill("moose", "SIGKILL");
    await stack.startMoose();
    expect(await stack.end(id)).toMatchObject({ status: "COMPLETED" });
    expect(await stack.count()).toEqual({ rows: target, ids: target });
    expect(stack.workerPid()).not.toBe(before);
  });

  it("ends exact through twenty hot reloads in half a minute", async () => {
    const target = (await stack.count()).rows + 600_000;
    const id = await stack.run("fake-images", { rows: target, batchSize: 5_000 });
    for (let i = 0; i < 20; i++) {
      await appendFile(path.join(stack.project, "moose/index.ts"), `\nexport const stormed${i} = ${i};\n`);
      await pause(1_500);
    }
    expect(await stack.end(id)).toMatchObject({ status: "COMPLETED" });
    expect(await stack.count()).toEqual({ rows: target, ids: target });
  });

  it("writes once what a workflow and the terminal are asked for at the same instant", async () => {
    const target = (await stack.count()).rows + 100_000;
    const [id, terminal] = await Promise.all([
      stack.run("fake-images", { rows: target }),
      stack.terminal("--rows", `${target}`).end,
    ]);
    const workflow = await stack.end(id);
    expect(await stack.count()).toEqual({ rows: target, ids: target });
    // Who comes second is refused, or, where the other has ended by then, has nothing to do.
    const codes = [workflow.status === "COMPLETED" ? 0 : 2, terminal.code];
    expect([
      [0, 0],
      [0, 2],
      [2, 0],
    ]).toContainEqual(codes);
    if (codes.includes(2)) expect(workflow.failure + terminal.out).toContain("is under way");
  });
});
