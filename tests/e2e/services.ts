import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, readFileSync } from "node:fs";
import path from "node:path";
import type { ServiceCommand } from "../../scripts/dev-stack/service";
import { endProcess } from "../support/embedded";

/** Programs by name, each with a log in `logFolder`. */
export class Services {
  private readonly children = new Map<string, ChildProcess>();

  constructor(
    private readonly cwd: string,
    private readonly env: NodeJS.ProcessEnv,
    private readonly logFolder: string,
  ) {}

  start(name: string, { command, args }: ServiceCommand): void {
    const child = spawn(command, args, { cwd: this.cwd, env: this.env, stdio: ["ignore", "pipe", "pipe"] });
    const output = createWriteStream(path.join(this.logFolder, `${name}.log`), { flags: "a" });
    child.stdout.pipe(output, { end: false });
    child.stderr.pipe(output, { end: false });
    child.on("error", () => undefined);
    this.children.set(name, child);
  }

  /** The one that was started last under this name. */
  get(name: string): ChildProcess {
    return this.children.get(name)!;
  }

  /** The last lines that each has printed. */
  output(): string {
    return [...this.children.keys()]
      .map((name) => {
        const lines = readFileSync(path.join(this.logFolder, `${name}.log`), "utf8")
          .trimEnd()
          .split("\n");
        return `${name}:\n${lines.slice(-20).join("\n")}\n`;
      })
      .join("");
  }

  /** Ends those that still run, the last one first. */
  async end(): Promise<void> {
    for (const { pid, exitCode, signalCode } of [...this.children.values()].reverse())
      if (pid !== undefined && exitCode === null && signalCode === null) await endProcess(pid);
  }
}
