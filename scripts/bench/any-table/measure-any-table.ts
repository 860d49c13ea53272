import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { WriterName } from "../../../app/request/request-options";
import { type BenchProject, type BenchServer, withServerOf } from "../bench-server";
import type { MakeResult, MakeTask } from "../make-rows";
import { SEED } from "../measure-loads";
import type { Round } from "../measurement";
import { startProgram } from "../program";
import { anyTableReport, type AnyTableReport, OURS, type TableMeasurement } from "./any-table-report";
import type { AnyTableSize } from "./any-table-size";
import { makeOthers, OTHER_MAKERS, otherLoads, OTHERS, seedPglite } from "./contenders";
import { startFilling } from "./fill-shop";
import { filledTable } from "./filled-table";
import { measureLongRuns } from "./measure-long-runs";
import { type Installed, OTHER_PACKAGES, type OtherTool, withOtherPackages } from "./other-packages";
import { withShopProject } from "./shop-project";
import { COMPARED_TABLES, SHOP_TABLES, type ShopTable } from "./shop-tables";
import { timed } from "./timed";

type Progress = (text: string) => void;

/**
 * The tables of `examples/shop`: ours beside other tools, on the same tables and numbers of rows.
 * @param packages of the other tools; what can't be installed is not measured
 */
export function measureAnyTable(
  size: AnyTableSize,
  progress: Progress,
  packages: Readonly<Record<OtherTool, readonly string[]>> = OTHER_PACKAGES,
): Promise<AnyTableReport> {
  progress("other tools: installation into a temporary folder");
  return withOtherPackages(
    (installed) =>
      withShopProject(async (project) => {
        const bench = new AnyTableBench(size, project, installed, progress);
        for (let round = 1; round <= size.rounds; round++) await bench.round(round);
        return anyTableReport({
          rows: size.rows,
          batch: size.batch,
          loads: bench.loads.all(),
          makers: bench.makers.all(),
          longRuns: await measureLongRuns(size, project, progress),
          failures: [
            ...new Set(Object.values(installed).flatMap((one) => ("failure" in one ? [one.failure] : []))),
          ],
        });
      }),
    packages,
  );
}

/** Rounds by table and name, in the order in which they came first. */
class Rounds {
  readonly #rounds = new Map<string, TableMeasurement & { rounds: Round[] }>();

  add(table: ShopTable, name: string, round: Round): void {
    const key = `${table}/${name}`;
    const known = this.#rounds.get(key) ?? { table, name, rounds: [] };
    known.rounds.push(round);
    this.#rounds.set(key, known);
  }

  all(): TableMeasurement[] {
    return [...this.#rounds.values()];
  }
}

class AnyTableBench {
  readonly loads = new Rounds();
  readonly makers = new Rounds();

  constructor(
    private readonly size: AnyTableSize,
    private readonly project: BenchProject,
    private readonly installed: Readonly<Record<OtherTool, Installed>>,
    private readonly progress: Progress,
  ) {}

  async round(round: number): Promise<void> {
    const say = (text: string) => this.progress(`any table, round ${round} of ${this.size.rounds}: ${text}`);
    for (const writer of ["native", "olap"] as const) {
      say(`the shop with ${writer}`);
      await withServerOf(this.project, async (server) => {
        await this.#fillShop(server, writer);
        if (round === 1 && writer === "native") await this.#keepTables(server);
      });
    }
    for (const table of COMPARED_TABLES) {
      for (const { name, load } of otherLoads(this.installed, this.size)) {
        say(`${table}, ${name}`);
        await withServerOf(this.project, async (server) => {
          const measured = await timed(server, table, this.size.rows, () =>
            load(server, table, this.size.rows),
          );
          this.loads.add(table, name, measured);
        });
      }
      await this.#seed(table, say);
    }
    await this.#make(say);
  }

  async #fillShop(server: BenchServer, writer: WriterName): Promise<void> {
    const { rows } = this.size;
    for (const table of SHOP_TABLES) {
      const measured = await timed(server, table, rows, () => startFilling(server, table, rows, writer).end);
      this.loads.add(table, OURS[writer], measured);
    }
  }

  async #seed(table: (typeof COMPARED_TABLES)[number], say: Progress): Promise<void> {
    const { pglite } = this.installed;
    if ("failure" in pglite) return;
    say(`${table}, ${OTHERS.pglite}`);
    const task = { folder: pglite.folder, table, rows: this.size.slowRows };
    this.loads.add(table, OTHERS.pglite, JSON.parse((await seedPglite(task)).stdout) as MakeResult);
  }

  async #make(say: Progress): Promise<void> {
    const { rows, blockRows, batch } = this.size;
    for (const table of SHOP_TABLES) {
      say(`making ${table}`);
      for (const kind of ["generate", "native"] as const) {
        const task: MakeTask = {
          kind,
          seed: SEED,
          rows,
          batch: blockRows,
          threads: 1,
          table: this.#file(table),
        };
        const { stdout } = await startProgram("bench/make-rows", [JSON.stringify(task)]).end;
        this.makers.add(
          table,
          kind === "native" ? OURS.encoded : OURS.generate,
          JSON.parse(stdout) as MakeResult,
        );
      }
    }
    for (const table of COMPARED_TABLES) {
      for (const tool of ["drizzle", "faker"] as const) {
        const found = this.installed[tool];
        if ("failure" in found) continue;
        const { stdout } = await makeOthers({ tool, folder: found.folder, table, rows, batch });
        this.makers.add(table, OTHER_MAKERS[tool], JSON.parse(stdout) as MakeResult);
      }
    }
  }

  async #keepTables(server: BenchServer): Promise<void> {
    for (const table of SHOP_TABLES)
      await writeFile(this.#file(table), JSON.stringify(await filledTable(server, table)));
  }

  #file(table: ShopTable): string {
    return path.join(this.project.folder, `${table}.json`);
  }
}
