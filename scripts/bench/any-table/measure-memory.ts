import { type BenchProject, withServerOf } from "../bench-server";
import { watchMemory } from "../measure-runs";
import type { TableMemory } from "./any-table-report";
import type { AnyTableSize } from "./any-table-size";
import { startFilling } from "./fill-shop";

/** Highest resident set of the command's process, with `native`. */
export async function measureMemory(
  { memory }: AnyTableSize,
  project: BenchProject,
  progress: (text: string) => void,
): Promise<TableMemory[]> {
  const found: TableMemory[] = [];
  for (const { tables, at } of memory) {
    const last = tables.at(-1)!;
    await withServerOf(project, async (server) => {
      for (const { table, rows } of tables) {
        progress(`memory: ${rows} rows of ${table}`);
        const program = startFilling(server, table, rows, "native");
        if (table !== last.table) await program.end;
        else {
          const stages = await watchMemory(program, () => server.count(table), at);
          found.push(...stages.map((stage) => ({ table, ...stage })));
        }
      }
    });
  }
  return found;
}
