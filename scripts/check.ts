import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { quoted } from "../app/request/quoted";
import { findCycles } from "./check/find-cycles";
import { findViolations } from "./check/find-violations";
import { housePlan } from "./check/house-plan";
import { packageProgram } from "./check/package-program";
import { testArguments, unknownTests } from "./check/test-arguments";

const ROOT = path.resolve(__dirname, "..", "..");

/** All sources by their path from the project's folder, with `/`. */
function sources(): Map<string, string> {
  const files = ["app", "datamodels", "moose", "scripts", "tests"].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => `${folder}/${file.replaceAll(path.sep, "/")}`),
  );
  return new Map(files.sort().map((file) => [file, readFileSync(path.join(ROOT, file), "utf8")]));
}

/** Runs a package's program to its end; a Ctrl+C reaches it by itself, and this process waits for it. */
function runProgram(name: string, args: readonly string[]): Promise<number> {
  return new Promise((done) => {
    const command = [packageProgram(name, ROOT), ...args];
    const child = spawn(process.execPath, command, { cwd: ROOT, stdio: "inherit" });
    const end = () => child.kill("SIGTERM");
    process.on("SIGTERM", end);
    child.on("close", (code, signal) => {
      process.off("SIGTERM", end);
      done(code ?? (signal === "SIGINT" ? 130 : 143));
    });
  });
}

/** Without their caches: what ESLint finds in a file also depends on the types of others. */
async function checkStyle(): Promise<number> {
  const codes = await Promise.all([
    runProgram("prettier", ["--check", "--log-level", "warn", "."]),
    runProgram("eslint", ["--max-warnings", "0", "."]),
  ]);
  return Math.max(...codes);
}

async function main(): Promise<number> {
  const { plan, lint, jest } = testArguments(process.argv.slice(2));
  const texts = sources();
  if (plan) {
    process.stdout.write(`${housePlan(texts)}\n`);
    return 0;
  }
  const problems = [...texts].flatMap(([file, text]) => findViolations(file, text));
  problems.push(...findCycles(texts));
  if (problems.length > 0) {
    const lines = problems.map((line) => `  ${line}\n`).join("");
    process.stderr.write(`The rules of the house are broken:\n${lines}`);
    return 1;
  }
  const unknown = unknownTests(jest ?? [], texts.keys());
  if (unknown.length > 0) {
    process.stderr.write(
      `No test is called ${unknown.map((name) => quoted(name)).join(", ")}: name a kind (lint, unit, integration, e2e) or a file such as tests/plan/range.test.ts\n`,
    );
    return 2;
  }
  const code = lint ? await checkStyle() : 0;
  return code !== 0 || jest === undefined ? code : runProgram("jest", jest);
}

process.on("SIGINT", () => undefined);
void main().then((code) => {
  process.exitCode = code;
});
