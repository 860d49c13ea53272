import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readProject } from "../../../scripts/project/project";
import { MooseConfig } from "../../../scripts/project/moose-config";
import { projectEnvironment } from "../../../scripts/project/project-environment";
import { refusalOf } from "../../support/refusal";

const ROOT = path.resolve(__dirname, "../../../..");
const MOOSE = path.join(ROOT, "node_modules", ".bin", "moose-cli");
const NAME = "MOOSE_CLICKHOUSE_CONFIG__HOST_PORT";

type Files = Readonly<Record<string, string>>;
type Case = readonly [what: string, files: Files, env?: Readonly<Record<string, string>>];

/** No value is a number, so that Moose's command line shows it in its complaint. */
const CASES: readonly Case[] = [
  ["nothing", {}],
  [".env", { ".env": `${NAME}=a` }],
  [".env.dev before .env", { ".env": `${NAME}=a`, ".env.dev": `${NAME}=b` }],
  [
    ".env.local before all files",
    { ".env": `${NAME}=a`, ".env.dev": `${NAME}=b`, ".env.local": `${NAME}=c` },
  ],
  ["files that are not read", { ".env.prod": `${NAME}=a`, ".env.development": `${NAME}=b` }],
  ["the environment before all files", { ".env.local": `${NAME}=c` }, { [NAME]: "d" }],
  ["an empty variable", { ".env": `${NAME}=a` }, { [NAME]: "" }],
  ["an empty value before another", { ".env": `${NAME}=a`, ".env.local": `${NAME}=` }],
  ["lower case", { ".env": NAME.toLowerCase() + "=a" }],
  ["lower case in the environment", {}, { [NAME.toLowerCase()]: "a" }],
  ["the first of two", { ".env": `${NAME}=a\n${NAME}=b` }],
  ["export, spaces and a comment", { ".env": `\t export  ${NAME}\t= a  # b` }],
  ["no end of line, and another system's", { ".env": `# x\r\n\r\n${NAME}=a\r\nX=b` }],
  ["a mark at the beginning", { ".env": `\uFEFF${NAME}=a` }],
  ["double quotes", { ".env": `${NAME}="a # 'b'"c` }],
  ["single quotes", { ".env": `${NAME}='a # "b" $X \\n\\\\'c` }],
  ["single quotes behind a backslash", { ".env": `${NAME}='a\\'c` }],
  ["a hash within", { ".env": `${NAME}=a#b` }],
  ["a hash at the beginning", { ".env": `${NAME}=#b` }],
  ["a hash after a space", { ".env": `${NAME}= #b` }],
  ["a comment behind quotes", { ".env": `${NAME}="a"#b` }],
  ["several lines", { ".env": `${NAME}="a\nb"\nX='c` }],
  ["escapes", { ".env": `${NAME}=a\\ b\\$c\\"d\\'e\\\\f\\n` }],
  ["escapes in quotes", { ".env": `${NAME}="a\\nb\\$c\\"d\\\\"` }],
  ["an escape that there is not", { ".env": `${NAME}=a\\tb` }],
  ["an escape at the end", { ".env": `${NAME}=a\\` }],
  ["a variable named", { ".env": `X=a b\nY=c\n${NAME}=\${Y}d$Y-"$Y e"'$Y'` }],
  ["a variable named twice", { ".env": `X=a\nX=b\n${NAME}=\${X}c` }],
  ["a variable that comes later", { ".env": `${NAME}=a\${X}\nX=b` }],
  ["a variable of the environment", { ".env": `X=a\n${NAME}=b\${X}` }, { X: "c" }],
  ["a variable of another file", { ".env": `${NAME}=a\${X}`, ".env.local": "X=b" }],
  ["a variable of a file read later", { ".env": "X=b", ".env.local": `${NAME}=a\${X}` }],
  ["names and what follows", { ".env": `X=a\n${NAME}=b$X_1$X.$X$X$` }],
  ["a password with dollars", { ".env": `${NAME}=a$$b` }],
  ["a name that does not end", { ".env": `${NAME}=a\${X` }],
  ["quotes that do not end", { ".env": `${NAME}="a` }],
  ["a value of two words", { ".env": `${NAME}=a b` }],
  ["a line that is none, before", { ".env": `what is this\n${NAME}=a` }],
  ["a line that is none, after", { ".env": `${NAME}=a\nwhat is this` }],
  ["a line that is none, and another file", { ".env.local": "what", ".env": `${NAME}=a` }],
  ["a word", { ".env": `X\n${NAME}=a` }],
  ["dots and digits in names", { ".env": `a.b=1\nX9=2\n${NAME}=a` }],
  ["a name that begins with a digit", { ".env": `1X=2\n${NAME}=a` }],
  ["signs", { ".env": `${NAME}=a-b.c:d/e@f%g&h!i*j=k` }],
  ["letters of others", { ".env": `${NAME}=äß€` }],
];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "env-file-"));
  mkdirSync(path.join(folder, "home"));
  writeFileSync(path.join(folder, "package.json"), "{}");
  writeFileSync(path.join(folder, "moose.config.toml"), "");
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (files: Files) => {
  for (const [file, content] of Object.entries(files)) writeFileSync(path.join(folder, file), content);
};

/** The value that Moose's command line complains of; `undefined` where it has none. */
function valueForMoose(env: Readonly<Record<string, string>>): string | undefined {
  const { stdout, stderr } = spawnSync(MOOSE, ["ls"], {
    cwd: folder,
    encoding: "utf8",
    env: {
      PATH: process.env.PATH!,
      HOME: path.join(folder, "home"),
      MOOSE_TELEMETRY__ENABLED: "false",
      ...env,
    },
  });
  const shown = /invalid type: string (".*"), expected an integer for key `clickhouse_config.host_port`/.exec(
    stdout + stderr,
  );
  if (shown === null) expect(stdout + stderr).toMatch("missing field");
  return shown === null ? undefined : (JSON.parse(shown[1]!.replaceAll("\\'", "'")) as string);
}

describe("the variables of a project", () => {
  const cases = CASES.map(([what, files, env = {}]) => ({ what, files, env }));
  it.each(cases)("are those that Moose takes: $what", ({ files, env }) => {
    put(files);
    expect(projectEnvironment(folder, env).get(NAME)?.value).toBe(valueForMoose(env));
  });

  it("make the connection, and a wrong one is named with its file, without its value", () => {
    put({
      "moose.config.toml": '[clickhouse_config]\nuser = "u"\npassword = "p"\ndb_name = "d"\n',
      ".env": "MOOSE_CLICKHOUSE_CONFIG__USER=v\nMOOSE_CLICKHOUSE_CONFIG__PASSWORD=q\n",
      ".env.local": "MOOSE_CLICKHOUSE_CONFIG__PASSWORD='r # s'\n",
    });
    expect(readProject(undefined, folder, {}).connection).toMatchObject({
      user: "v",
      password: "r # s",
      database: "d",
    });
    put({ ".env.dev": `${NAME}=secret` });
    const refusal = refusalOf(() => MooseConfig.read(folder, {}).port("clickhouse_config", "host_port", 1));
    expect(refusal.message).toBe(
      `${NAME} in ${path.join(folder, ".env.dev")}: host_port must be a whole number from 1 to 65535`,
    );
  });
});
