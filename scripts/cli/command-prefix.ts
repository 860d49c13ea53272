import path from "node:path";
import type { Environment } from "./environment";

const MANAGERS = {
  npm: { runner: "npx data-faker", run: (script: string) => `npm ${builtIn(script)}${script} --` },
  pnpm: { runner: "pnpm exec data-faker", run: (script: string) => `pnpm ${script}` },
  yarn: { runner: "yarn data-faker", run: (script: string) => `yarn ${script}` },
  bun: { runner: "bunx data-faker", run: (script: string) => `bun run ${script}` },
};

/**
 * What a user types before the flags, by how the program was called: `npm start --`, `npm run dev:faker --`,
 * `pnpm dev:faker`, `pnpm --filter data-faker start`, `npx data-faker`, or `data-faker`.
 */
export function commandPrefix(env: Environment): string {
  const manager = (/^(npm|pnpm|yarn|bun)\//.exec(env.npm_config_user_agent ?? "")?.[1] ??
    "npm") as keyof typeof MANAGERS;
  const { runner, run } = MANAGERS[manager];
  const script = env.npm_lifecycle_event;
  if (script === undefined && env.npm_command !== "exec") return "data-faker";
  if (script === undefined || script === "npx" || givesCommand(env)) return runner;
  if (!calledFromOutside(env)) return run(script);
  const name = env.npm_package_name ?? "data-faker";
  return manager === "pnpm" ? `pnpm --filter ${name} ${script}` : run(`${script} -w ${name}`);
}

/** The same with the package manager's own lines left out, which it prints before a script's output. */
export function silentPrefix(prefix: string): string {
  return prefix.startsWith("npm ")
    ? prefix.replace(/ --$/, " --silent --")
    : prefix.replace(/^(pnpm|yarn) /, "$1 --silent ");
}

function builtIn(script: string): string {
  return /^start\b/.test(script) ? "" : "run ";
}

/** A script such as `data-faker dev`: other commands don't go behind it. */
function givesCommand({ npm_lifecycle_script: script = "" }: Environment): boolean {
  return /data-faker(\.js)? dev\b/.test(script);
}

/** A workspace's member was named by a flag: its folder is not the caller's. */
function calledFromOutside({ INIT_CWD: from, npm_package_json: manifest }: Environment): boolean {
  if (from === undefined || manifest === undefined) return false;
  return path.relative(path.dirname(manifest), from).startsWith("..");
}
