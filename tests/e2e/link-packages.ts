import { mkdir, readdir, symlink } from "node:fs/promises";
import path from "node:path";

/** Puts this repository's packages into a project's `node_modules`. */
export async function linkPackages(modules: string): Promise<void> {
  const own = path.join(process.cwd(), "node_modules");
  await mkdir(modules, { recursive: true });
  for (const name of await readdir(own)) await symlink(path.join(own, name), path.join(modules, name));
}
