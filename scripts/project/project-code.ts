import { fork } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Refusal } from "../../app/errors";
import { escaped } from "../../app/request/quoted";
import type { DeclaredQuery } from "../../app/workflows/declared-queries";
import type { DeclaredTable } from "../../app/workflows/declared-tables";
import { filesIn, freshIndex, type Sources, withCompiledIndex } from "./compiled-index";
import { MooseConfig } from "./moose-config";
import { type Environment, projectVariables } from "./project-environment";

/** Seconds that the code of a project may take to be loaded. */
const LONGEST_LOADING = 60;
/** Loads a project's code. */
const LOADER = "dist/scripts/print-declared.js";
/** Queries need no registry of tables, so a project without this package has them, too. */
const OWN_LOADER = path.resolve(__dirname, "../print-declared.js");

interface Declared {
  readonly tables: readonly DeclaredTable[];
  readonly queries: readonly DeclaredQuery[];
}

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

  /** Whether one of its files has a match of each pattern. */
  mentions(...patterns: readonly RegExp[]): boolean {
    const folder = path.join(this.directory, this.sources.folder);
    if (!existsSync(folder)) return false;
    return filesIn(folder)
      .filter((file) => /\.[cm]?tsx?$/.test(file))
      .map((file) => readFileSync(file, "utf8"))
      .some((text) => patterns.every((pattern) => pattern.test(text)));
  }

  /**
   * The tables that it declares.
   * @param database of tables that name none
   * @throws Refusal `code-unreadable`
   */
  async tables(database: string): Promise<readonly DeclaredTable[]> {
    const declared = await this.declared(
      (index) => this.load(loaderFor(index), index, database),
      "which says by dataFaker how rows are made",
      "name the key and every column in a file for --spec",
    );
    return declared.tables;
  }

  /**
   * The queries that its index exports.
   * @throws Refusal `code-unreadable`
   */
  async queries(): Promise<readonly DeclaredQuery[]> {
    const declared = await this.declared(
      (index) => this.load(OWN_LOADER, index, ""),
      "which may export queries",
      "name a file or a folder of queries with --queries",
    );
    return declared.queries;
  }

  /**
   * @param load is given the compiled index
   * @param what the code is asked for
   * @param instead what else can be done where that fails
   */
  private async declared(
    load: (index: string) => Promise<Declared>,
    what: string,
    instead: string,
  ): Promise<Declared> {
    try {
      const fresh = freshIndex(this.sources);
      const found = fresh === undefined ? undefined : await load(fresh).catch(() => undefined);
      return found ?? (await withCompiledIndex(this.sources, load));
    } catch (error) {
      const reason = escaped(firstLine((error as Error).message), 300);
      throw new Refusal(
        "code-unreadable",
        `The project's code (${escaped(this.index, 100)}), ${what}, can't be loaded: ${reason}; correct that, or ${instead}`,
        { directory: this.directory },
        { cause: error },
      );
    }
  }

  private load(loader: string, index: string, database: string): Promise<Declared> {
    const child = fork(loader, [index, database], {
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
      child.on("message", (answer: Declared | { failed: string }) => {
        if ("tables" in answer) resolve(answer);
        else reject(new Error(answer.failed));
      });
      child.on("close", (code) => {
        clearTimeout(timer);
        reject(new Error(`its process ended with ${code} ${complaints}`.trim()));
      });
    });
  }
}

/** In the copy of this package that the code uses itself: the tables are in its registry. */
function loaderFor(index: string): string {
  const manifest = createRequire(index).resolve("data-faker/package.json");
  const loader = path.join(path.dirname(manifest), LOADER);
  if (existsSync(loader)) return loader;
  throw new Error("the project has an older version of data-faker, which can't tell: update it");
}

function firstLine(text: string): string {
  return text.split("\n").find((line) => line.trim() !== "") ?? text;
}
