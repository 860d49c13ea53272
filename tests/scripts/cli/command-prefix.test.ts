import { commandPrefix, silentPrefix } from "../../../scripts/cli/command-prefix";

/** What the package managers set, as seen with npm 11 and pnpm 10. */
const called = (manager: string, script: string, more: Record<string, string> = {}) => ({
  npm_config_user_agent: `${manager}/10.0.0 node/v20.0.0 linux x64`,
  npm_lifecycle_event: script,
  npm_lifecycle_script: "data-faker --rows 5",
  npm_command: "run-script",
  npm_package_name: "shop",
  npm_package_json: "/home/shop/package.json",
  INIT_CWD: "/home/shop/app",
  ...more,
});
const byFilter = {
  npm_package_name: "data-faker",
  npm_package_json: "/home/shop/packages/data-faker/package.json",
  INIT_CWD: "/home/shop",
};

test.each([
  ["data-faker", {}],
  ["npm start --", called("npm", "start")],
  ["npm run dev:faker --", called("npm", "dev:faker")],
  ["pnpm start", called("pnpm", "start")],
  ["pnpm dev:faker", called("pnpm", "dev:faker")],
  ["yarn dev:faker", called("yarn", "dev:faker")],
  ["bun run dev:faker", called("bun", "dev:faker")],
  ["npx data-faker", called("npm", "npx", { npm_command: "exec" })],
  ["pnpm exec data-faker", { npm_config_user_agent: "pnpm/10.0.0", npm_command: "exec" }],
  ["pnpm --filter data-faker start", called("pnpm", "start", byFilter)],
  ["npm start -w data-faker --", called("npm", "start", byFilter)],
  ["npm run dev:faker -w data-faker --", called("npm", "dev:faker", byFilter)],
  ["pnpm exec data-faker", called("pnpm", "dev:moose", { npm_lifecycle_script: "data-faker dev" })],
] as [string, Record<string, string>][])("%s", (prefix, env) => {
  expect(commandPrefix(env)).toBe(prefix);
});

test.each([
  ["npm start --", "npm start --silent --"],
  ["pnpm --filter data-faker start", "pnpm --silent --filter data-faker start"],
  ["npx data-faker", "npx data-faker"],
  ["data-faker", "data-faker"],
])("%s without the manager's own lines", (prefix, silent) => {
  expect(silentPrefix(prefix)).toBe(silent);
});
