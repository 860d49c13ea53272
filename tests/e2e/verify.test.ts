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

/** The lines of the table of findings, cell by cell. */
const findings = (out: string) =>
  out.split("\n").filter((line) => line.startsWith("│") && !line.includes("image ids")).map((line) => line.split("│").slice(1, -1).map((cell) => cell.trim()));

/** Puts a row in its place that differs. */
async function alter(id: number, replace: string): Promise<void> {
  await project.command(`INSERT INTO ${T} SELECT * REPLACE (${4_000_000_000 + id} AS image_id, ${replace}) FROM ${T} WHERE image_id = ${id}`);
  await project.command(`DELETE FROM ${T} WHERE image_id = ${id}`);
  await project.command(`INSERT INTO ${T} SELECT * REPLACE (${id} AS image_id) FROM ${T} WHERE image_id = ${4_000_000_000 + id}`);
  await project.command(`DELETE FROM ${T} WHERE image_id = ${4_000_000_000 + id}`);
}

describe("verify", () => {
  it("says in one line that all is well", async () => {
    expect(await project.run("verify")).toMatchObject({ code: 0, err: "", out: "All is well: all 30,000 rows in 3 steps are as they were written\n" });
  });

  it("names missing rows, and writes them with --repair", async () => {
    await project.command(`DELETE FROM ${T} WHERE image_id = 5 OR image_id BETWEEN 9000 AND 12000 OR image_id > 20000`);
    const damaged = await project.contents();
    const told = await project.run("verify");
    expect([told.code, told.err]).toEqual([1, ""]);
    expect(findings(told.out)).toEqual([
      ["5", "1", "missing", ""],
      ["9000 to 12000", "3,001", "missing", ""],
      ["20001 to 30000", "10,000", "missing", ""],
    ]);
    expect(told.out).toMatch(/written by: .*verify --repair --embedded/);
    expect(await project.contents()).toEqual(damaged);
    const repaired = await project.run("verify", "--repair");
    expect([repaired.code, repaired.out]).toEqual([0, expect.stringMatching(/^Written: 13,002 rows .*\nAll is well/)]);
    expect(await project.contents()).toEqual(intact);
  });

  it("names altered cells by row and column, whatever their type, and does not touch them", async () => {
    for (const [id, replace] of [
      [100, "caption_or_title AS x"],
    ] as const) void [id, replace];
    const columns = await project.columnsByType();
    expect(Object.keys(columns).length).toBeGreaterThan(5);
    let id = 15_000;
    const due: string[][] = [];
    for (const [type, column] of Object.entries(columns)) {
      await alter(++id, `${changed(column, type)} AS ${column}`);
      due.push([String(id), "1", "altered", column]);
    }
    const damaged = await project.contents();
    const told = await project.run("verify", "--repair");
    expect([told.code, findings(told.out)]).toEqual([1, due]);
    expect(await project.contents()).toEqual(damaged);
    for (const [, statement] of told.out.matchAll(/^ +(DELETE FROM .*)$/gm)) await project.command(statement!);
    expect((await project.run("verify", "--repair")).code).toBe(0);
    expect(await project.contents()).toEqual(intact);
  });

  it("names rows that are there more than once, and the statement that removes them", async () => {
    await project.command(`INSERT INTO ${T} SELECT * FROM ${T} WHERE image_id BETWEEN 10001 AND 20000 OR image_id = 7`);
    const told = await project.run("verify", "--repair");
    expect([told.code, findings(told.out)]).toEqual([1, [["7", "2", "more than once", ""], ["10001 to 20000", "20,000", "more than once", ""]]]);
    const statements = [...told.out.matchAll(/^ +(DELETE FROM .*)$/gm)].map((match) => match[1]!);
    expect(statements).toEqual(["DELETE FROM `local`.`images_analytical` WHERE image_id = 7 OR image_id BETWEEN 10001 AND 20000"]);
    await project.command(statements[0]!);
    expect((await project.run("verify", "--repair")).code).toBe(0);
    expect(await project.contents()).toEqual(intact);
  });
});
