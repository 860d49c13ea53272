import type { Environment } from "./environment";

/**
 * What a user types before the flags, by how the program was called: `npm start --`, `npm run dev:faker --`,
 * `pnpm start`, or `data-faker`.
 */
export function commandPrefix(env: Environment): string {
  const script = env.npm_lifecycle_event;
  if (script === undefined || script === "npx") return "data-faker";
  const manager = /^(npm|pnpm|yarn|bun)\//.exec(env.npm_config_user_agent ?? "")?.[1] ?? "npm";
  const run = script === "start" ? `${manager} start` : `${manager} run ${script}`;
  return manager === "npm" ? `${run} --` : run;
}
