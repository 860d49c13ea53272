import { spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArguments } from "../../scripts/cli/parse-arguments";
import { freePorts } from "../support/free-ports";
import { blocksOf, commandsOf, PAGES, pageOf, ROOT } from "./pages";

/** Commands that this test leaves to others, and why. */
const LEFT: readonly [pattern: RegExp, why: string][] = [
  [/^npm test/, "would run this test"],
  [
    /^npm run (bench|torture)|^MOOSE_CLICKHOUSE.* npm run torture/,
    "minutes; tests/scripts/bench, tests/e2e/torture",
  ],
  [/npm run (dev:moose|tools)|^npm start -- dev/, "tests/e2e/dev-moose, tests/scripts/dev-stack"],
  [/^(npx )?moose-cli /, "needs Moose; tests/e2e/workflow-page, tests/e2e/dev-moose"],
  [/^(npm (run package|install)|cd|mkdir|tar|pnpm) ?/, "tests/e2e/monorepo"],
  [/^npm start -- work/, "waits a minute for others; tests/e2e/fleet"],
  [/^npm start -- page/, "stays up; tests/e2e/page"],
  [/^npm run clickhouse$/, "stays up; tests/scripts/embedded"],
  [/--url .*\| clickhouse-client$/, "no such client here; tests/e2e/without-moose"],
  [/ --table /, "needs a table of the reader's; tests/e2e/any-table"],
  [/queries .*--(at|compare) /, "minutes, and files of results; tests/queries"],
  [/print-golden/, "tests/rows/golden"],
];

const reasonToLeave = (command: string) => LEFT.find(([pattern]) => pattern.test(command))?.[1];
/** What the command line gets: `undefined` where the command is another program's. */
const flagsOf = (command: string) =>
  /^(?:npm (?:start(?: --silent)?|run dev:faker)(?: --(?= ))?|npx data-faker)(?:(?<= --|npx data-faker) ([^|>]*?)(?: > \S+)?)?$/
    .exec(command)
    ?.slice(1)
    .map((flags = "") => flags)[0];
/** Commands that need no server but the embedded one. */
const canRun = (command: string) =>
  /--embedded|preview|^npm run clickhouse/.test(command) && reasonToLeave(command) === undefined;

describe.each(PAGES)("the commands of $file", (page) => {
  it("run here, or elsewhere, and are understood", () => {
    for (const command of commandsOf(page)) {
      const flags = flagsOf(command);
      if (flags !== undefined)
        expect(() => parseArguments(flags.split(" ").filter(Boolean), {})).not.toThrow();
      else expect([command, canRun(command) || reasonToLeave(command)]).toEqual([command, expect.anything()]);
    }
  });
});

describe("in a clone, in order", () => {
  let clone: string;
  const outputs = new Map<string, string>();

  /** The project's folder as a fresh clone has it, but compiled: what is kept lies in a folder of its own. */
  beforeAll(async () => {
    clone = mkdtempSync(path.join(tmpdir(), "data-faker-docs-"));
    for (const name of ["app", "datamodels", "dist", "moose", "node_modules", "scripts"])
      symlinkSync(path.join(ROOT, name), path.join(clone, name));
    copyFileSync(path.join(ROOT, "package.json"), path.join(clone, "package.json"));
    const config = readFileSync(path.join(ROOT, "moose.config.toml"), "utf8");
    const [port] = await freePorts(1);
    writeFileSync(path.join(clone, "moose.config.toml"), config.replace("18123", String(port)));
  });

  afterAll(() => rmSync(clone, { recursive: true, force: true }));

  const runnable = PAGES.flatMap(commandsOf).filter(
    (command, i, all) => canRun(command) && all.indexOf(command) === i,
  );

  it.each(runnable)(
    "%s",
    async (command) => {
      const { code, out, err } = await run(command, clone);
      expect([code, err]).toEqual([0, expect.any(String)]);
      outputs.set(command, out);
    },
    120_000,
  );

  it("the first prints what README shows", () => {
    const readme = pageOf("README.md");
    const shown = blocksOf(readme).find(({ content }) => content.startsWith("Writing "))!.content;
    expect(shape(outputs.get(commandsOf(readme)[0]!)!)).toEqual(shape(shown));
  });
});

/** The lines of a run's output with every figure as `#`, without npm's own and those that show progress. */
function shape(output: string): string[] {
  return output
    .split("\n")
    .filter((line) => line !== "" && !/^> |% .*rows\/s/.test(line))
    .map((line) => line.replaceAll(/"\w+"/g, '"#"').replaceAll(/[\d,.]*\d( ?[GMk]?B\b)?/g, "#"))
    .map((line) => line.replaceAll(/(# ?[hms] ?)+/g, "#"));
}

function run(command: string, cwd: string): Promise<{ code: number | null; out: string; err: string }> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|MOOSE_|JEST_|NODE_ENV)/.test(name)),
  );
  const child = spawn("bash", ["-c", command], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
  });
}
