import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const ROOT = process.cwd();
const manifest = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
/** Files that are started by their path. */
const STARTED = ["dist/app/run/write/threads/batch-thread.js", "dist/scripts/embedded/main.js"];

/** The files that these load, and what they load, and so on; relative paths, themselves included. */
function reachable(
  entries: readonly string[],
  specifier: RegExp,
  resolve: (from: string, name: string) => string,
): string[] {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    for (const [, name] of readFileSync(file, "utf8").matchAll(specifier)) visit(resolve(file, name!));
  };
  for (const entry of entries) visit(path.join(ROOT, entry));
  return [...found].map((file) => path.relative(ROOT, file));
}

/** Not what the compiler leaves of a source of types, which nothing loads. */
function hasContent(file: string): boolean {
  return !/^"use strict";\nObject\.defineProperty\(exports, "__esModule", \{ value: true \}\);\n(\/\/#.*\s*)?$/.test(
    readFileSync(path.join(ROOT, file), "utf8"),
  );
}

it("the package holds what its two doors load, their types, and nothing else", () => {
  const packed = JSON.parse(
    execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
      cwd: ROOT,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }),
  );
  const files = packed[0].files.map((file: { path: string }) => file.path);
  const code = reachable(
    [manifest.main, manifest.bin["data-faker"], ...STARTED],
    /(?:require|import)\("(\.[^"]+)"\)/g,
    (from, name) => createRequire(from).resolve(name),
  );
  const types = reachable([manifest.types], /from "(\.[^"]+)"/g, (from, name) =>
    path.join(path.dirname(from), `${name}.d.ts`),
  );
  const others = [
    "LICENSE",
    "README.md",
    "package.json",
    "packages/kafka-stub/index.js",
    "packages/kafka-stub/package.json",
    ...readdirSync(path.join(ROOT, "docs")).map((page) => `docs/${page}`),
  ];
  expect(files.filter(hasContent).sort()).toEqual([...code, ...types, ...others].filter(hasContent).sort());
});
