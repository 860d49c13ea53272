import { type BenchProject, withServerOf } from "../bench-server";
import { watchMemory } from "../measure-runs";
import type { LongRun } from "./any-table-report";
import type { AnyTableSize } from "./any-table-size";
import { startFilling } from "./fill-shop";
import { timed } from "./timed";

/** Runs with `native` whose rows outweigh the start, watched. */
export async function measureLongRuns(
  { longRuns }: AnyTableSize,
  project: BenchProject,
  progress: (text: string) => void,
): Promise<LongRun[]> {
  const found: LongRun[] = [];
  for (const { parents, table, at } of longRuns) {
    await withServerOf(project, async (server) => {
      for (const parent of parents) {
        progress(`long run: ${parent.rows} rows of ${parent.table} for ${table}`);
        await startFilling(server, parent.table, parent.rows, "native").end;
      }
      const rows = at.at(-1)!;
      progress(`long run: ${rows} rows of ${table}`);
      let memory: LongRun["memory"] = [];
      const round = await timed(server, table, rows, async () => {
        const program = startFilling(server, table, rows, "native");
        memory = await watchMemory(program, () => server.count(table), at);
      });
      found.push({ table, round, memory });
    });
  }
  return found;
}
