import { Command, CommanderError, Option } from "commander";
import { Refusal } from "../app/errors";
import { commandPrefix } from "./cli/command-prefix";
import { DevStack } from "./dev-stack/dev-stack";
import { chooseInfra, type Infra, INFRA_MEANING, INFRAS } from "./dev-stack/infra";
import { infraProbes } from "./dev-stack/infra-probes";
import { readStackAddresses } from "./dev-stack/stack-addresses";
import { runDoor } from "./terminal/run-door";

/** @returns `undefined` after `--help` */
function readOptions(argv: readonly string[], env: NodeJS.ProcessEnv): { infra?: Infra } | undefined {
  if (env.npm_config_infra !== undefined)
    throw new Refusal(
      "swallowed-flag",
      "npm kept --infra for itself: write npm run dev:moose -- --infra <who>",
    );
  const program = new Command(commandPrefix(env))
    .description("Runs Moose for development, with everything that it needs, until Ctrl+C.")
    .addOption(
      new Option(
        "--infra <who>",
        "who runs ClickHouse, Redis and Temporal; default: the first of these that works, except none",
      ).choices(INFRAS),
    )
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  try {
    // pnpm hands on the `--` that npm takes for itself.
    return program.parse(argv[0] === "--" ? argv.slice(1) : [...argv], { from: "user" }).opts();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return undefined;
    throw new Refusal("arguments", `${error.message.replace(/^error: /, "")}; see --help`);
  }
}

void runDoor(async (signal) => {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options === undefined) return;
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const addresses = readStackAddresses(process.cwd(), process.env);
  const { infra, reason } = await chooseInfra(options.infra, infraProbes);
  say(`Infrastructure: ${infra} (${INFRA_MEANING[infra]}), ${reason}`);
  const stack = new DevStack({ addresses, infra, env: process.env, signal, say });
  process.on("exit", () => stack.kill());
  try {
    await stack.start();
    const { host, port } = addresses.moose;
    say(
      `The stack is up (process ${process.pid}), Moose at http://${host}:${port}; in another terminal: npx moose-cli workflow run fake-images; stop with Ctrl+C`,
    );
    await stack.over();
  } catch (error) {
    if (!signal.aborted) throw error;
    say("Stopping; a second Ctrl+C ends everything at once");
  } finally {
    await stack.stop();
  }
});
