import { fork } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Refusal } from "../../app/errors";
import { escaped } from "../../app/request/quoted";
import type { DeclaredTable } from "../../app/workflows/declared-tables";
import { filesIn, freshIndex, type Sources, withCompiledIndex } from "./compiled-index";
import { MooseConfig } from "./moose-config";
import { type Environment, projectVariables } from "./project-environment";

/** Seconds that the code of a project may take to be loaded. */
const LONGEST_LOADING = 60;
/** Loads a project's code; in the copy of this package that the code uses itself. */
const LOADER = "dist/scripts/print-declared.js";

/** The code of a Moose project, which is loaded in a process of its own: whatever it does, it does it there. */
export class ProjectCode {
  private readonly sources: Sources;
  /** The file that declares everything, from the project's folder. */
  readonly index: string;

  constructor(
    readonly directory: string,
    private readonly env: Environment,
  ) {
    this.sources = { directory, folder: MooseConfig.read(directory, env).sourceFolder() };
    this.index = path.posix.join(this.sources.folder, "index.ts");
  }

  /** Whether one of its files mentions `dataFaker`, and something that a pattern matches. */
  mentions(pattern: RegExp): boolean {
    const folder = path.join(this.directory, this.sources.folder);
    if (!existsSync(folder)) return false;
    return filesIn(folder)
      .filter((file) => /\.[cm]?tsx?$/.test(file))
      .map((file) => readFileSync(file, "utf8"))
      .some((text) => /\bdataFaker\b/.test(text) && pattern.test(text));
  }

  /**
   * The tables that it declares.
   * @param database of tables that name none
   * @throws Refusal `code-unreadable`
   */
  async tables(database: string): Promise<readonly DeclaredTable[]> {
    try {
      const fresh = freshIndex(this.sources);
      const found = fresh === undefined ? undefined : await this.load(fresh, database).catch(() => undefined);
      return found ?? (await withCompiledIndex(this.sources, (index) => this.load(index, database)));
    } catch (error) {
      const reason = escaped(firstLine((error as Error).message), 300);
      throw new Refusal(
        "code-unreadable",
        `The project's code (${escaped(this.index, 100)}), which says by dataFaker how rows are made, can't be loaded: ${reason}; correct that, or name the key and every column in a file for --spec`,
        { directory: this.directory },
        { cause: error },
      );
    }
  }

  private load(index: string, database: string): Promise<readonly DeclaredTable[]> {
    const child = fork(loaderFor(index), [index, database], {
      cwd: this.directory,
      env: {
        ...projectVariables(this.directory, this.env),
        MOOSE_SOURCE_DIR: this.sources.folder,
      },
      execArgv: [],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let complaints = "";
    child.stderr!.on(
      "data",
      (chunk: Buffer) => (complaints = `${complaints}${chunk.toString()}`.slice(-4_000)),
    );
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        child.kill("SIGKILL");
        reject(new Error(`it was not loaded within ${LONGEST_LOADING} seconds`));
      }, LONGEST_LOADING * 1000);
      child.on("error", reject);
      child.on("message", (answer: { tables: readonly DeclaredTable[] } | { failed: string }) => {
        if ("tables" in answer) resolve(answer.tables);
        else reject(new Error(answer.failed));
      });
      child.on("close", (code) => {
        clearTimeout(timer);
        reject(new Error(`its process ended with ${code} ${complaints}`.trim()));
      });
    });
  }
}

function loaderFor(index: string): string {
  const manifest = createRequire(index).resolve("data-faker/package.json");
  const loader = path.join(path.dirname(manifest), LOADER);
  if (existsSync(loader)) return loader;
  throw new Error("the project has an older version of data-faker, which can't tell: update it");
}

function firstLine(text: string): string {
  return text.split("\n").find((line) => line.trim() !== "") ?? text;
}
