import type { BenchServer } from "../bench-server";
import { cpuSecondsHere } from "../cpu-time";
import type { Round } from "../measurement";
import type { ShopTable } from "./shop-tables";

/** What it takes until a table holds so many rows. @param load ends when they are in it */
export async function timed(
  server: BenchServer,
  table: ShopTable,
  rows: number,
  load: () => Promise<unknown>,
): Promise<Round> {
  const [serverBefore, before] = [server.cpuSeconds(), cpuSecondsHere()];
  const started = performance.now();
  await load();
  const counted = await server.count(table);
  const seconds = (performance.now() - started) / 1000;
  if (counted !== rows) throw new Error(`${counted} rows are in ${table}, not ${rows}`);
  return {
    rows,
    seconds,
    cpuSeconds: cpuSecondsHere() - before,
    serverCpuSeconds: server.cpuSeconds() - serverBefore,
  };
}
