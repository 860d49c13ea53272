import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { OlapTable } from "@514labs/moose-lib";
import { EnvironmentFailure, Refusal } from "../../app/errors";
import { flagOf } from "../../app/request/option";
import { INPUT_NAMES } from "../../app/request/workflow-input";
import { checkOptions } from "../../app/workflows/check-options";
import { CLI_OPTIONS, type CliOption } from "../../scripts/cli/cli-options";
import { examples } from "../../scripts/cli/examples";
import { readStackAddresses } from "../../scripts/dev-stack/stack-addresses";
import { styleFor } from "../../scripts/terminal/style";
import { FakeOutput } from "../support/fake-output";
import { firstColumn, pageOf, PAGES, ROOT, sectionOf } from "./pages";

const reference = pageOf("docs/reference.md");
const source = (file: string) => readFileSync(path.join(ROOT, file), "utf8");

/** The rows of the tables of flags, as the option table has them. */
function flagRow(option: CliOption): string {
  const short = option.short === undefined ? "" : `\`-${option.short}\`, `;
  const value = option.placeholder === undefined ? "" : ` <${option.placeholder}>`;
  return `| ${short}\`${flagOf(option)}${value}\` | ${option.help} |`;
}

describe("docs/reference.md", () => {
  it.each(["Rows", "Inspection", "Queries", "Server", "Other"])(
    "lists the flags of %s as --help does",
    (group) => {
      const rows = sectionOf(reference, "Flags")
        .split(`**${group}**`)[1]!
        .split("**")[0]!
        .split("\n")
        .filter((line) => /^\| .*--/.test(line));
      expect(rows).toEqual(CLI_OPTIONS.filter((option) => option.group === group).map(flagRow));
    },
  );

  it("lists the names of a workflow's input", () => {
    expect(firstColumn(sectionOf(reference, "Workflow input"))).toEqual(INPUT_NAMES);
  });

  it("lists the exit codes", () => {
    const listed = [...sectionOf(reference, "Exit codes").matchAll(/^\| (\d+) /gm)].map(([, code]) =>
      Number(code),
    );
    const help = examples("npm start --");
    const helped = help.slice(help.indexOf("Exit codes")).match(/\d+/g)!.map(Number);
    expect(listed).toEqual([...helped].sort((a, b) => a - b));
    expect(listed).toEqual(
      expect.arrayContaining([new EnvironmentFailure("a", "b").exitCode, new Refusal("a", "b").exitCode]),
    );
  });

  it("lists the fields of status --json", () => {
    const fields = [...source("app/ledger/run-status.ts").matchAll(/^ {2}readonly (\w+):/gm)].map(
      ([, name]) => name,
    );
    expect(firstColumn(sectionOf(reference, "`status --json`"))).toEqual(fields);
  });

  it("lists the flags of the other programs", () => {
    const section = sectionOf(reference, "Other programs");
    for (const program of ["clickhouse", "bench", "torture"]) {
      const flags = [...source(`scripts/${program}.ts`).matchAll(/^ *["']?(--[a-z-]+) /gm)].map(
        ([, flag]) => flag!,
      );
      expect(flags.length).toBeGreaterThan(0);
      for (const flag of flags) expect([flag, section]).toEqual([flag, expect.stringContaining(`\`${flag}`)]);
    }
  });

  it("lists the environment variables that are read, and no others", () => {
    const read = new Set<string>();
    const env = new Proxy({}, { get: (_, name) => void read.add(String(name)) });
    readStackAddresses(undefined, ROOT, env);
    checkOptions({ table: new OlapTable<{ image_id: number }>("docs_reference") }, env);
    styleFor(new FakeOutput(true), env);
    for (const file of ["app", "scripts", "tests/e2e"].flatMap(sources))
      for (const [, name] of source(file).matchAll(/process\.env\.([A-Z]\w+)/g)) read.add(name!);
    for (const inner of ["PATH", "INIT_CWD", "DATA_FAKER_CLOCK_SHIFT", "SHARDS"]) read.delete(inner);
    expect(firstColumn(sectionOf(reference, "Environment variables")).sort()).toEqual([...read].sort());
  });
});

it("docs/workflows.md lists the options of dataFaker", () => {
  const [options, refill] = source("app/workflows/faker-options.ts")
    .split("interface RefillOptions")
    .map((text) => [...text.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, name]) => name!));
  const listed = firstColumn(sectionOf(pageOf("docs/workflows.md"), "Options of `dataFaker`"));
  const all = [...options!, ...refill!.map((name) => `refill.${name}`)];
  expect(listed.sort()).toEqual(all.sort());
});

/** Flags of other programs that the pages name. */
const FOREIGN = /^--(input|filter|strip-components|write)$/;

it("no page names a flag that does not exist", () => {
  const known = new Set([
    ...CLI_OPTIONS.map(flagOf),
    ...sources("scripts").flatMap((file) => source(file).match(/(?<=["'` ])--[a-z][a-z-]*/g) ?? []),
  ]);
  for (const { file, text } of PAGES)
    for (const [flag] of text.matchAll(/(?<![\w-])--[a-z][a-z-]*/g))
      expect([file, flag, known.has(flag) || FOREIGN.test(flag)]).toEqual([file, flag, true]);
});

function sources(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => path.join(folder, file));
}
