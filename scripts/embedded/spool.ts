import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EnvironmentFailure } from "../../app/errors";
import { isAlive } from "./process-life";

/** Folders for temporary files: prefix, pid namespace, pid, and six letters of chance. */
const FAR = /^data-faker-spool-(\w+)-(\d+)-\w+$/;

/** A folder for the bodies and answers that are too large for memory. */
export class Spool {
  private files = 0;

  private constructor(
    private readonly folder: string,
    private readonly isOwn: boolean,
  ) {}

  /**
   * `spool` below `folder`, or a folder of the system's for temporary files where the engine would not read
   * that path as a plain one. What killed processes left in either is removed. To be called by the one process
   * that has the folder.
   */
  static below(folder: string): Spool {
    removeAbandoned();
    const near = join(folder, "spool");
    if (isPlain(near)) {
      mkdirSync(near, { recursive: true, mode: 0o700 });
      for (const name of readdirSync(near)) rmSync(join(near, name), { force: true });
      return new Spool(near, false);
    }
    const far = join(tmpdir(), `data-faker-spool-${pidNamespace()}-${process.pid}-`);
    if (isPlain(far)) return new Spool(mkdtempSync(far), true);
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

  /** Removes the folder where it is one among the system's temporary files. */
  close(): void {
    if (this.isOwn) rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Removes the temporary folders of processes that are provably gone. */
function removeAbandoned(): void {
  try {
    for (const name of readdirSync(tmpdir())) {
      const [, namespace, pid] = FAR.exec(name) ?? [];
      if (namespace === pidNamespace() && !isAlive(Number(pid)))
        rmSync(join(tmpdir(), name), { recursive: true, force: true });
    }
  } catch {
    // Somebody else's: it is in nobody's way.
  }
}

/** Process ids of another namespace, a container's say, tell nothing here; `none` where there is no such thing. */
function pidNamespace(): string {
  try {
    return /\d+/.exec(readlinkSync("/proc/self/ns/pid"))?.[0] ?? "none";
  } catch {
    return "none";
  }
}

/** The engine expands patterns in a path, and a pattern that fits no file is an INSERT of no rows. */
function isPlain(path: string): boolean {
  return !/[*?{}[\]|]|::/.test(path);
}
