import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { unpack } from "./support/packed";

const ROOT = process.cwd();
const manifest = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
/** Files that are started, or read for a browser, by their path. */
const STARTED = [
  "dist/app/page/browser/main.js",
  "dist/app/run/write/threads/batch-thread.js",
  "dist/scripts/embedded/main.js",
  "dist/scripts/print-declared.js",
];

/** Made when the sources are compiled, and read by the module beside it. */
const TABLES = "dist/app/domains/images/captions/tables.bin";

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

let folder: string;
/** Where the archive is unpacked. */
let packed: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "data-faker-packed-"));
  // As a person calls it, but not in the repository: the archive is made where npm is called.
  symlinkSync(path.join(ROOT, "scripts"), path.join(folder, "scripts"));
  copyFileSync(path.join(ROOT, "package.json"), path.join(folder, "package.json"));
  const archive = execFileSync("npm", ["run", "--silent", "package"], { cwd: folder, encoding: "utf8" });
  packed = path.join(folder, "package");
  await unpack(path.join(folder, archive.trim()), packed);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("its manifest names nothing that is not packed, and nothing for this repository alone", () => {
  const { scripts, ...rest } = JSON.parse(readFileSync(path.join(packed, "package.json"), "utf8"));
  const { scripts: ours, devDependencies, overrides, ...kept } = manifest;
  expect([ours, devDependencies, overrides]).not.toContain(undefined);
  expect(rest).toEqual(kept);
  expect(Object.keys(scripts)).toContain("start");
  for (const script of Object.values<string>(scripts))
    expect([script, existsSync(path.join(packed, script.split(" ")[1]!))]).toEqual([script, true]);
});

it("npm's own command is refused, since it would take the repository's manifest", () => {
  expect(() => execFileSync("npm", ["pack", "--dry-run"], { cwd: ROOT, stdio: "pipe" })).toThrow(
    /use npm run package/,
  );
});

it("the captions' tables are packed, and suit the packed sources", () => {
  const module = path.join(packed, path.dirname(TABLES), "stored-tables.js");
  const script = `console.log(require(${JSON.stringify(module)}).storedTables() !== undefined)`;
  expect(execFileSync(process.execPath, ["-e", script], { encoding: "utf8" })).toBe("true\n");
});

it("the package holds what its two doors load, their types, and nothing else", () => {
  const files = readdirSync(packed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(packed, path.join(entry.parentPath, entry.name)));
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
    TABLES,
    "packages/kafka-stub/index.js",
    "packages/kafka-stub/package.json",
    ...readdirSync(path.join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
      .filter((page) => path.extname(page) !== "")
      .map((page) => `docs/${page}`),
    ...readdirSync(path.join(ROOT, "queries/images")).map((file) => `queries/images/${file}`),
  ];
  expect(files.filter(hasContent).sort()).toEqual([...code, ...types, ...others].filter(hasContent).sort());
});
