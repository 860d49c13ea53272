import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

/** Processes between Moose and the one that loads a project; a few more than were seen. */
const GENERATIONS = 8;

/**
 * The command of Moose that loads the project in this process, e.g. `dev`, `prod` or `build`; `undefined`
 * outside of Moose. Moose tells its children nothing about it, so it is read from the parents' arguments.
 */
export function mooseCommand(): string | undefined {
  let pid = process.ppid;
  for (let i = 0; i < GENERATIONS && pid > 0; i++) {
    const found = describe(pid);
    if (found === undefined) return undefined;
    const at = found.args.findIndex((argument) => /^moose(-cli)?(\.exe)?$/.test(path.basename(argument)));
    const command =
      at < 0 ? undefined : found.args.slice(at + 1).find((argument) => !argument.startsWith("-"));
    if (command !== undefined) return command;
    pid = found.parent;
  }
  return undefined;
}

function describe(pid: number): { parent: number; args: string[] } | undefined {
  try {
    const parent = Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ")[1]);
    return { parent, args: readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0") };
  } catch {
    return describeByPs(pid);
  }
}

function describeByPs(pid: number): { parent: number; args: string[] } | undefined {
  try {
    const [parent, ...args] = execFileSync("ps", ["-o", "ppid=,args=", "-p", String(pid)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    })
      .trim()
      .split(/\s+/);
    return { parent: Number(parent), args };
  } catch {
    return undefined;
  }
}
