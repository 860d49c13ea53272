import { select } from "../../../app/server/select";
import { quoteIdentifier, quoteString } from "../../../app/model/quoting";
import type { BenchServer } from "../bench-server";
import { startProgram } from "../program";
import type { AnyTableSize } from "./any-table-size";
import type { SeedTask } from "./drizzle-seed";
import type { Installed, OtherTool } from "./other-packages";
import type { OtherTask } from "./other-rows";
import type { ComparedTable } from "./shop-tables";

/** What another tool is called in the report. */
export const OTHERS = {
  faker: "faker objects, one JSON insert at a time",
  drizzle: "drizzle-seed's generators, one JSON insert at a time",
  random: "INSERT SELECT from generateRandom (one insert)",
  pglite: "drizzle-seed into PGlite",
} as const;

/** What another tool makes without a server. */
export const OTHER_MAKERS = { faker: "faker objects", drizzle: "drizzle-seed's objects" } as const;

/** Rows of another tool into a table of the server. */
export interface OtherLoad {
  readonly name: (typeof OTHERS)["faker" | "drizzle" | "random"];
  load(server: BenchServer, table: ComparedTable, rows: number): Promise<void>;
}

/** Those whose packages are installed. */
export function otherLoads(
  installed: Readonly<Record<OtherTool, Installed>>,
  { batch }: AnyTableSize,
): OtherLoad[] {
  const tools = (["drizzle", "faker"] as const).flatMap((tool) => {
    const found = installed[tool];
    if ("failure" in found) return [];
    return [
      {
        name: OTHERS[tool],
        load: async ({ connection }: BenchServer, table: ComparedTable, rows: number) => {
          const task: OtherTask = { tool, folder: found.folder, table, rows, batch, connection };
          await startProgram("bench/any-table/other-rows", [JSON.stringify(task)]).end;
        },
      },
    ];
  });
  return [...tools, { name: OTHERS.random, load: insertRandom }];
}

/** The arguments of the program that makes objects and throws them away. */
export function makeOthers(task: OtherTask): Promise<{ readonly stdout: string }> {
  return startProgram("bench/any-table/other-rows", [JSON.stringify(task)]).end;
}

export function seedPglite(task: SeedTask): Promise<{ readonly stdout: string }> {
  return startProgram("bench/any-table/drizzle-seed", [JSON.stringify(task)]).end;
}

/** Random values made by the server itself; JSON, which it can't make, is an object with nothing in it. */
async function insertRandom({ client }: BenchServer, table: ComparedTable, rows: number): Promise<void> {
  const columns = await select<{ name: string; type: string }>(
    client,
    "SELECT name, type FROM system.columns WHERE database = currentDatabase() AND table = {table:String} ORDER BY position",
    { table },
  );
  await client.command({ query: insertRandomSql(table, columns, rows) });
}

export function insertRandomSql(
  table: string,
  columns: readonly { readonly name: string; readonly type: string }[],
  rows: number,
): string {
  const isJson = (type: string) => /^JSON\b/.test(type);
  const structure = columns
    .filter(({ type }) => !isJson(type))
    .map(({ name, type }) => `${quoteIdentifier(name)} ${type}`)
    .join(", ");
  const values = columns.map(({ name, type }) => (isJson(type) ? "'{}'" : quoteIdentifier(name))).join(", ");
  return `INSERT INTO ${quoteIdentifier(table)} SELECT ${values} FROM generateRandom(${quoteString(structure)}, 1, 40, 6) LIMIT ${rows}`;
}
