import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";

/** A folder for the bodies and answers that are too large for memory. Whatever a killed process left in it is removed. */
export class Spool {
  private files = 0;

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { force: true });
  }

  /** The path of a file that does not exist yet. */
  newFile(): string {
    this.files += 1;
    return join(this.folder, `${process.pid}-${this.files}.tmp`);
  }

  /**
   * `file` as a statement has to name it. The engine takes `*`, `?` and braces in a path for patterns; the server process
   * therefore works in the folder above, which leaves a path without them.
   */
  static sqlPath(file: string): string {
    return relative(process.cwd(), file);
  }
}
