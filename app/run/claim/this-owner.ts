import { randomUUID } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { abandonedClaims } from "./abandoned-claims";
import type { Owner } from "./owner";

/**
 * This process, as the owner of a run.
 * @param id unique to the call; default: a UUID
 */
export function thisOwner(door: Owner["door"], id: string = randomUUID()): Owner {
  const boot = bootName();
  return {
    id,
    host: hostname(),
    process: `${boot}/${process.pid}/${startTime(process.pid) ?? ""}`,
    pid: process.pid,
    door,
    isProvablyGone({ owner, host, process: name }) {
      if (abandonedClaims.has(owner)) return true;
      const [pid, start] = name.slice(boot.length + 1).split("/");
      if (boot === "" || host !== hostname() || !name.startsWith(`${boot}/`) || !/^\d+$/.test(pid ?? ""))
        return false;
      return startTime(Number(pid)) !== start;
    },
  };
}

/** The boot and the pid namespace; `""` where the system does not tell: then no process is provably gone. */
function bootName(): string {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${boot}:${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return "";
  }
}

/**
 * Clock ticks since boot when a process began; `undefined` where there is none, or it has ended (a zombie).
 */
function startTime(pid: number): string | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ");
    return fields[0] === "Z" ? undefined : fields[19];
  } catch {
    return undefined;
  }
}
