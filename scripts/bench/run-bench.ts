import { type BenchReport, benchReport } from "./bench-report";
import type { BenchSize } from "./bench-size";
import { measureLoads } from "./measure-loads";
import { measureMakers } from "./measure-makers";
import { measureRuns } from "./measure-runs";

/** @param command as it was called, for the report */
export async function runBench(
  size: BenchSize,
  command: string,
  progress: (text: string) => void,
): Promise<BenchReport> {
  const makers = await measureMakers(size, progress);
  const loads = await measureLoads(size, progress);
  const runs = await measureRuns(size, progress);
  return benchReport({
    at: new Date().toISOString(),
    command,
    batch: size.batch,
    interval: size.interval,
    loads,
    makers,
    runs,
  });
}
