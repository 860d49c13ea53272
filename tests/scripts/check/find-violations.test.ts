import { findViolations } from "../../../scripts/check/find-violations";

const problems = (file: string, text: string) =>
  findViolations(file, text).map((line) => line.replace(/^.*?:(\d+): /, "$1 "));

describe("findViolations", () => {
  it.each([
    ["app/rows/a.ts", 'import { x } from "../model/column";'],
    ["app/rows/deep/a.ts", 'import type { x } from "../row-block";'],
    ["app/model/a.ts", 'import { Refusal } from "../errors";'],
    ["app/plugin.ts", 'import { x } from "./run/run";\nconst y = process.env.SCHEDULE;'],
    ["scripts/a.ts", 'import { x } from "../app/plugin";\nconsole.log(process.argv);'],
    ["tests/run/a.test.ts", 'import { x } from "../../scripts/check";'],
    ["scripts/bench.ts", 'import { x } from "./bench/run-bench";'],
    ["scripts/doors/a.ts", 'import { x } from "../cli/commands";'],
    ["app/run/a.ts", 'import { x } from "./claim/owner";'],
    [
      "app/rows/a.ts",
      'import seedrandom from "seedrandom";\nconst d = new Date(0);\nconst m = Math.max(1, 2);',
    ],
    ["app/run/a.ts", "const now = Date.now();\n// console.log(process.env)\nconst s = 'process.exit()';"],
  ])("lets %s pass: %s", (file, text) => expect(findViolations(file, text)).toEqual([]));

  it.each([
    ["app/model/a.ts", 'import { x } from "../rows/b";', "1 imports app/rows/b, a room above its own"],
    [
      "app/rows/a.ts",
      '\nimport type { x } from "../run/run-event";',
      "2 imports app/run/run-event, a room above its own",
    ],
    [
      "app/run/a.ts",
      'export * from "../../scripts/project";',
      "1 imports scripts/project, a room above its own",
    ],
    ["app/run/a.ts", 'const x = require("../plugin");', "1 imports app/plugin, a room above its own"],
    [
      "app/run/a.ts",
      'const x = import("../workflows/w");',
      "1 imports app/workflows/w, a room above its own",
    ],
    [
      "app/run/a.ts",
      'type X = import("../workflows/w").X;',
      "1 imports app/workflows/w, a room above its own",
    ],
    [
      "app/errors.ts",
      'import { x } from "./model/column";',
      "1 imports app/model/column: app/errors imports from no room",
    ],
    [
      "scripts/cli/a.ts",
      'import type { X } from "../doors/b";',
      "1 imports scripts/doors/b, a room above its own",
    ],
    ["scripts/bench/a.ts", 'import { x } from "../bench";', "1 imports scripts/bench, a room above its own"],
    ["scripts/a.ts", 'import { x } from "./bench";', "1 imports scripts/bench: a program imports no other"],
    ["app/run/claim/a.ts", 'import { x } from "../b";', "1 imports app/run/b, a room above its own"],
    ["scripts/odd/a.ts", 'import { x } from "../cli/b";', "1 lies in no room of the house"],
    ["app/odd/a.ts", 'import { x } from "../model/column";', "1 lies in no room of the house"],
    [
      "scripts/a.ts",
      'import { x } from "../../elsewhere/b";',
      "1 imports ../../elsewhere/b, outside the project",
    ],
    [
      "app/plugin.ts",
      'import { x } from "../datamodels/images-analytical";',
      expect.stringContaining("registers no table"),
    ],
    ["app/rows/a.ts", "const x = Date.now();", "1 Date.now: time and randomness come in as arguments"],
    ["app/plan/a.ts", "const x = Math.random;", "1 Math.random: time and randomness come in as arguments"],
    [
      "app/plan/a.ts",
      'const x = Math["random"]();',
      "1 Math.random: time and randomness come in as arguments",
    ],
    ["app/rows/a.ts", "const x = new Date();", "1 new Date() reads the clock; time comes in as an argument"],
    ["app/run/a.ts", "console.error(1);", "1 console.error: only a door prints, exits, or reads the process"],
    [
      "app/run/a.ts",
      "const x = process.env.HOME;",
      "1 process.env: only a door prints, exits, or reads the process",
    ],
    [
      "app/ledger/a.ts",
      "process.exit(1);",
      "1 process.exit: only a door prints, exits, or reads the process",
    ],
  ])("refuses %s: %s", (file, text, problem) => expect(problems(file, text)).toEqual([problem]));

  it("limits the lines of a file with code, not those of a table of data", () => {
    const lines = (count: number) => "\n".repeat(count - 1);
    expect(findViolations("app/rows/a.ts", `export function f() {}${lines(250)}`)).toEqual([]);
    expect(findViolations("app/rows/a.ts", `export function f() {}${lines(252)}`)).toEqual([
      expect.stringContaining("at most 250"),
    ]);
    expect(findViolations("app/rows/a.ts", `export const f = () => 1;${lines(252)}`)).toHaveLength(1);
    expect(
      findViolations(
        "app/rows/a.ts",
        `export const words = ["a", "b"] as const;\nexport interface W { f(): void }${lines(999)}`,
      ),
    ).toEqual([]);
  });
});
