import path from "node:path";
import type { Commands } from "../cli/commands";
import { DevStack } from "../dev-stack/dev-stack";
import { chooseInfra, INFRA_MEANING } from "../dev-stack/infra";
import { infraProbes } from "../dev-stack/infra-probes";
import { readStackAddresses } from "../dev-stack/stack-addresses";
import { listenForStop } from "../terminal/stop-signals";
import { printLine } from "./print-line";

/** Runs a project's Moose and all that it needs, until Ctrl+C; that is its proper end, and the code is 0. */
export const dev: Commands["dev"] = async ({ infra: asked, project }) => {
  const { signal } = listenForStop((code) => process.exit(code));
  const addresses = readStackAddresses(project, process.cwd(), process.env);
  const { infra, reason } = await chooseInfra(asked, infraProbes);
  printLine(`Infrastructure: ${infra} (${INFRA_MEANING[infra]}), ${reason}`);
  const stack = new DevStack({ addresses, infra, env: process.env, signal, say: printLine });
  process.on("exit", () => stack.kill());
  try {
    await stack.start();
    const { directory, moose } = addresses;
    const away = path.relative(process.env.INIT_CWD ?? process.cwd(), directory);
    const command = `${away === "" ? "" : `cd ${away} && `}npx moose-cli workflow run fake-images`;
    printLine(
      `The stack is up (process ${process.pid}), Moose at http://${moose.host}:${moose.port}; in another terminal: ${command}; stop with Ctrl+C`,
    );
    await stack.over();
  } catch (error) {
    if (!signal.aborted) throw error;
    printLine("Stopping; a second Ctrl+C ends everything at once");
  } finally {
    await stack.stop();
  }
  return 0;
};
