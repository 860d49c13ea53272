import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { readProject, requireLocal } from "../../../scripts/project/project";
import type { Connection } from "../../../app/server/connection";
import { refusalOf } from "../../support/refusal";

describe("readProject", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "project-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (text: string) => writeFileSync(path.join(folder, "moose.config.toml"), text);
  const read = (env: Record<string, string> = {}) => readProject(undefined, folder, env);

  it("takes Moose's defaults where the file says nothing", () => {
    for (const text of ["", "[clickhouse_config]\n", 'language = "Typescript"\n']) {
      write(text);
      expect(read()).toEqual({
        directory: folder,
        connection: {
          host: "localhost",
          port: 18123,
          user: "panda",
          password: "pandapass",
          database: "local",
          useSsl: false,
        },
      });
    }
  });

  it("prefers the environment to the file", () => {
    write(
      '[clickhouse_config]\nhost = "a"\nhost_port = 1\nuser = "u"\npassword = ""\ndb_name = "d"\nuse_ssl = true\n',
    );
    const fromFile: Connection = { host: "a", port: 1, user: "u", password: "", database: "d", useSsl: true };
    expect(read().connection).toEqual(fromFile);
    const env = {
      MOOSE_CLICKHOUSE_CONFIG__HOST: "b",
      MOOSE_CLICKHOUSE_CONFIG__HOST_PORT: "2",
      MOOSE_CLICKHOUSE_CONFIG__USER: "v",
      MOOSE_CLICKHOUSE_CONFIG__PASSWORD: "w",
      MOOSE_CLICKHOUSE_CONFIG__DB_NAME: "e",
      MOOSE_CLICKHOUSE_CONFIG__USE_SSL: "false",
    };
    expect(read(env).connection).toEqual({
      host: "b",
      port: 2,
      user: "v",
      password: "w",
      database: "e",
      useSsl: false,
    });
  });

  describe("in a workspace", () => {
    const project = (name: string) => {
      mkdirSync(path.join(folder, name), { recursive: true });
      writeFileSync(path.join(folder, name, "moose.config.toml"), "");
      return path.join(folder, name);
    };
    const from = (name: string, env: Record<string, string> = {}) => {
      mkdirSync(path.join(folder, name), { recursive: true });
      return readProject(undefined, path.join(folder, name), env).directory;
    };

    it.each([
      ["pnpm-workspace.yaml", "packages: []\n"],
      ["package.json", '{ "workspaces": ["packages/*"] }'],
    ])("finds its one project from any folder (%s)", (file, text) => {
      writeFileSync(path.join(folder, file), text);
      project("packages/a/node_modules/x");
      const service = project("packages/a/service");
      for (const inner of ["", "packages/faker", "packages/a", "packages/a/service/app"])
        expect(from(inner)).toBe(service);
    });

    it("prefers the caller's own project, and refuses to choose between several", () => {
      writeFileSync(path.join(folder, "pnpm-workspace.yaml"), "");
      const [a, b] = [project("packages/a"), project("packages/b")];
      expect(from("packages/faker", { INIT_CWD: path.join(b, "app") })).toBe(b);
      expect(
        refusalOf(() => from("packages/faker", { INIT_CWD: path.join(folder, "packages") })).message,
      ).toBe("the workspace has several Moose projects: name one with --project a or b");
      expect(
        readProject("a", path.join(folder, "packages/faker"), { INIT_CWD: path.dirname(a) }),
      ).toMatchObject({
        directory: a,
      });
    });

    it("knows no projects of a folder that is none", () => {
      project("packages/a");
      expect(refusalOf(() => from("packages/faker")).message).toMatch(/^no moose\.config\.toml in /);
    });
  });

  it("finds the nearest project upwards, or the one that is named", () => {
    write('[clickhouse_config]\nhost = "outer"\n');
    const inner = path.join(folder, "a", "b");
    mkdirSync(inner, { recursive: true });
    expect(readProject(undefined, inner, {}).directory).toBe(folder);
    writeFileSync(path.join(inner, "moose.config.toml"), "");
    expect(readProject(undefined, inner, {}).directory).toBe(inner);
    expect(readProject("../..", inner, {})).toMatchObject({
      directory: folder,
      connection: { host: "outer" },
    });
  });

  it("refuses a project that is not there", () => {
    expect(refusalOf(() => readProject("/", "/", {})).message).toBe(
      '--project: "/" contains no moose.config.toml; name the folder of a Moose project',
    );
    expect(refusalOf(() => readProject("nowhere", folder, {})).message).toContain(
      '"nowhere" is not a folder',
    );
    expect(refusalOf(() => readProject(undefined, "/", {})).message).toMatch(
      /^no moose.config.toml in \/ or above it: .+--project/,
    );
  });

  it.each([
    ["a = \nb = 2\n", /moose\.config\.toml:1: is not valid TOML: /],
    ['[clickhouse_config]\nhost = "x"\nhost = "y"\n', /moose\.config\.toml:3: is not valid TOML: /],
    ["clickhouse_config = 5\n", /\[clickhouse_config\] must be a table$/],
    ["[[clickhouse_config]]\n", /\[clickhouse_config\] must be a table$/],
    ["[clickhouse_config]\nhost = 5\n", /: host must be a non-empty string$/],
    ['[clickhouse_config]\nhost = ""\n', /: host must be a non-empty string$/],
    ...["http://a", "a:1", "u:hunter2@a", "a b", "a/b", "a?b", "a\\u0000", "[::1", "a%"].map(
      (host) =>
        [
          `[clickhouse_config]\nhost = "${host}"\n`,
          /: host must be a host's name or address alone[^"]*$/,
        ] as [string, RegExp],
    ),
    ["[clickhouse_config]\npassword = 5\n", /: password must be a string$/],
    ['[clickhouse_config]\nhost_port = "18123"\n', /: host_port must be a whole number from 1 to 65535$/],
    ["[clickhouse_config]\nhost_port = 65536\n", /: host_port must/],
    ["[clickhouse_config]\nhost_port = 1.5\n", /: host_port must/],
    ['[clickhouse_config]\nuse_ssl = "no"\n', /: use_ssl must be true or false$/],
    ["[clickhouse_config]\ndb_name = []\n", /: db_name must/],
    ["\u0000", /not valid TOML/],
  ])("refuses the file %j", (text, expected) => {
    write(text);
    expect(refusalOf(read).message).toMatch(expected);
  });

  it.each([
    [{ MOOSE_CLICKHOUSE_CONFIG__HOST_PORT: "x" }, /^MOOSE_CLICKHOUSE_CONFIG__HOST_PORT: host_port must/],
    [{ MOOSE_CLICKHOUSE_CONFIG__USE_SSL: "maybe" }, /^MOOSE_CLICKHOUSE_CONFIG__USE_SSL: use_ssl must/],
    [{ MOOSE_CLICKHOUSE_CONFIG__HOST: "" }, /^MOOSE_CLICKHOUSE_CONFIG__HOST: host must/],
  ] as [Record<string, string>, RegExp][])("refuses the environment %j", (env, expected) => {
    write("");
    expect(refusalOf(() => read(env)).message).toMatch(expected);
  });

  it("never shows a password, even from a broken file", () => {
    write('[clickhouse_config]\npassword = "hunter2" "hunter2"\n');
    const refusal = refusalOf(read);
    expect(`${refusal.message}${JSON.stringify(refusal.fields)}${String(refusal.stack)}`).not.toContain(
      "hunter2",
    );
  });
});

describe("requireLocal", () => {
  const at = (host: string): Connection => ({
    host,
    port: 8443,
    user: "u",
    password: "hunter2",
    database: "prod",
    useSsl: true,
  });

  it.each(["localhost", "LOCALHOST", "localhost.", "127.0.0.1", "127.9.9.9", "::1", "[::1]", hostname()])(
    "lets %s pass",
    (host) => {
      requireLocal(at(host), false);
    },
  );

  it.each([
    "10.0.0.1",
    "127.evil.example",
    "localhost.example",
    "notlocalhost",
    "128.0.0.1",
    "0127.0.0.1",
    "example.com",
  ])("wants --yes for %s", (host) => {
    const { message } = refusalOf(() => requireLocal(at(host), false));
    expect(message).toBe(
      `the server ${host}:8443 (database prod) is not on this machine: add --yes if it is the one you mean`,
    );
    requireLocal(at(host), true);
  });
});
