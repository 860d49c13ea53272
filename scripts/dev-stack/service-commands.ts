import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { ServiceCommand } from "./service";

/** @param folder exists; holds the dump, which is written at the end and every few seconds after a change */
export function redisCommand(program: string, port: number, folder: string): ServiceCommand {
  return {
    command: program,
    args: ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", "5 1"],
  };
}

/** @param file its state, made where it is missing */
export function temporalCommand(program: string, port: number, file: string): ServiceCommand {
  return {
    command: program,
    args: [
      "server",
      "start-dev",
      "--headless",
      "--ip",
      "127.0.0.1",
      "--port",
      String(port),
      "--db-filename",
      file,
      "--log-level",
      "warn",
    ],
  };
}

export async function isTemporalReady(program: string, port: number): Promise<boolean> {
  return promisify(execFile)(program, [
    "operator",
    "cluster",
    "health",
    "--address",
    `127.0.0.1:${port}`,
  ]).then(
    () => true,
    () => false,
  );
}

/** @param host where its web server listens */
export async function isMooseReady(host: string, port: number): Promise<boolean> {
  const health = await fetch(`http://${host}:${port}/health`).then(
    (answer) => answer.json(),
    () => undefined,
  );
  return (health as { healthy?: string[] } | undefined)?.healthy?.includes("Consumption API") ?? false;
}
