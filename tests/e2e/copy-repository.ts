import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import path from "node:path";

const PROJECT = process.cwd();

/**
 * This repository as a Moose project, whose scripts `start` and `dev:faker` are the command line as compiled here.
 * @returns the project's folder, below `folder`
 */
export async function copyRepository(folder: string): Promise<string> {
  const project = path.join(folder, "project");
  await mkdir(project);
  for (const name of ["app", "datamodels", "moose", "tsconfig.json", "moose.config.toml"]) {
    await cp(path.join(PROJECT, name), path.join(project, name), { recursive: true });
  }
  await symlink(path.join(PROJECT, "node_modules"), path.join(project, "node_modules"));
  const command = `node ${JSON.stringify(path.join(PROJECT, "dist/scripts/data-faker.js"))}`;
  const manifest = JSON.parse(await readFile(path.join(PROJECT, "package.json"), "utf8"));
  const scripts = { start: command, "dev:faker": command };
  await writeFile(path.join(project, "package.json"), JSON.stringify({ ...manifest, scripts }));
  return project;
}
