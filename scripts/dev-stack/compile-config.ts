import { readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import path from "node:path";

const NAME = "tsconfig.moose-build.json";

/**
 * Keeps the settings of Moose's compiler in a project's folder while Moose runs. `moose-cli dev` watches the
 * sources with them, but any other command of Moose that compiles (`workflow run`) removes them when it is
 * done: the watcher then ends, in silence, and no later change is loaded any more.
 */
export class CompileConfig {
  private readonly file: string;
  private readonly watcher;
  private text: string | undefined;

  /** @param directory absolute path of the project's folder */
  constructor(directory: string) {
    this.file = path.join(directory, NAME);
    this.watcher = watch(directory, (_, name) => {
      if (name === NAME) this.look();
    });
  }

  /** Removes them, as Moose does in the end. */
  remove(): void {
    this.watcher.close();
    rmSync(this.file, { force: true });
  }

  private look(): void {
    try {
      this.text = readFileSync(this.file, "utf8");
    } catch {
      // The watcher looks for them a quarter of a second after the removal.
      if (this.text !== undefined) writeFileSync(this.file, this.text);
    }
  }
}
