import type { WriterName } from "../../app/request/request-options";
import type { AnyTableSize } from "./any-table/any-table-size";

/** How much a benchmark does. */
export interface BenchSize {
  readonly rounds: number;
  /** Loaded by each contender in each round. */
  readonly rows: number;
  /** Loaded by the old design, which is slow. */
  readonly baselineRows: number;
  /** Made in each thread where nothing is loaded. */
  readonly madeRows: number;
  /** Rows an insert: each writer's default. */
  readonly batch: Readonly<Record<WriterName, number>>;
  /** Rows an insert with which olap is fastest. */
  readonly olapBest: number;
  /** Rows of a block, and of an insert as any tool would send it. */
  readonly blockRows: number;
  /** Batches between two checkpoints. */
  readonly interval: number;
  /** Rows in the table at which the highest memory so far is noted; the last one is the size of that run. */
  readonly memoryRows: readonly number[];
  readonly writers: readonly WriterName[];
  /** The tables of `examples/shop`. */
  readonly anyTable: AnyTableSize;
}

const ANY_TABLE = { blockRows: 20_000, batch: 10_000 };

const SHARED = {
  batch: { olap: 10_000, native: 100_000 },
  olapBest: 50_000,
  blockRows: 20_000,
  interval: 1,
  writers: ["olap", "native"],
} as const satisfies Partial<BenchSize>;

export const FULL: BenchSize = {
  ...SHARED,
  rounds: 3,
  rows: 4_000_000,
  baselineRows: 1_000_000,
  madeRows: 1_000_000,
  memoryRows: [1_000_000, 5_000_000, 20_000_000],
  anyTable: {
    ...ANY_TABLE,
    rounds: 3,
    rows: 400_000,
    slowRows: 40_000,
    longRuns: [
      { parents: [], table: "customers", at: [1_000_000, 4_000_000] },
      {
        parents: [
          { table: "customers", rows: 200_000 },
          { table: "products", rows: 20_000 },
          { table: "sessions", rows: 1_250_000 },
        ],
        table: "events",
        at: [1_000_000, 10_000_000],
      },
      {
        parents: [
          { table: "customers", rows: 600_000 },
          { table: "products", rows: 60_000 },
          { table: "orders", rows: 3_700_000 },
        ],
        table: "order_items",
        at: [1_000_000, 10_000_000],
      },
    ],
  },
};

/** A few minutes on two cores. */
export const QUICK: BenchSize = {
  ...SHARED,
  rounds: 2,
  rows: 400_000,
  baselineRows: 100_000,
  madeRows: 200_000,
  memoryRows: [],
  anyTable: { ...ANY_TABLE, rounds: 1, rows: 100_000, slowRows: 10_000, longRuns: [] },
};
