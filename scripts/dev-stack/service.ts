import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";

export interface ServiceCommand {
  readonly command: string;
  readonly args: readonly string[];
}

export interface ServiceOptions extends ServiceCommand {
  /** For messages. */
  readonly name: string;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Takes the output; default: this process's own. */
  readonly log?: string;
}

/**
 * A program of the stack. It has a process group of its own: a Ctrl+C reaches this process alone, which then
 * ends the programs in order, Redis after Moose has stored its state.
 */
export class Service {
  /** Resolves, never rejects, with how it ended: `exit code 1`, `SIGKILL`, or why it did not start. */
  readonly ended: Promise<string>;
  private over = false;

  private constructor(
    readonly name: string,
    readonly log: string | undefined,
    private readonly child: ChildProcess,
  ) {
    this.ended = new Promise<string>((done) => {
      child.on("error", (error) => done(error.message));
      child.on("exit", (code, signal) => done(signal ?? `exit code ${code}`));
    });
    void this.ended.then(() => (this.over = true));
  }

  static start({ name, command, args, cwd, env, log }: ServiceOptions): Service {
    const output = log === undefined ? "inherit" : openSync(log, "a", 0o600);
    // Moose asks before it destroys data: its input is the terminal.
    const child = spawn(command, args, {
      cwd,
      env,
      detached: true,
      stdio: [log === undefined ? "inherit" : "ignore", output, output],
    });
    if (typeof output === "number") closeSync(output);
    return new Service(name, log, child);
  }

  /** Asks it to end and waits until it has, then ends what it left behind. */
  async stop(signal: NodeJS.Signals): Promise<void> {
    if (!this.over) this.kill(signal);
    await this.ended;
    this.kill("SIGKILL");
  }

  /** Reaches the whole group, also after the program itself has ended. */
  kill(signal: NodeJS.Signals): void {
    if (this.child.pid === undefined) return;
    try {
      process.kill(-this.child.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}
