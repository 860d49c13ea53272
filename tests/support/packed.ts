import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Makes the package's archive, as it would be published, in a folder. @returns its path */
export async function packInto(folder: string): Promise<string> {
  const program = path.join(process.cwd(), "dist/scripts/pack.js");
  const { stdout } = await run(process.execPath, [program], { cwd: folder });
  return path.join(folder, stdout.trim());
}

/** Unpacks an archive of a package. @param to the package's folder, made where it is missing */
export async function unpack(archive: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await run("tar", ["xzf", archive, "-C", to, "--strip-components=1"]);
}
