/** How values lie between their ends; see `Spread` of specifications. */
export type CurvedSpread = "normal" | "lognormal" | "exponential";

const SLOTS = 1024;
/** Parts of a range are counted in so many: coarse enough for each engine's `log` and `exp` to agree. */
const UNIT = 2 ** 30;
/** A bell is cut off at so many standard deviations. */
const CUT = 3;
/** An exponential curve is cut off where so many times the mean is reached. */
const MEANS = 8;

const tables = new Map<CurvedSpread, readonly number[]>();

/** Knots for `byKnots` from `min` to `max`, both included. */
export function spreadKnots(spread: CurvedSpread, min: number, max: number): Float64Array {
  const different = max - min + 1;
  return Float64Array.from(unitKnots(spread), (part) => min + (part / UNIT) * different);
}

/** The quantiles of 0/1024, 1/1024 ... of a spread from 0 to 2^30, as integers. */
export function unitKnots(spread: CurvedSpread): readonly number[] {
  let table = tables.get(spread);
  if (table === undefined) {
    table = Array.from({ length: SLOTS + 1 }, (_, slot) => Math.round(CURVES[spread](slot / SLOTS) * UNIT));
    tables.set(spread, table);
  }
  return table;
}

const FURTHEST = Math.exp(CUT);
const NEAREST = Math.exp(-CUT);

/** The quantile functions, from 0 at 0 to 1 at 1. */
const CURVES: Readonly<Record<CurvedSpread, (share: number) => number>> = {
  normal: (share) => (deviations(share) + CUT) / (2 * CUT),
  lognormal: (share) => (Math.exp(deviations(share)) - NEAREST) / (FURTHEST - NEAREST),
  exponential: (share) => -Math.log(1 - share * (1 - Math.exp(-MEANS))) / MEANS,
};

/** Where a share of all values of a bell that is cut off lies below. */
function deviations(share: number): number {
  if (share === 0 || share === 1) return (2 * share - 1) * CUT;
  const outside = belowBell(-CUT);
  const wanted = outside + share * (1 - 2 * outside);
  let [low, high] = [-CUT, CUT];
  for (let step = 0; step < 45; step++) {
    const middle = (low + high) / 2;
    if (belowBell(middle) < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The share of a normal distribution below `z`, by its Taylor series: exact to 12 digits from -3 to 3. */
function belowBell(z: number): number {
  let term = z;
  let sum = z;
  for (let n = 1; n < 80; n++) {
    term *= (-z * z) / (2 * n);
    sum += term / (2 * n + 1);
  }
  return 0.5 + sum / Math.sqrt(2 * Math.PI);
}
