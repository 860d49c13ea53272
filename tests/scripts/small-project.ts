import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(__dirname, "../../..");
/** The program of the small project, as the bootstrap is told it. */
export const TARGET = "dist/scripts/hello.js";

/** Its source. */
export const HELLO = `declare const process: any;
declare const setTimeout: any;
declare const console: any;
let signals = 0;
if (process.argv[2] === "wait") {
  process.on("SIGINT", () => setTimeout(() => { console.log("signals", ++signals); process.exit(7); }, 300));
  setTimeout(() => {}, 30000);
}
console.log(JSON.stringify(process.argv.slice(2)));
if (process.argv[2] === "exit") process.exitCode = Number(process.argv[3]);
`;

/**
 * A small project with the bootstrap and with the compiler as its one package, from a folder, so that npm
 * installs it without a registry. Its compiler can be told to dawdle.
 */
export function makeSmallProject(folder: string): void {
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  cpSync(path.join(ROOT, "scripts/bootstrap.js"), path.join(folder, "scripts/bootstrap.js"));
  cpSync(path.join(ROOT, "scripts/bootstrap"), path.join(folder, "scripts/bootstrap"), { recursive: true });
  cpSync(path.join(ROOT, ".gitignore"), path.join(folder, ".gitignore"));
  const devDependencies = { "ts-patch": "file:./packages/ts-patch" };
  const manifest = { name: "small", version: "1.0.0", devDependencies };
  const scripts = { start: `node scripts/bootstrap.js ${TARGET}`, prepare: "touch prepared" };
  write("package.json", JSON.stringify({ ...manifest, scripts }, undefined, 2));
  const packages = {
    "": manifest,
    "node_modules/ts-patch": { resolved: "packages/ts-patch", link: true },
    "packages/ts-patch": { version: "1.0.0", dev: true },
  };
  write(
    "package-lock.json",
    JSON.stringify({ name: "small", version: "1.0.0", lockfileVersion: 3, requires: true, packages }),
  );
  write("packages/ts-patch/package.json", JSON.stringify({ name: "ts-patch", version: "1.0.0" }));
  const compiler = require.resolve("typescript/lib/tsc.js");
  write(
    "packages/ts-patch/bin/tspc.js",
    `console.log("chatter");\nsetTimeout(() => require(${JSON.stringify(compiler)}), Number(process.env.DAWDLE ?? 0));\n`,
  );
  const compilerOptions = {
    target: "ES2022",
    lib: ["ES2022"],
    module: "CommonJS",
    rootDir: ".",
    outDir: "dist",
    declaration: true,
    sourceMap: true,
    types: [],
    skipLibCheck: true,
    strict: true,
  };
  write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["app", "scripts", "tests"] }));
  write("scripts/hello.ts", HELLO);
  write("app/one.ts", "export const one = 1;\n");
}
