import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { select } from "../../app/server/select";
import { FakerProject, type Outcome, runPlain } from "./faker-project";

jest.setTimeout(120_000);

const PASSWORD = "pandapass";
const LAST_ID = 2 ** 32 - 1;
let project: FakerProject;
/** The command's variables for reaching the embedded server like any other. */
let there: Record<string, string>;

beforeAll(async () => {
  project = await FakerProject.create();
  there = {
    MOOSE_CLICKHOUSE_CONFIG__HOST: "127.0.0.1",
    MOOSE_CLICKHOUSE_CONFIG__HOST_PORT: String(project.connection.port),
  };
  expect((await project.run("--rows", "100", "--seed", "42")).code).toBe(0);
});
afterAll(() => project.remove());

/** One line on standard error, no stack, no password, and nothing new in any table. */
async function refused(code: 1 | 2, message: RegExp, call: () => Promise<Outcome>): Promise<void> {
  const before = await state();
  const outcome = await call();
  expect(outcome).toEqual({ code, signal: null, out: "", err: expect.stringMatching(message) });
  expect(outcome.err).toMatch(/^[^\n]+\n$/);
  expect(outcome.err).not.toMatch(/^\s+at |\.js:\d/);
  expect(outcome.err).not.toContain(PASSWORD);
  expect(await state()).toEqual(before);
}

async function state(): Promise<unknown> {
  return select(
    project.client,
    "SELECT table, sum(rows) AS rows FROM system.parts WHERE active AND database = 'local' GROUP BY table ORDER BY table",
  );
}

describe("what is refused before anything is written", () => {
  it.each([
    [["--rows", "0"], /^--rows: expected /],
    [["--rows", "-5"], /^--rows: expected /],
    [["--rows", "1.5"], /^--rows: expected /],
    [["--rows", "many"], /^--rows: expected /],
    [["--rows", "1e30"], /^--rows: expected /],
    [["--rows", "9".repeat(400)], /^--rows: expected /],
    [["--rows", "NaN"], /^--rows: expected /],
    [["--batch-size", "0"], /^--batch-size: expected /],
    [["--batch-size", "100001"], /^--batch-size: expected .*100,?000/],
    [["--checkpoint-interval", "-1"], /^--checkpoint-interval: expected /],
    [["--threads", "0"], /^--threads: expected /],
    [["--writer", "fast"], /^--writer: expected olap or native/],
    [["--start-image-id", String(LAST_ID), "--rows", "2"], /UInt32.*at most 4,294,967,295/],
    [["--target-size", "5XB"], /^--target-size: expected /],
    [["--target-size", "0GB"], /^--target-size: expected /],
    [["--rows", "5", "--target-size", "5GB"], /--rows and --target-size both set the target/],
    [["--rowz", "5"], /unknown option '--rowz'/],
    [["--rows"], /--rows/],
    [["500"], /"500" is not the value of any flag.*--rows 500/],
    [["--seed", ""], /^--seed: expected /],
    [["--seed", "x".repeat(100_000)], /^--seed: expected text of 1 byte to 64 KiB, received 100,000 bytes/],
    [["--project", "nowhere", "--rows", "5"], /"nowhere" is not a folder/],
    [["--rows", "4000000000"], /free/],
  ])("%j", async (flags, message) => {
    await refused(2, message, () => runPlain(project.directory, flags, there));
  });

  it("a run into a table without image_id", async () => {
    await project.command("RENAME TABLE images_analytical TO kept");
    await project.command("CREATE TABLE images_analytical (id UInt32) ENGINE = MergeTree ORDER BY id");
    try {
      await refused(2, /image_id/, () => project.run("--rows", "200"));
    } finally {
      await project.command("DROP TABLE images_analytical SYNC");
      await project.command("RENAME TABLE kept TO images_analytical");
    }
  });

  it.each([
    ["that cannot be understood", "stream_versions", "'{half'", /^Checkpoint corrupted: .*(delete|--reset)/],
    [
      "of a run whose streams have moved",
      "stream_versions",
      `replaceRegexpAll(stream_versions, ':1', ':999')`,
      /other versions of .*--reset/,
    ],
  ])("going on from a claim %s", async (_, column, value, message) => {
    await project.command("RENAME TABLE data_faker_runs TO kept_claims");
    await project.command(`CREATE TABLE data_faker_runs AS kept_claims`);
    await project.command(
      `INSERT INTO data_faker_runs SELECT * REPLACE (${value} AS ${column}) FROM kept_claims`,
    );
    try {
      await refused(2, message, () => project.run("--rows", "200"));
    } finally {
      await project.command("DROP TABLE data_faker_runs SYNC");
      await project.command("RENAME TABLE kept_claims TO data_faker_runs");
    }
  });

  it("a broken moose.config.toml", async () => {
    const broken = path.join(project.directory, "broken");
    await mkdir(broken);
    for (const [text, message] of [
      ["[clickhouse_config\nhost = 1", /moose\.config\.toml/],
      ['[clickhouse_config]\nhost_port = "many"', /host_port/],
    ] as const) {
      await writeFile(path.join(broken, "moose.config.toml"), text);
      await refused(2, message, () => runPlain(broken, ["--rows", "5"]));
    }
  });
});

describe("what the environment refuses", () => {
  it("no server, another password, no table", async () => {
    await refused(1, /^Cannot connect to ClickHouse at 127\.0\.0\.1:1 .*start it/, () =>
      runPlain(project.directory, ["--rows", "200"], { ...there, MOOSE_CLICKHOUSE_CONFIG__HOST_PORT: "1" }),
    );
    const wrong = "no-such-password-7361";
    const outcome = () =>
      runPlain(project.directory, ["--rows", "200"], { ...there, MOOSE_CLICKHOUSE_CONFIG__PASSWORD: wrong });
    await refused(1, /does not accept the password of user "panda"/, outcome);
    expect(JSON.stringify(await outcome())).not.toContain(wrong);
    await project.command("RENAME TABLE images_analytical TO kept");
    try {
      await refused(1, /has no table local\.images_analytical: Moose creates it/, () =>
        runPlain(project.directory, ["--rows", "200"], there),
      );
    } finally {
      await project.command("RENAME TABLE kept TO images_analytical");
    }
  });
});

describe("a hostile seed is just a seed", () => {
  it.each([
    ["quotes and SQL", `'); DROP TABLE images_analytical; -- "\`\\`],
    ["a newline and a tab", "a\nb\tc\r\n"],
    ["emoji", "🙂👩‍👩‍👧"],
    ["a path", "../../etc/passwd"],
    ["10 kB", "x".repeat(10_000)],
  ])("%s", async (_, seed) => {
    const first = await project.run("--reset", "--rows", "100", "--seed", seed);
    expect([first.code, first.err]).toEqual([0, ""]);
    expect(JSON.parse((await project.run("status", "--json")).out).seed).toBe(seed);
    const again = await project.run("--rows", "150");
    expect([again.code, again.err]).toEqual([0, ""]);
    expect(await project.contents()).toMatchObject({ rows: 150, ids: 150 });
    expect((await project.run("verify")).code).toBe(0);
  });

  it("the password is in no ledger", async () => {
    const [{ n }] = (await select<{ n: string }>(
      project.client,
      `SELECT count() AS n FROM data_faker_runs WHERE position(toString(tuple(*)), '${PASSWORD}') > 0`,
    )) as [{ n: string }];
    expect(n).toBe("0");
  });
});
