import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import type { TestEmbedded } from "../support/embedded";

const PROGRAM = path.resolve(__dirname, "../../scripts/data-faker.js");

/** How a call of the command line ended. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The flags that name a table of the test's server. */
export function onTable({ connection }: Pick<TestEmbedded, "connection">, table: string): string[] {
  const { host, port, database } = connection;
  return ["--table", table, "--url", `http://panda@${host}:${port}/${database}`];
}

/** Calls `data-faker queries` in a folder, with the password of the test's server. */
export function callQueries(cwd: string, ...args: string[]): Promise<Ended> {
  const env = { ...process.env, DATA_FAKER_PASSWORD: "pandapass", NO_COLOR: "1" };
  return promisify(execFile)(process.execPath, [PROGRAM, "queries", ...args], { cwd, env }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      out: stdout,
      err: stderr,
    }),
  );
}
