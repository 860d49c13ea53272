import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** A project's sources. */
export interface Sources {
  /** Absolute path of the project's folder. */
  readonly directory: string;
  /** The folder of its index, from there: `app`, as a rule. */
  readonly folder: string;
}

/** Where Moose's compiler writes to unless tsconfig.json names a folder. */
const MOOSE_OUTPUT = ".moose/compiled";
const SOURCE_ENDS = [".ts", ".tsx", ".mts", ".cts"];
/** Seconds; on a machine with much to do a large project takes minutes. */
const LONGEST_COMPILATION = 300;

/** The compiled index that Moose has left; `undefined` where a source has changed since, or there is none. */
export function freshIndex({ directory, folder }: Sources): string | undefined {
  const config = textOf(path.join(directory, "tsconfig.json"));
  const named = /"outDir"\s*:\s*"([^"]+)"/.exec(config)?.[1];
  for (const output of [named, MOOSE_OUTPUT]) {
    if (output === undefined) continue;
    const compiled = path.resolve(directory, output);
    const index = path.join(compiled, folder, "index.js");
    if (existsSync(index) && isFresh(directory, compiled)) return index;
  }
  return undefined;
}

/**
 * Compiles a project's sources as Moose does, into a folder of their own: Moose's own is left alone, because Moose
 * may be at work there.
 * @param use is given the compiled index, which is removed afterwards
 * @throws Error whose message is the compiler's first complaint
 */
export async function withCompiledIndex<T>(
  { directory, folder }: Sources,
  use: (index: string) => Promise<T>,
): Promise<T> {
  const own = path.join(directory, ".data-faker");
  mkdirSync(own, { recursive: true });
  const output = mkdtempSync(path.join(own, "code-"));
  // Beside the project's own, so that what that says of folders holds.
  const config = path.join(directory, `tsconfig.${path.basename(output)}.json`);
  try {
    writeFileSync(config, JSON.stringify(compilerConfig(directory, output)));
    await compile(directory, config);
    return await use(path.join(output, folder, "index.js"));
  } finally {
    rmSync(config, { force: true });
    rmSync(output, { recursive: true, force: true });
  }
}

/** Whether no source is younger than what was made of it. A copy keeps the time of its contents, not of itself. */
function isFresh(directory: string, compiled: string): boolean {
  return filesIn(compiled)
    .filter((file) => file.endsWith(".js"))
    .every((file) => {
      const stem = path.join(directory, path.relative(compiled, file).slice(0, -".js".length));
      const source = SOURCE_ENDS.map((end) => statSync(stem + end, { throwIfNoEntry: false })).find(Boolean);
      return source === undefined || Math.max(source.mtimeMs, source.ctimeMs) <= statSync(file).mtimeMs;
    });
}

/** All files below a folder, but for those of packages and of folders that hide. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (!entry.isDirectory()) return [file];
    return /^\.|^node_modules$/.test(entry.name) ? [] : filesIn(file);
  });
}

/** As `moose-tspc` has it; a plugin is named by its file, since a package may lie further up. */
function compilerConfig(directory: string, output: string): object {
  const moose = path.dirname(requireIn(directory).resolve("@514labs/moose-lib/package.json"));
  return {
    extends: "./tsconfig.json",
    compilerOptions: {
      experimentalDecorators: true,
      esModuleInterop: true,
      allowSyntheticDefaultImports: true,
      verbatimModuleSyntax: false,
      module: "CommonJS",
      moduleResolution: "Node",
      skipLibCheck: true,
      noEmit: false,
      emitDeclarationOnly: false,
      composite: false,
      declaration: false,
      declarationMap: false,
      incremental: false,
      noEmitOnError: true,
      rootDir: ".",
      outDir: output,
      plugins: [
        { transform: path.join(moose, "dist/compilerPlugin.js") },
        { transform: "typia/lib/transform" },
      ],
    },
  };
}

function compile(directory: string, config: string): Promise<void> {
  const compiler = path.join(
    path.dirname(requireIn(directory).resolve("ts-patch/package.json")),
    "bin/tspc.js",
  );
  const env = { ...process.env, MOOSE_DISABLE_COMPILER_LOGS: "true" };
  const options = { cwd: directory, env, timeout: LONGEST_COMPILATION * 1000, maxBuffer: 1e8 };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [compiler, "-p", config, "--pretty", "false"], options, (error, out, err) => {
      if (error === null) return resolve();
      const complaints = `${out}\n${err}`.split("\n").filter((line) => /\berror\b/i.test(line));
      const late = error.killed ? `it was not compiled within ${LONGEST_COMPILATION} seconds` : undefined;
      reject(new Error(late ?? complaints[0] ?? error.message));
    });
  });
}

function requireIn(directory: string): NodeJS.Require {
  return createRequire(path.join(directory, "package.json"));
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
