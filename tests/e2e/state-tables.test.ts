import { FakerProject } from "./faker-project";

jest.setTimeout(120_000);

describe("state tables of other names", () => {
  let project: FakerProject;
  beforeAll(async () => (project = await FakerProject.create()));
  afterAll(() => project?.remove());

  it("are found on the server; a table of runs of something else is not taken for one", async () => {
    await project.command(
      "CREATE TABLE sport_runs (target_table String, epoch UInt32, kind String) ENGINE = MergeTree ORDER BY epoch",
    );
    expect(await project.run("--state-tables", "mine", "--rows", "100")).toMatchObject({
      code: 0,
      err: "",
      out: expect.stringContaining("--rows 200 --embedded --state-tables mine"),
    });
    expect(await project.run("--rows", "200")).toMatchObject({
      code: 0,
      err: "",
      out: expect.stringContaining("Going on from 100 rows"),
    });
    expect(JSON.parse((await project.run("status", "--json")).out)).toMatchObject({ rows_inserted: 200 });
    expect((await project.contents()).rows).toBe(200);
  });

  it("are refused for a run where there are several, until one pair is named; status and stop speak of all", async () => {
    for (const table of ["runs", "steps"])
      await project.command(`CREATE TABLE other_${table} AS mine_${table}`);
    for (const flags of [
      ["--rows", "300"],
      ["status", "--state-tables", "mien"],
    ]) {
      expect(await project.run(...flags)).toMatchObject({
        code: 2,
        out: "",
        err: expect.stringMatching(/^[^\n]* --state-tables mine or other\n$/),
      });
    }
    expect(JSON.parse((await project.run("status", "--json")).out)).toMatchObject({ rows_inserted: 200 });
    expect(await project.run("status", "--state-tables", "other")).toMatchObject({
      code: 0,
      out: "There is no run yet.\n",
    });
    expect(await project.run("stop")).toMatchObject({ code: 0, out: "No run is under way.\n" });
    expect((await project.run("--count")).out).toBe("200\n");
    expect((await project.run("--rows", "300", "--state-tables", "mine")).code).toBe(0);
    expect((await project.contents()).rows).toBe(300);
  });
});
