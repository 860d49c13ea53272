import { cp, mkdir, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { linkPackages } from "./link-packages";

const REPOSITORY = process.cwd();
const EXAMPLE = path.join(REPOSITORY, "examples/monorepo/packages/moosestack-service");

/**
 * A Moose project of one file, which imports the package as it is compiled here: Moose compiles it in no time.
 * @param index the text of `app/index.ts`
 */
export function serviceProject(index: string): (folder: string) => Promise<string> {
  return async (folder) => {
    const project = path.join(folder, "service");
    const modules = path.join(project, "node_modules");
    await mkdir(path.join(project, "app"), { recursive: true });
    for (const name of ["package.json", "tsconfig.json", "moose.config.toml"])
      await cp(path.join(EXAMPLE, name), path.join(project, name));
    await writeFile(path.join(project, "app/index.ts"), index);
    await linkPackages(modules);
    await symlink(REPOSITORY, path.join(modules, "data-faker"));
    return project;
  };
}
