import { availableParallelism } from "node:os";
import type { BenchSize } from "./bench-size";
import type { MakeKind, MakeResult, MakeTask } from "./make-rows";
import { SEED } from "./measure-loads";
import type { Measurement, Round } from "./measurement";
import { startProgram } from "./program";

const NAMES: Record<MakeKind, string> = {
  baseline: "baseline's generator",
  generate: "generator",
  olap: "generator + JSONEachRow",
  native: "generator + Native",
  "native+checksum": "generator + Native + checksum",
};
const KINDS = Object.keys(NAMES) as MakeKind[];

/** Rows that are made and thrown away, in one thread and in all. */
export async function measureMakers(
  size: BenchSize,
  progress: (text: string) => void,
): Promise<Measurement[]> {
  const cores = availableParallelism();
  const all = KINDS.flatMap((kind) =>
    (cores > 1 && kind !== "baseline" ? [1, cores] : [1]).map((threads) => ({
      kind,
      threads,
      rounds: [] as Round[],
    })),
  );
  for (let round = 1; round <= size.rounds; round++) {
    for (const { kind, threads, rounds } of all) {
      progress(`round ${round} of ${size.rounds}: ${NAMES[kind]}, threads: ${threads}`);
      const rows = kind === "baseline" ? Math.ceil(size.madeRows / 5) : size.madeRows;
      const task: MakeTask = { kind, seed: SEED, rows, batch: size.blockRows, threads };
      const { stdout } = await startProgram("bench/make-rows", [JSON.stringify(task)]).end;
      rounds.push(JSON.parse(stdout) as MakeResult);
    }
  }
  return all.map(({ kind, threads, rounds }) => ({
    name: NAMES[kind],
    batch: size.blockRows,
    threads,
    rounds,
  }));
}
