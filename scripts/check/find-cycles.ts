import ts from "typescript";
import { importsOf } from "./imports";

/**
 * Files that import each other, directly or by way of others, types included.
 * @param texts the sources by path from the project's folder, with `/` and the extension
 * @returns one line a cycle, beginning with the file and the line of the import that closes it
 */
export function findCycles(texts: ReadonlyMap<string, string>): string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const walk = (file: string): void => {
    way.push(file);
    const source = ts.createSourceFile(file, texts.get(file)!, ts.ScriptTarget.Latest, true);
    for (const { target, line } of importsOf(file, source)) {
      const next = target === undefined ? undefined : fileOf(target, texts);
      if (next === undefined || done.has(next)) continue;
      const start = way.indexOf(next);
      if (start < 0) walk(next);
      else cycles.push(`${file}:${line}: closes a cycle: ${[...way.slice(start), next].join(" > ")}`);
    }
    way.pop();
    done.add(file);
  };
  for (const file of texts.keys()) if (!done.has(file)) walk(file);
  return cycles;
}

function fileOf(target: string, texts: ReadonlyMap<string, string>): string | undefined {
  return [`${target}.ts`, `${target}/index.ts`].find((file) => texts.has(file));
}
