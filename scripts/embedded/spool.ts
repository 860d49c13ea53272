import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EnvironmentFailure } from "../../app/errors";

/**
 * A folder for the bodies and answers that are too large for memory. Whatever a killed process left in it is
 * removed.
 */
export class Spool {
  private files = 0;

  private constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { force: true });
  }

  /**
   * `spool` below `folder`, or a folder of the system's for temporary files where the engine would not read
   * that path as a plain one. To be called by the one process that has the folder.
   */
  static below(folder: string): Spool {
    const near = join(folder, "spool");
    if (isPlain(near)) return new Spool(near);
    const name = createHash("sha256").update(folder).digest("hex").slice(0, 16);
    const far = join(tmpdir(), `data-faker-spool-${name}`);
    if (isPlain(far)) return new Spool(far);
    throw new EnvironmentFailure(
      "embedded-failed",
      `Neither ${folder} nor ${tmpdir()} can hold temporary files: ClickHouse would read their names as patterns; use another folder`,
      { folder },
    );
  }

  /** The path of a file that does not exist yet. */
  newFile(): string {
    this.files += 1;
    return join(this.folder, `${process.pid}-${this.files}.tmp`);
  }
}

/** The engine expands patterns in a path, and a pattern that fits no file is an INSERT of no rows. */
function isPlain(path: string): boolean {
  return !/[*?{}[\]|]|::/.test(path);
}
