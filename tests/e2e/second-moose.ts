import { mkdir } from "node:fs/promises";
import path from "node:path";
import { endProcess } from "../support/embedded";
import { processesIn } from "../support/processes-in";
import { until } from "../support/until";
import { copyRepository } from "./copy-repository";
import type { MooseStack } from "./moose-stack";
import { Services } from "./services";
import { stackEnvironment, stackPorts } from "./stack-environment";

/** A Moose beside that of a stack, with the same servers, as another machine has one. */
export class SecondMoose {
  private constructor(
    private readonly project: string,
    private readonly services: Services,
  ) {}

  /** @param env for Moose, as the stack's */
  static async start({ folder, ports }: MooseStack, env: Record<string, string>): Promise<SecondMoose> {
    const home = path.join(folder, "second");
    await mkdir(home);
    const project = await copyRepository(home);
    const { redis, temporal, clickhouse } = ports;
    const own = { ...(await stackPorts(clickhouse)), redis, temporal };
    const services = new Services(project, { ...stackEnvironment(home, project, own), ...env }, home);
    services.start("moose", { command: "moose-cli", args: ["dev", "--no-infra"] });
    const moose = new SecondMoose(project, services);
    try {
      await until("the second Moose is ready", () => Promise.resolve(moose.workerPid() !== undefined), 4);
    } catch (error) {
      const said = services.output();
      await moose.stop();
      throw new Error(`${(error as Error).message}\n${said}`, { cause: error });
    }
    return moose;
  }

  /** The process that runs the workflows' tasks. */
  workerPid(): number | undefined {
    return processesIn(this.project).find(({ command }) => /moose-runner(\.js)?\s+scripts/.test(command))
      ?.pid;
  }

  async stop(): Promise<void> {
    await this.services.end();
    for (const { pid } of processesIn(this.project)) await endProcess(pid, "SIGKILL");
  }
}
