import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

export interface ProgramEnd {
  readonly seconds: number;
  readonly stdout: string;
}

/** A program of this package under way as a process of its own. */
export interface Program {
  readonly pid: number;
  /** Its highest resident set so far in bytes; 0 where /proc is missing or the process is gone. */
  peakMemory(): number;
  /** @throws Error with what it printed where it does not end with 0 */
  readonly end: Promise<ProgramEnd>;
}

/**
 * Starts dist/scripts/FILE.
 * @param file without extension, as `bench/make-rows`
 */
export function startProgram(file: string, args: readonly string[]): Program {
  const started = performance.now();
  const child = spawn(process.execPath, [path.resolve(__dirname, "..", `${file}.js`), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (data: Buffer) => (stdout += data.toString()));
  child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
  const end = new Promise<ProgramEnd>((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => {
      if (code === 0) done({ seconds: (performance.now() - started) / 1000, stdout });
      else fail(new Error(`${file} ended with ${code}: ${stderr || stdout}`));
    });
  });
  const endWithMe = () => child.kill("SIGKILL");
  process.once("exit", endWithMe);
  child.once("close", () => process.off("exit", endWithMe));
  return { pid: child.pid!, peakMemory: () => highWater(child.pid!), end };
}

function highWater(pid: number): number {
  try {
    return 1024 * Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
