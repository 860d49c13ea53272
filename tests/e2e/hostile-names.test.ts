import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { select } from "../../app/server/select";
import { embeddedFolder } from "../../scripts/embedded/embedded-folder";
import { FakerProject, type Outcome, runPlain } from "./faker-project";

jest.setTimeout(120_000);

const DATABASE = "a'b`c\\d\"e; DROP TABLE x -- ü🙂";
const COLUMN = "f'g`h\\i\"j) VALUES ({x:String}) -- 🙂";
const DISTINCTIVE = "distinctive-7361";
const PASSWORD = `${DISTINCTIVE}'"%\\pass`;

describe("a project with hostile names and a distinctive password", () => {
  let project: FakerProject;
  const said: Outcome[] = [];
  const commands: string[] = [];
  beforeAll(async () => {
    project = await FakerProject.create(DATABASE, PASSWORD);
  });
  afterAll(() => project?.remove());

  /** What a process and its children are called with, seen while it works. */
  async function run(...flags: string[]): Promise<Outcome> {
    const { done } = project.start(...flags);
    const look = setInterval(() => commands.push(...commandLines()), 100);
    const outcome = await done;
    clearInterval(look);
    said.push(outcome);
    return outcome;
  }

  it("fills the table, grows, repairs and starts over, with both writers", async () => {
    expect(await run("--rows", "100", "--seed", "42")).toMatchObject({ code: 0, err: "" });
    const quoted = "`" + COLUMN.replace(/[\\`]/g, "\\$&") + "`";
    await project.command(`ALTER TABLE images_analytical ADD COLUMN ${quoted} String`);
    for (const [rows, writer] of [
      [150, "native"],
      [200, "olap"],
    ] as const) {
      expect(await run("--rows", String(rows), "--writer", writer)).toMatchObject({ code: 0, err: "" });
      expect(await project.contents()).toMatchObject({ rows, ids: rows });
    }
    await project.command("DELETE FROM images_analytical WHERE image_id BETWEEN 5 AND 7");
    expect(await run("verify")).toMatchObject({ code: 1 });
    expect(await run("verify", "--repair")).toMatchObject({ code: 0 });
    expect(await run("--reset", "--rows", "100", "--writer", "native", "--seed", COLUMN)).toMatchObject({
      code: 0,
      err: "",
    });
    expect(await project.contents()).toMatchObject({ rows: 100, ids: 100 });
    expect(JSON.parse((await run("status", "--json")).out)).toMatchObject({
      seed: COLUMN,
      rows_inserted: 100,
    });
    expect(await run("--count")).toMatchObject({ code: 0, out: "100\n" });
  });

  it("never tells the password", async () => {
    const port = String(project.connection.port);
    const there = { MOOSE_CLICKHOUSE_CONFIG__HOST: "127.0.0.1", MOOSE_CLICKHOUSE_CONFIG__HOST_PORT: port };
    for (const flags of [["--rows", "4000000000"], ["--seed", "other", "--rows", "200"], ["stop"]])
      await run(...flags);
    for (const variables of [
      there,
      { ...there, MOOSE_CLICKHOUSE_CONFIG__HOST_PORT: "1" },
      { ...there, MOOSE_CLICKHOUSE_CONFIG__USER: "nobody" },
      { ...there, MOOSE_CLICKHOUSE_CONFIG__DB_NAME: "nowhere" },
      { ...there, MOOSE_CLICKHOUSE_CONFIG__HOST: `panda:${PASSWORD}@localhost` },
      { ...there, MOOSE_CLICKHOUSE_CONFIG__HOST_PORT: PASSWORD },
      { ...there, MOOSE_CLICKHOUSE_CONFIG__USE_SSL: PASSWORD },
    ]) {
      said.push(await runPlain(project.directory, ["--rows", "100"], variables));
    }
    await project.command("RENAME TABLE images_analytical TO elsewhere");
    said.push(await runPlain(project.directory, ["--rows", "100"], there));
    expect(new Set(said.map(({ code }) => code))).toEqual(new Set([0, 1, 2]));
    for (const { code, out, err } of said) {
      for (const form of [
        PASSWORD,
        JSON.stringify(PASSWORD).slice(1, -1),
        encodeURIComponent(PASSWORD),
        Buffer.from(`panda:${PASSWORD}`).toString("base64"),
      ]) {
        expect(out).not.toContain(form);
        expect(err).not.toContain(form);
      }
      if (code !== 0 && err !== "") expect(err).toMatch(/^[^\n]+\n$/);
    }
    expect(commands.join("\n")).not.toContain(DISTINCTIVE);
    for (const table of ["data_faker_runs", "data_faker_steps"]) {
      expect(
        await select(
          project.client,
          `SELECT count() AS n FROM ${table} WHERE position(toString(tuple(*)), '${DISTINCTIVE}') > 0`,
        ),
      ).toEqual([{ n: "0" }]);
    }
    const folder = embeddedFolder(project.directory);
    for (const name of readdirSync(folder)) {
      if (statSync(path.join(folder, name)).isFile())
        expect([name, readFileSync(path.join(folder, name), "latin1").includes(DISTINCTIVE)]).toEqual([
          name,
          false,
        ]);
    }
  });
});

/** Of every process; nothing where there is no /proc. */
function commandLines(): string[] {
  const read = (file: string): string => {
    try {
      return readFileSync(file, "latin1");
    } catch {
      return "";
    }
  };
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => read(`/proc/${pid}/cmdline`));
  } catch {
    return [];
  }
}
