import type { VerifyReport } from "../../app/run/check/verify-report";
import { FakerProject } from "./faker-project";

jest.setTimeout(240_000);

const T = "images_analytical";
let project: FakerProject;
let intact: { rows: number; ids: number; hash: string };

beforeAll(async () => {
  project = await FakerProject.create();
  await project.run("--rows", "20000", "--seed", "42");
  await project.run("--rows", "30000");
  intact = await project.contents();
});
afterAll(() => project.remove());

/** The lines of the last table of findings, cell by cell. */
function findings(out: string): string[][] {
  const lines = out
    .slice(out.lastIndexOf("┌"))
    .split("\n")
    .filter((line) => line.startsWith("│"));
  return lines.slice(1).map((line) =>
    line
      .split("│")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const statements = (out: string) => [...out.matchAll(/^ +(DELETE FROM .*)$/gm)].map((match) => match[1]!);

/** A ReplacingMergeTree would merge doubles away. */
async function withDoubles(insert: string, work: () => Promise<void>): Promise<void> {
  await project.command(`SYSTEM STOP MERGES ${T}`);
  await project.command(insert);
  try {
    await work();
  } finally {
    await project.command(`SYSTEM START MERGES ${T}`);
  }
}

describe("verify", () => {
  it("says in one line that all is well", async () => {
    expect(await project.run("verify")).toMatchObject({
      code: 0,
      err: "",
      out: "All is well: all 30,000 rows in 3 steps are as they were written\n",
    });
    const asJson = await project.run("verify", "--json");
    expect([asJson.code, asJson.err]).toEqual([0, ""]);
    expect(JSON.parse(asJson.out)).toEqual({
      tables: [
        {
          database: "local",
          table: T,
          ok: true,
          runs: 1,
          steps: 3,
          rows: 30_000,
          in_doubt: 0,
          under_way: false,
          other_checksums: 0,
          not_compared: 0,
          summary: ["All is well: all 30,000 rows in 3 steps are as they were written"],
          findings: [],
          what_to_do: [],
        },
      ],
    });
    expect(await project.run("verify", "--repair")).toMatchObject({ code: 0, err: "" });
  });

  it("names missing rows, and writes just them with --repair", async () => {
    await project.command(
      `DELETE FROM ${T} WHERE image_id = 5 OR image_id BETWEEN 9000 AND 12000 OR image_id > 20000`,
    );
    const damaged = await project.contents();
    const told = await project.run("verify");
    expect([told.code, told.err]).toEqual([1, ""]);
    expect(findings(told.out)).toEqual([
      ["5", "1", "missing", ""],
      ["9,000 to 12,000", "3,001", "missing", ""],
      ["20,001 to 30,000", "10,000", "missing", ""],
    ]);
    expect(told.out).toMatch(/To write the missing rows: .*verify --repair --embedded/);
    const asJson = await project.run("verify", "--json");
    expect([asJson.code, asJson.err]).toEqual([1, ""]);
    const [table] = (JSON.parse(asJson.out) as VerifyReport).tables;
    expect(
      table!.findings.map((one) => [one.kind, one.first_row, one.last_row, one.rows, one.columns]),
    ).toEqual([
      ["missing", 5, 5, 1, []],
      ["missing", 9_000, 12_000, 3_001, []],
      ["missing", 20_001, 30_000, 10_000, []],
    ]);
    expect(table).toMatchObject({
      ok: false,
      what_to_do: [{ command: expect.stringMatching(/ verify --repair --embedded/), statements: [] }],
    });
    expect(await project.contents()).toEqual(damaged);
    const steps = await project.run("status", "--json");
    const repaired = await project.run("verify", "--repair");
    expect([repaired.code, repaired.err, repaired.out]).toEqual([
      0,
      "",
      expect.stringMatching(/\nMissing rows written: 13,002\nAll is well/),
    ]);
    expect(await project.contents()).toEqual(intact);
    expect(await project.run("status", "--json")).toEqual(steps);
    await project.command(`DELETE FROM ${T} WHERE image_id BETWEEN 15001 AND 15100 AND image_id % 3 = 0`);
    expect((await project.run("verify", "--repair")).code).toBe(0);
    expect(await project.contents()).toEqual(intact);
  });

  it("names altered cells by row and column, whatever their type, and touches none", async () => {
    const changes = {
      gender: "concat(gender, 'x')",
      caption: "concat(caption, ' ')",
      has_body: "NOT has_body",
      width: "width + 1",
      face_x: "face_x + toDecimal32(0.001, 3)",
      topic_score_1: "topic_score_1 + 0.25",
      keyword_ids: "arrayPushBack(keyword_ids, 1)",
      face_cluster: "if(face_cluster IS NULL, 1, NULL)",
      is_dupe_of: "bitNot(is_dupe_of)",
    };
    const due: string[][] = [];
    for (const [i, [column, value]] of Object.entries(changes).entries()) {
      const id = 15_000 + 10 * i;
      await project.command(
        `ALTER TABLE ${T} UPDATE ${column} = ${value} WHERE image_id = ${id} SETTINGS mutations_sync = 1`,
      );
      due.push([id.toLocaleString("en-US"), "1", "altered", column]);
    }
    await project.command(`DELETE FROM ${T} WHERE image_id = 15005`);
    const told = await project.run("verify", "--repair");
    expect([told.code, findings(told.out)]).toEqual([1, due]);
    expect(told.out).toMatch(/15,005 .*missing[^]*\nMissing rows written: 1\n/);
    expect(await project.contents()).toMatchObject({ rows: 30_000, ids: 30_000 });
    expect(statements(told.out)).toHaveLength(2);
    await project.command(statements(told.out)[0]!);
    expect((await project.run("verify", "--repair")).code).toBe(0);
    expect(await project.contents()).toEqual(intact);
  });

  it("names rows that are there more than once, and the statement that removes them", async () => {
    let told = "";
    await withDoubles(
      `INSERT INTO ${T} SELECT * FROM ${T} WHERE image_id BETWEEN 10001 AND 20000 OR image_id = 7`,
      async () => {
        const { code, out } = await project.run("verify", "--repair");
        expect([code, findings(out)]).toEqual([
          1,
          [
            ["7", "2", "more than once", ""],
            ["10,001 to 20,000", "20,000", "more than once", ""],
          ],
        ]);
        told = out;
      },
    );
    expect(statements(told)).toEqual([
      "DELETE FROM `local`.`images_analytical` WHERE `image_id` = 7 OR `image_id` BETWEEN 10001 AND 20000",
    ]);
    await project.command(statements(told)[0]!);
    expect((await project.run("verify", "--repair")).code).toBe(0);
    expect(await project.contents()).toEqual(intact);
  });

  it("names rows of somebody else within a step, and beyond the steps of a run", async () => {
    await project.command(`INSERT INTO ${T} (image_id, author, width) VALUES (7, 'somebody', 65535)`);
    const doubled = await project.run("verify", "--repair");
    expect([doubled.code, findings(doubled.out)]).toEqual([
      1,
      [["7", "2", "more than once", expect.stringMatching(/^site_name_id, .* and \d+ more$/)]],
    ]);
    await project.command(`DELETE FROM ${T} WHERE image_id = 7 AND author = 'somebody'`);
    await project.command("DELETE FROM data_faker_steps WHERE first_row = 10001");
    const foreign = await project.run("verify", "--repair");
    expect([foreign.code, findings(foreign.out)]).toEqual([
      1,
      [["10,001 to 20,000", "10,000", "in no step", ""]],
    ]);
    expect(await project.contents()).toEqual(intact);
    await project.command(`DELETE FROM ${T} WHERE image_id BETWEEN 10001 AND 20000`);
    expect((await project.run()).code).toBe(0);
    expect([(await project.run("verify")).code, await project.contents()]).toEqual([0, intact]);
  });

  it("compares the columns that are left after the model has changed, and repairs then, too", async () => {
    await project.command(`ALTER TABLE ${T} ADD COLUMN extra UInt8, DROP COLUMN affect_score`);
    expect((await project.run("verify")).code).toBe(0);
    await project.command(
      `ALTER TABLE ${T} UPDATE width = width + 1 WHERE image_id = 12 SETTINGS mutations_sync = 1`,
    );
    await project.command(`DELETE FROM ${T} WHERE image_id BETWEEN 20001 AND 20010`);
    const told = await project.run("verify", "--repair");
    expect([told.code, findings(told.out)]).toEqual([1, [["12", "1", "altered", "width"]]]);
    await project.command(statements(told.out)[0]!);
    expect((await project.run("verify", "--repair")).code).toBe(0);
    expect(await project.contents()).toMatchObject({ rows: 30_000, ids: 30_000 });
  });

  it("goes on beside a run, compares what that has recorded, and repairs nothing", async () => {
    const going = project.start("--rows", "4000000");
    await new Promise<void>((resolve) =>
      going.child.stdout!.on("data", (chunk: Buffer) => /rows\/s/.test(chunk.toString()) && resolve()),
    );
    expect(await project.run("verify")).toMatchObject({
      code: 0,
      err: "",
      out: expect.stringMatching(/^note: a run is under way[^\n]*\nAll is well/),
    });
    await project.command(`DELETE FROM ${T} WHERE image_id = 3`);
    expect(await project.run("verify", "--repair")).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^A run into images_analytical is under way[^\n]*\n$/),
    });
    going.child.kill("SIGTERM");
    expect((await going.done).code).toBe(143);
    expect((await project.run("verify", "--repair")).code).toBe(0);
  });
});
