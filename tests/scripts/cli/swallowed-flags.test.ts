import { parseArguments } from "../../../scripts/cli/parse-arguments";
import { refusalOf } from "../../support/refusal";

const NPM = { npm_lifecycle_event: "start", npm_config_user_agent: "npm/11.0.0 node/v20.0.0 linux x64" };
const message = (argv: string[], env: Record<string, string>) =>
  refusalOf(() => parseArguments(argv, env)).message;

describe("flags that npm keeps for itself", () => {
  it("starts the default run for an empty command line, whatever else npm keeps in the environment", () => {
    const env = {
      ...NPM,
      npm_config_yes: "true",
      npm_config_cache: "/x",
      npm_config_prefix: "/usr",
      npm_config_node_gyp: "/x/node-gyp.js",
      npm_config_userconfig: "/root/.npmrc",
      npm_config_global_prefix: "/usr",
      npm_config_local_prefix: "/x",
      npm_config_init_module: "/x",
      npm_config_npm_version: "11.0.0",
      npm_config_noproxy: "",
      npm_config_registry: "https://example.org",
      npm_config_loglevel: "silent",
      npm_config_update_notifier: "",
      npm_config_save_exact: "true",
      npm_config_expect_result_count: "1",
      npm_config_init_version: "1.0.0",
      npm_config_nodedir: "/usr",
      npm_config_audit: "",
      npm_config_fund: "",
      npm_config_legacy_peer_deps: "true",
    };
    expect(parseArguments([], env)).toMatchObject({
      kind: "run",
      request: { target: { source: "default" } },
    });
    expect(
      parseArguments(["--rows", "5"], { ...env, npm_config_json: "true", npm_config_target: "30.0.0" }),
    ).toMatchObject({
      kind: "run",
      request: { target: { rows: 5, source: "given" } },
    });
  });

  it.each([
    [["100"], { npm_config_rows: "true" }, /^npm kept --rows for itself, .+: write npm start -- --rows 100$/],
    [["1GB"], { npm_config_target_size: "true" }, /write npm start -- --target-size 1GB$/],
    [[], { npm_config_rows: "100" }, /write npm start -- --rows 100$/],
    [[], { npm_config_rows: "" }, /npm kept --rows/],
    [[], { npm_config_seed: "a b" }, /write npm start -- --seed 'a b'$/],
    [[], { npm_config_count: "true" }, /write npm start -- --count$/],
    [[], { npm_config_row: "100" }, /npm kept --row for itself/],
    [[], { npm_config_target_sise: "1GB" }, /npm kept --target-sise/],
    [[], { npm_config_size: "1GB" }, /npm kept --size/],
    [
      [],
      { npm_config_seed: "true", npm_config_reset: "true" },
      /npm kept --seed, --reset for itself.+ --seed --reset$/,
    ],
    [
      ["5", "--embedded"],
      { npm_config_rows: "true", npm_config_reset: "true" },
      /npm kept --rows, --reset .+ --rows 5 --reset \.\.\.$/,
    ],
    [["5"], { npm_config_rows: "true", npm_config_embedded: "true" }, / -- --rows 5 --embedded$/],
    [["5", "spring"], { npm_config_rows: "true", npm_config_seed: "true" }, / -- --rows --seed \.\.\.$/],
    [["--rows", "5"], { npm_config_embedded: "true" }, /npm kept --embedded/],
    [["--rows", "5"], { NPM_CONFIG_EMBEDDED: "true" }, /npm kept --embedded/],
    [["status"], { npm_config_json: "true" }, /write npm start -- status --json$/],
    [["status"], { npm_config_watch: "true" }, /write npm start -- status --watch$/],
    [[], { npm_config_json: "true" }, /npm kept --json/],
    [[], { npm_config_rows: "1\n2\u001b[31m" }, /npm kept --rows/],
  ] as [string[], Record<string, string>, RegExp][])(
    "names the flags that npm kept: %j %j",
    (argv, env, expected) => {
      expect(message(argv, { ...NPM, ...env })).toMatch(expected);
    },
  );

  it("writes the command as it was called", () => {
    const env = { npm_config_rows: "5", npm_lifecycle_event: "dev:faker" };
    expect(message([], { ...env, npm_config_user_agent: "npm/11.0.0" })).toMatch(
      /write npm run dev:faker -- --rows 5$/,
    );
    expect(message([], { ...env, npm_config_user_agent: "pnpm/10.0.0" })).toMatch(
      /write pnpm dev:faker --rows 5$/,
    );
  });
});
