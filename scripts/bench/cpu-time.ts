import { readFileSync } from "node:fs";

/* CPU seconds, user and system. 0 where /proc is missing. */

const TICKS_PER_SECOND = 100;

/** Of a process so far; 0 where it is gone. */
export function cpuSecondsOf(pid: number): number {
  return statSeconds(pid, 11);
}

/** Of this process, and of its children that have ended. */
export function cpuSecondsHere(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + statSeconds("self", 13);
}

/** Two fields of /proc/PID/stat, the first of which is so many after the name. */
function statSeconds(pid: number | "self", field: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ");
    return (Number(fields[field]) + Number(fields[field + 1])) / TICKS_PER_SECOND;
  } catch {
    return 0;
  }
}
