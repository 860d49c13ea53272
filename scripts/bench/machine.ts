import { availableParallelism, cpus, loadavg, totalmem } from "node:os";

/** One line about where the figures come from. */
export function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()[0]!.toFixed(1);
  return `${availableParallelism()} cores of ${cpus()[0]?.model.trim() ?? "an unknown kind"}, ${memory} GiB, ${process.platform}-${process.arch}, Node ${process.version}, embedded ClickHouse; load at the end ${load}`;
}
