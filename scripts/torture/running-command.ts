import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

const COMMAND = path.resolve(__dirname, "..", "data-faker.js");

export interface Outcome {
  /** The exit code; a process that a signal ended has none. */
  readonly code: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
  readonly out: string;
  readonly err: string;
}

export interface StartOptions {
  readonly flags: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** The compiled command line as a process of its own. */
export class RunningCommand {
  out = "";
  err = "";
  readonly outcome: Promise<Outcome>;
  private readonly child: ChildProcess;

  constructor(readonly options: StartOptions) {
    this.child = spawn(process.execPath, [COMMAND, ...options.flags], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...cleanEnvironment(), ...options.environment },
    });
    this.child.stdout!.on("data", (chunk: Buffer) => (this.out += chunk.toString()));
    this.child.stderr!.on("data", (chunk: Buffer) => (this.err += chunk.toString()));
    this.outcome = new Promise((resolve, reject) => {
      this.child.on("error", reject);
      this.child.on("close", (code, signal) =>
        resolve({ code: code ?? undefined, signal: signal ?? undefined, out: this.out, err: this.err }),
      );
    });
  }

  get ended(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** Resolves when standard output shows the pattern, or the process has ended. */
  async shows(pattern: RegExp): Promise<void> {
    while (!pattern.test(this.out) && !this.ended)
      await Promise.race([once(this.child.stdout!, "data"), this.outcome]);
  }
}

/** Without the variables that the caller's own npm or Moose has set. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_|MOOSE_|FORCE_COLOR|JEST_|NODE_OPTIONS)/.test(name),
    ),
  );
}
