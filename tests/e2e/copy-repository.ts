import { cp, mkdir, symlink } from "node:fs/promises";
import path from "node:path";

const PROJECT = process.cwd();

/** This repository as a Moose project. @returns the project's folder, below `folder` */
export async function copyRepository(folder: string): Promise<string> {
  const project = path.join(folder, "project");
  await mkdir(project);
  for (const name of ["app", "datamodels", "moose", "package.json", "tsconfig.json", "moose.config.toml"]) {
    await cp(path.join(PROJECT, name), path.join(project, name), { recursive: true });
  }
  await symlink(path.join(PROJECT, "node_modules"), path.join(project, "node_modules"));
  return project;
}
