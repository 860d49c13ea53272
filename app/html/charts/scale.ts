import { shortNumber } from "../format-number";
import type { Tick } from "./tick";
import { timeTicks } from "./time-ticks";

/** Where the numbers of an axis lie. */
export interface Scale {
  /** The place of a number, within the range where the number is within the domain. */
  at(value: number): number;
  /** Rising; the first and the last one are the ends of the axis. */
  readonly ticks: readonly Tick[];
}

export type ScaleKind = "linear" | "log" | "time";

/** A domain, both ends included; the ends may be equal, or in the other order. */
export type Span = readonly [from: number, to: number];

/** The least number of a logarithmic axis. */
const NEAREST = 1e-300;
/** Farther from 0 than this, numbers lie at the axis's end. */
const FARTHEST = { linear: 1e300, log: 1e300, time: 6.2e10 } as const;

/**
 * An axis whose ticks cover the domain, as far as that is within 1e300 of 0, times within 6.2e10 seconds: the years 5 to 3934.
 * @param kind `log` needs positive numbers: others are taken for the smallest one; `time` has seconds since 1970
 * @param range the places of the axis's ends
 * @param most ticks that are wanted, at least 2; there may be one or two more
 */
export function scaleOf(kind: ScaleKind, domain: Span, range: Span, most = 5): Scale {
  const [low, high] = [Math.min(...domain), Math.max(...domain)].map((end) =>
    Number.isNaN(end) ? 0 : Math.min(FARTHEST[kind], Math.max(-FARTHEST[kind], end)),
  );
  const ticks =
    kind === "log"
      ? logTicks(low!, high!, most)
      : kind === "time"
        ? timeTicks(low!, high!, most)
        : linearTicks(low!, high!, most);
  const measure =
    kind === "log" ? (value: number) => Math.log10(Math.max(value, NEAREST)) : (value: number) => value;
  const [first, last] = [measure(ticks[0]!.value), measure(ticks.at(-1)!.value)];
  const [from, to] = range;
  return {
    ticks,
    at: (value) => {
      // Halved, since the difference of two large numbers may be none.
      const part = (measure(value) / 2 - first / 2) / (last / 2 - first / 2);
      return from + Math.min(1, Math.max(0, Number.isFinite(part) ? part : 0)) * (to - from);
    },
  };
}

/** Multiples of 1, 2 or 5 times a power of ten. */
function linearTicks(low: number, high: number, most: number): Tick[] {
  if (low === high || !Number.isFinite(high - low)) return endsOf(low, high);
  const step = niceStep((high - low) / (most - 1));
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const ticks: Tick[] = [];
  for (let n = first; n <= last && ticks.length <= most + 2; n++) {
    const value = step >= 1 ? n * step : n / Math.round(1 / step);
    ticks.push({ value, label: shortNumber(value) });
  }
  const covers = ticks.length >= 2 && ticks[0]!.value <= low && ticks.at(-1)!.value >= high;
  // Of large numbers close together a step may be less than the last digit.
  const rises = ticks.every(({ value }, i) => i === 0 || value > ticks[i - 1]!.value);
  return covers && rises ? ticks : endsOf(low, high);
}

/** Of a constant, or of numbers so close or so far that steps between them are none. */
function endsOf(low: number, high: number): Tick[] {
  const room = low === high ? Math.max(1, Math.abs(low) * 1e-3) : 0;
  return [low - room, high + room].map((value) => ({ value, label: shortNumber(value) }));
}

function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= least * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Powers of ten; of a short domain also 2 and 5 times them. */
function logTicks(low: number, high: number, most: number): Tick[] {
  const least = Math.max(NEAREST, low > 0 ? low : high > 0 ? Math.min(1, high) : 1);
  const greatest = Math.max(high, least);
  // The logarithm's last digit may be wrong.
  let first = Math.round(Math.log10(least));
  if (tenTo(first) > least) first--;
  let last = Math.max(first + 1, Math.round(Math.log10(greatest)));
  if (tenTo(last) < greatest) last++;
  const every = Math.ceil((last - first) / (most - 1));
  const count = Math.ceil((last - first) / every);
  const factors = last - first === 1 ? [1, 2, 5] : [1];
  const exponents = Array.from({ length: count }, (_, n) => first + n * every);
  const values = exponents.flatMap((exponent) => factors.map((factor) => factor * tenTo(exponent)));
  values.push(tenTo(first + count * every));
  return values.map((value) => ({ value, label: shortNumber(value) }));
}

/** Without the last digit's error that a power of 10 below 1 has. */
function tenTo(exponent: number): number {
  return Number(`1e${Math.min(exponent, 308)}`);
}
