/** Minimum, median and maximum of the rounds. */
export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
  return { min: sorted[0]!, median, max: sorted.at(-1)! };
}

/** One contender in one round. */
export interface Round {
  readonly rows: number;
  readonly seconds: number;
  /** Of all processes but the server's. */
  readonly cpuSeconds: number;
  readonly serverCpuSeconds?: number;
  /** Uncompressed, in Native. */
  readonly bytes?: number;
}

/** One contender over all rounds. */
export interface Measurement {
  readonly name: string;
  readonly batch: number;
  /** Batches between two checkpoints, where there are any. */
  readonly interval?: number;
  readonly threads?: number;
  readonly rounds: readonly Round[];
}

export const rowsPerSecond = ({ rows, seconds }: Round): number => rows / seconds;

/** Round by round, so that whatever slows down a whole round affects both sides. */
export function ratioOf(a: Measurement, b: Measurement): Spread {
  return spreadOf(a.rounds.map((round, i) => rowsPerSecond(round) / rowsPerSecond(b.rounds[i]!)));
}
