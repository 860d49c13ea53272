import type { WriterName } from "../../../app/request/request-options";
import type { BenchServer } from "../bench-server";
import { SEED } from "../measure-loads";
import { type Program, startProgram } from "../program";
import { parentsOf, type ShopTable } from "./shop-tables";

/** The command that fills a table; where its rows are children, they have their parents' seed. */
export function startFilling(
  { project }: BenchServer,
  table: ShopTable,
  rows: number,
  writer: WriterName,
): Program {
  const seed = parentsOf(table) === undefined ? ["--seed", SEED] : [];
  const flags = ["--writer", writer, "--embedded", "--project", project];
  return startProgram("data-faker", ["--table", table, "--rows", `${rows}`, ...seed, ...flags]);
}
