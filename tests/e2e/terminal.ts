import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

/** The command line under way. */
export interface Terminal {
  readonly child: ChildProcess;
  /** Resolves with its exit code, and what it printed. */
  readonly end: Promise<{ code: number; out: string }>;
}

/** Starts the command line of this repository in a project's folder. */
export function startTerminal(project: string, env: NodeJS.ProcessEnv, flags: readonly string[]): Terminal {
  const child = spawn(process.execPath, [path.join(process.cwd(), "dist/scripts/data-faker.js"), ...flags], {
    cwd: project,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (out += chunk));
  return { child, end: once(child, "close").then(([code]) => ({ code: code as number, out })) };
}
