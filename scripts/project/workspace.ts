import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { CONFIG_FILE } from "./moose-config";

/** Folders between a workspace's root and its Moose projects: `packages/group/service`. */
const DEPTH = 3;

/** Absolute paths of the Moose projects in the workspace that a folder belongs to; none outside of one. */
export function workspaceProjects(from: string): string[] {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (isWorkspace(folder)) return projectsBelow(folder, DEPTH);
    if (folder === path.dirname(folder)) return [];
  }
}

function isWorkspace(folder: string): boolean {
  if (existsSync(path.join(folder, "pnpm-workspace.yaml"))) return true;
  const manifest = path.join(folder, "package.json");
  return existsSync(manifest) && /"workspaces"\s*:/.test(readFileSync(manifest, "utf8"));
}

function projectsBelow(folder: string, depth: number): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name))
    .map((entry) => path.join(folder, entry.name))
    .flatMap((inner) => {
      if (existsSync(path.join(inner, CONFIG_FILE))) return [inner];
      return depth > 1 ? projectsBelow(inner, depth - 1) : [];
    });
}
