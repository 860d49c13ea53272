import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { FakerProject, runPlain } from "./faker-project";

jest.setTimeout(240_000);

const TARGET = 60_000;
let project: FakerProject;
let undisturbed: { rows: number; ids: number; hash: string };

beforeAll(async () => {
  project = await FakerProject.create();
});
afterAll(() => project.remove());

describe("the main job", () => {
  it("fills the table, goes on to a larger target, and knows when it has enough", async () => {
    const first = await project.run("--rows", "20000", "--seed", "42");
    expect([first.code, first.err]).toEqual([0, ""]);
    expect(first.out).toMatch(/rows inserted +20,000 of 20,000/);
    const grown = await project.run("--rows", String(TARGET));
    expect(grown.out).toMatch(/Going on from 20,000 rows: writing 40,000/);
    expect((await project.run("--count")).out).toBe(`${TARGET}\n`);
    undisturbed = await project.contents();
    expect(undisturbed).toMatchObject({ rows: TARGET, ids: TARGET });
    const again = await project.run();
    expect([again.code, again.out]).toEqual([0, expect.stringMatching(/60,000 rows, as requested/)]);
  });

  it("tells from the ledger what it did", async () => {
    const status = JSON.parse((await project.run("status", "--json")).out);
    expect(status).toMatchObject({
      status: "complete",
      first_image_id: 1,
      last_image_id: TARGET,
      rows_inserted: TARGET,
      target_rows: TARGET,
      batches_completed: 6,
      batch_size: 10_000,
      seed: "42",
    });
    expect(Date.parse(status.last_checkpoint)).toBeGreaterThanOrEqual(Date.parse(status.start_time));
    expect(status.average_rate_rows_per_sec).toBeGreaterThan(0);
  });

  it("writes again what was truncated or deleted, row by row the same", async () => {
    await project.command("TRUNCATE TABLE images_analytical");
    expect((await project.run()).out).toMatch(/60,000 rows that are recorded as written are missing/);
    expect(await project.contents()).toEqual(undisturbed);
    await project.command(
      "DELETE FROM images_analytical WHERE image_id BETWEEN 14995 AND 25005 AND image_id % 3 = 0",
    );
    expect((await project.run()).code).toBe(0);
    expect(await project.contents()).toEqual(undisturbed);
  });

  it("removes its own rows where they stand twice", async () => {
    await project.command(
      "INSERT INTO images_analytical SELECT * FROM images_analytical WHERE image_id BETWEEN 10001 AND 20000",
    );
    expect((await project.run()).code).toBe(0);
    expect(await project.contents()).toEqual(undisturbed);
  });

  it("refuses another seed, ids that are taken, and too many rows for the type", async () => {
    for (const [flags, message] of [
      [["--seed", "43"], /has a different seed.*--reset.*--start-image-id/],
      [
        ["--start-image-id", "100"],
        /holds 59,901 rows with the numbers 100 to 60,000 .* --start-image-id 60001/,
      ],
      [["--start-image-id", "4294967295", "--rows", "10000"], /UInt32.* at most 4,294,967,295/],
    ] as const) {
      const refused = await project.run(
        ...(flags[0] === "--start-image-id" && flags.length === 2 ? [...flags, "--rows", "60000"] : flags),
      );
      expect([refused.code, refused.err, refused.err.trim().split("\n").length]).toEqual([
        2,
        expect.stringMatching(message),
        1,
      ]);
    }
    expect(await project.contents()).toEqual(undisturbed);
  });

  it("resets what it wrote, and no foreign row", async () => {
    await project.command(
      "INSERT INTO images_analytical SELECT * REPLACE (900001 AS image_id) FROM images_analytical LIMIT 1",
    );
    const reset = await project.run("--reset", "--rows", "10000", "--seed", "other");
    expect([reset.code, reset.err]).toEqual([0, ""]);
    expect(reset.out).toContain("note: removed 60,000 rows that earlier runs wrote\n");
    expect(await project.contents()).toMatchObject({ rows: 10_001, ids: 10_001 });
    await project.command("DELETE FROM images_analytical WHERE image_id = 900001");
    expect((await project.run("--reset", "--rows", "10000", "--seed", "42")).code).toBe(0);
  });

  it.each([700, 1_300, 1_900, 2_600])("ends exact after SIGKILL %i ms after the start", async (after) => {
    await project.run("--reset", "--rows", "10000", "--seed", "42");
    const { child, done } = project.start("--rows", String(TARGET));
    await pause(after);
    child.kill("SIGKILL");
    await done;
    const rerun = await project.run("--rows", String(TARGET));
    expect([rerun.code, rerun.err]).toEqual([0, ""]);
    expect(await project.contents()).toEqual(undisturbed);
  });

  it("goes on, heals and resets after the model has changed", async () => {
    await project.run("--reset", "--rows", "20000", "--seed", "42");
    await project.command("ALTER TABLE images_analytical ADD COLUMN extra UInt8, DROP COLUMN affect_score");
    await project.command("DELETE FROM images_analytical WHERE image_id BETWEEN 11000 AND 11004");
    const grown = await project.run("--rows", "30000");
    expect([grown.code, grown.err]).toEqual([0, ""]);
    expect(grown.out).toMatch(/columns .* have changed since the run began; new: extra; gone: affect_score/);
    const { rows, ids } = await project.contents();
    expect([rows, ids]).toEqual([30_000, 30_000]);
    const reset = await project.run("--reset", "--rows", "10000", "--seed", "42");
    expect([reset.code, reset.err]).toEqual([0, ""]);
    expect(await project.contents()).toMatchObject({ rows: 10_000, ids: 10_000 });
    await project.command(
      "ALTER TABLE images_analytical DROP COLUMN extra, ADD COLUMN affect_score Float32 AFTER affect_id",
    );
    await project.run("--reset", "--rows", "10000", "--seed", "42");
  });

  it("names rows of somebody else that come in while it runs, and touches none", async () => {
    await project.run("--reset", "--rows", "10000", "--seed", "42");
    const going = project.start("--rows", "400000");
    await written(going.child);
    await project.command("INSERT INTO images_analytical (image_id, author) VALUES (7, 'somebody')");
    expect(await going.done).toMatchObject({
      code: 2,
      err: expect.stringMatching(
        /^The table images_analytical holds rows with the numbers 1 to 10,000 that this run did not write.*\n$/,
      ),
    });
    expect((await project.run()).code).toBe(2);
    await project.command("DELETE FROM images_analytical WHERE image_id = 7 AND author = 'somebody'");
    expect((await project.run()).code).toBe(0);
    expect(await project.contents()).toMatchObject({ rows: 400_000, ids: 400_000 });
  });

  it("writes again what vanishes while it runs", async () => {
    await project.run("--reset", "--rows", "10000", "--seed", "42");
    const going = project.start("--rows", "300000");
    await written(going.child);
    await project.command("TRUNCATE TABLE images_analytical");
    expect(await going.done).toMatchObject({
      code: 0,
      err: "",
      out: expect.stringMatching(/rows that are recorded as written are missing/),
    });
    expect(await project.contents()).toMatchObject({ rows: 300_000, ids: 300_000 });
  });

  it("shrinks to a smaller target after a kill", async () => {
    await project.run("--reset", "--rows", "10000", "--seed", "42");
    const { child, done } = project.start("--rows", "400000", "--checkpoint-interval", "4");
    await written(child);
    child.kill("SIGKILL");
    await done;
    expect((await project.run("--rows", "25000")).code).toBe(0);
    const { rows, ids } = await project.contents();
    const { rows_inserted: recorded, status } = JSON.parse((await project.run("status", "--json")).out);
    expect([rows, ids, status]).toEqual([recorded, recorded, "complete"]);
    expect(recorded).toBe(25_000);
  });

  it("finishes the batch and records when asked to stop by signal or through the ledger", async () => {
    await project.run("--reset", "--rows", "10000", "--seed", "42");
    const interrupted = project.start("--rows", "4000000");
    await written(interrupted.child);
    interrupted.child.kill("SIGTERM");
    expect(await interrupted.done).toMatchObject({
      code: 143,
      err: "",
      out: expect.stringMatching(/Stopped at/),
    });
    const asked = project.start();
    await written(asked.child);
    const second = await project.run();
    expect([second.code, second.err]).toEqual([
      2,
      expect.stringMatching(
        /run into images_analytical is under way: process \d+ .+ ask it to stop: data-faker stop --embedded\n$/,
      ),
    ]);
    expect((await project.run("stop")).out).toMatch(/it has stopped/);
    expect((await asked.done).code).toBe(3);
    const { rows, ids } = await project.contents();
    const status = JSON.parse((await project.run("status", "--json")).out);
    expect([rows, ids, status.status]).toEqual([status.rows_inserted, status.rows_inserted, "stopped"]);
  });
});

describe("what can't be done ends with one line", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "data-faker-e2e-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("where there is no project, and where no server answers", async () => {
    expect(await runPlain(folder, ["--rows", "10"])).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringMatching(/^[^\n]*moose\.config\.toml[^\n]*\n$/),
    });
    await writeFile(path.join(folder, "moose.config.toml"), `[clickhouse_config]\nhost_port = 1\n`);
    expect(await runPlain(folder, ["--rows", "10"])).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringMatching(/^Cannot connect to ClickHouse at localhost:1 [^\n]*\n$/),
    });
  });

  it("but a preview needs no server and is the same each time", async () => {
    const flags = ["preview", "--format", "json", "--seed", "42"];
    const preview = await runPlain(folder, flags);
    expect(
      preview.out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).image_id),
    ).toEqual([1, 2, 3]);
    expect((await runPlain(folder, flags)).out).toBe(preview.out);
  });
});

/** Resolves when a run has written its first batch, as its output tells. */
function written(child: { stdout: NodeJS.ReadableStream | null }): Promise<void> {
  return new Promise((resolve) =>
    child.stdout!.on("data", (chunk: Buffer) => /rows\/s/.test(chunk.toString()) && resolve()),
  );
}
