import { measureAnyTable } from "./any-table/measure-any-table";
import type { BenchReport } from "./bench-report";
import type { BenchSize } from "./bench-size";
import { type ImagesReport, imagesReport } from "./images-report";
import { machine } from "./machine";
import { measureLoads } from "./measure-loads";
import { measureMakers } from "./measure-makers";
import { measureRuns } from "./measure-runs";

/** What is measured: `images_analytical`, the tables of `examples/shop`, or both. */
export type BenchPart = "images" | "any table";

/** @param command as it was called, for the report */
export async function runBench(
  size: BenchSize,
  command: string,
  progress: (text: string) => void,
  parts: readonly BenchPart[] = ["images", "any table"],
): Promise<BenchReport> {
  const images = parts.includes("images") ? await measureImages(size, progress) : undefined;
  const anyTable = parts.includes("any table") ? await measureAnyTable(size.anyTable, progress) : undefined;
  return {
    at: new Date().toISOString(),
    command,
    machine: machine(),
    ...(images && { images }),
    ...(anyTable && { anyTable }),
  };
}

async function measureImages(size: BenchSize, progress: (text: string) => void): Promise<ImagesReport> {
  const makers = await measureMakers(size, progress);
  const loads = await measureLoads(size, progress);
  const runs = await measureRuns(size, progress);
  return imagesReport({ batch: size.batch, interval: size.interval, loads, makers, runs });
}
