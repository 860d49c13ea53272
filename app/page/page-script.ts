import { readFileSync } from "node:fs";
import path from "node:path";

const ENTRY = path.join(__dirname, "browser", "main.js");

/**
 * What the browser runs: the compiled modules that `browser/main` needs, each in a function, as CommonJS has them.
 */
export function pageScript(): string {
  const modules = new Map<string, string>();
  const add = (file: string): string => {
    const id = path.relative(path.dirname(ENTRY), file);
    if (modules.has(id)) return id;
    modules.set(id, "");
    const text = readFileSync(file, "utf8").replace(/^\/\/# sourceMappingURL=.*$/m, "");
    const source = text.replace(
      /\brequire\("(\.[^"]+)"\)/g,
      (_, name: string) => `require(${JSON.stringify(add(`${path.resolve(path.dirname(file), name)}.js`))})`,
    );
    modules.set(id, source);
    return id;
  };
  const entry = add(ENTRY);
  const functions = [...modules].map(
    ([id, source]) => `${JSON.stringify(id)}: (exports, require) => {\n${source}\n}`,
  );
  return `(() => {
const modules = {${functions.join(",\n")}};
const loaded = {};
const require = (id) => {
  if (!(id in loaded)) modules[id]((loaded[id] = {}), require);
  return loaded[id];
};
require(${JSON.stringify(entry)});
})();
`;
}
