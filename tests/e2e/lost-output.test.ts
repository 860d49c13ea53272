import { closeSync, openSync } from "node:fs";
import { FakerProject } from "./faker-project";

const ROWS = 60_000;
const FULL = "Standard output cannot be written: ENOSPC: no space left on device, write\n";

describe("what a command says can be lost, what it does cannot", () => {
  let project: FakerProject;
  let full: number;
  beforeAll(async () => {
    project = await FakerProject.create();
    full = openSync("/dev/full", "w");
  });
  afterAll(async () => {
    closeSync(full);
    await project.remove();
  });

  it("goes on filling when the reader of its output leaves, and ends complete", async () => {
    const { child, done } = project.start("--rows", String(ROWS), "--batch-size", "2000");
    child.stdout!.once("data", () => child.stdout!.destroy());
    expect(await done).toMatchObject({ code: 0, err: "" });
    expect(await project.contents()).toMatchObject({ rows: ROWS, ids: ROWS });
  });

  it("goes on filling where standard output is a full disk, and says so once", async () => {
    const { done } = project.startTo([full, "pipe"], "--rows", String(2 * ROWS));
    expect(await done).toMatchObject({ code: 0, err: FULL });
    expect(await project.contents()).toMatchObject({ rows: 2 * ROWS, ids: 2 * ROWS });
  });

  it("goes on filling where standard error cannot be written either", async () => {
    expect(await project.startTo([full, full], "--rows", String(3 * ROWS)).done).toMatchObject({ code: 0 });
    expect(await project.contents()).toMatchObject({ rows: 3 * ROWS });
    expect(await project.startTo(["pipe", full], "--rows", "x").done).toMatchObject({ code: 2 });
  });

  it.each([["--count"], ["status"], ["status --watch"]])(
    "ends %s with code 1 and one line where the disk is full",
    async (flags) => {
      const { done } = project.startTo([full, "pipe"], ...flags.split(" "));
      expect(await done).toMatchObject({ code: 1, err: FULL });
    },
  );

  it("ends status --watch quietly when its reader leaves", async () => {
    const { child, done } = project.start("status", "--watch");
    child.stdout!.once("data", () => child.stdout!.destroy());
    expect(await done).toMatchObject({ code: 0, err: "" });
  });
});
