import { once } from "node:events";
import { until } from "../support/until";
import { FakerProject } from "./faker-project";

jest.setTimeout(240_000);

describe("status", () => {
  let project: FakerProject;
  beforeAll(async () => {
    project = await FakerProject.create();
    await project.run("--rows", "20", "--seed", "a");
  });
  afterAll(() => project?.remove());

  const latest = async (...flags: string[]) =>
    JSON.parse((await project.run("status", "--json", ...flags)).out) as Record<string, unknown>;

  it("says why a run has failed", async () => {
    await project.command("ALTER TABLE images_analytical ADD CONSTRAINT small CHECK image_id < 30");
    const failed = await project.run("--rows", "40");
    expect(failed.code).toBe(1);
    const { status, last_error, next_try } = await latest();
    expect([status, next_try]).toEqual(["failed", null]);
    expect(failed.err).toContain(last_error);
    expect((await project.run("status")).out).toMatch(/: failed\n[^]*\n {2}last error +\S[^]*small/);
    await project.command("ALTER TABLE images_analytical DROP CONSTRAINT small");
    expect((await project.run("--rows", "40")).code).toBe(0);
    expect(await latest()).toMatchObject({ status: "complete", last_error: null });
  });

  it("says why a run waits and when it goes on; --watch ends with the run", async () => {
    await project.command("SYSTEM STOP MERGES images_analytical");
    await project.command(
      "ALTER TABLE images_analytical MODIFY SETTING parts_to_delay_insert = 1, parts_to_throw_insert = 1",
    );
    const { done } = project.start("--rows", "60");
    await until("it waits", async () => (await latest()).status === "waiting");
    expect(await latest()).toMatchObject({
      last_error: expect.stringMatching(/parts/i),
      attempt: expect.any(Number),
      next_try: expect.stringMatching(/Z$/),
    });
    const watched = project.start("status", "--watch");
    await once(watched.child.stdout!, "data");
    await project.command(
      "ALTER TABLE images_analytical RESET SETTING parts_to_delay_insert, parts_to_throw_insert",
    );
    await project.command("SYSTEM START MERGES images_analytical");
    expect((await done).code).toBe(0);
    const { code, out } = await watched.done;
    expect(code).toBe(0);
    expect(out).toMatch(/: waiting\n[^]*\n {2}last error [^]*Ctrl\+C ends the watch/);
    expect(out).toMatch(/: complete\n[^]*nothing more to watch\.\n$/);
  });

  it("speaks of every table that has runs, as verify does; --table picks one", async () => {
    await project.command("CREATE TABLE photos AS images_analytical");
    await project.command("INSERT INTO photos SELECT * FROM images_analytical");
    for (const table of ["data_faker_runs", "data_faker_steps"])
      await project.command(`INSERT INTO ${table} SELECT * REPLACE ('photos' AS target_table) FROM ${table}`);
    const { out } = await project.run("status");
    expect(out.match(/^\w+: complete$/gm)!.sort()).toEqual([
      "images_analytical: complete",
      "photos: complete",
    ]);
    for (const name of ["photos", "local.photos"])
      expect((await project.run("status", "--table", name)).out).toMatch(/^photos: complete\n/);
    expect(await latest("--table", "photos")).toMatchObject({ target_table: "photos", rows_inserted: 60 });
    await project.command("DELETE FROM photos WHERE image_id = 3");
    const verified = await project.run("verify");
    expect([verified.code, verified.out]).toEqual([
      1,
      expect.stringMatching(/^images_analytical:\nAll is well: [^\n]*\nphotos:\n[^]*missing/),
    ]);
    expect((await project.run("verify", "--repair", "--table", "photos")).code).toBe(0);
    expect((await project.run("verify")).code).toBe(0);
    for (const command of ["status", "verify", "stop"])
      expect(await project.run(command, "--table", "photo")).toMatchObject({
        code: 2,
        err: '--table: there is no run into "photo"; there are runs into images_analytical, photos\n',
      });
  });
});
