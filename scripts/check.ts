import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { findViolations } from "./check/find-violations";

const ROOT = path.resolve(__dirname, "..", "..");

/** All sources, as paths from the project's folder with `/`. */
function sourceFiles(): string[] {
  return ["app", "datamodels", "scripts", "tests"].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => `${folder}/${file.replaceAll(path.sep, "/")}`),
  );
}

/** What `npm test -- <kind>` runs: `x.test.ts` is a unit test, `x.integration.test.ts` starts an engine, a server or a process. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  unit: ["--testPathIgnorePatterns=/tests/e2e/|[.]integration[.]test[.]js$"],
  integration: ["--testPathPatterns=[.]integration[.]test[.]js$"],
  e2e: ["--testPathPatterns=/tests/e2e/"],
};

/** `npm test -- tests/rows/seed.test.ts` means the file's compiled form. */
function jestArguments(argv: readonly string[]): string[] {
  return argv
    .filter((argument, i) => i > 0 || argument !== "--")
    .flatMap((argument) => KINDS[argument] ?? [argument.replace(/\.ts$/, ".js")]);
}

function runJest(argv: readonly string[]): void {
  const jest = path.join(path.dirname(require.resolve("jest/package.json")), "bin", "jest.js");
  const child = spawn(process.execPath, [jest, ...jestArguments(argv)], { cwd: ROOT, stdio: "inherit" });
  // A Ctrl+C reaches jest by itself; this process waits for it and takes over its exit code.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.on("close", (code, signal) => {
    process.exitCode = code ?? (signal === "SIGINT" ? 130 : 143);
  });
}

const violations = sourceFiles().flatMap((file) =>
  findViolations(file, readFileSync(path.join(ROOT, file), "utf8")),
);
if (violations.length > 0) {
  process.stderr.write(
    `The rules of the house are broken:\n${violations.map((line) => `  ${line}\n`).join("")}`,
  );
  process.exitCode = 1;
} else {
  runJest(process.argv.slice(2));
}
