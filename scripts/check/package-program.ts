import { readFileSync } from "node:fs";
import path from "node:path";

/** The file that runs a program of an installed package of this name. */
export function packageProgram(name: string, root: string): string {
  const folder = path.join(root, "node_modules", name);
  const { bin } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
    bin: string | Readonly<Record<string, string>>;
  };
  return path.join(folder, typeof bin === "string" ? bin : bin[name]!);
}
