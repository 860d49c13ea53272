import type { Tick } from "./tick";

const DAY = 86_400;
/** Seconds between ticks that people count in, below a month. */
const STEPS = [
  1,
  2,
  5,
  10,
  30,
  60,
  120,
  300,
  600,
  1800,
  3600,
  7200,
  10_800,
  21_600,
  43_200,
  DAY,
  2 * DAY,
  7 * DAY,
];
/** Months between ticks; above, years by 1, 2 or 5 times a power of ten. */
const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
const MONTH = 30.44 * DAY;

/** Ticks at full seconds, minutes, hours, days, months or years of UTC, in seconds since 1970, within 6.2e10. */
export function timeTicks(low: number, high: number, most: number): Tick[] {
  const least = (high - low) / (most - 1);
  const step = STEPS.find((candidate) => candidate >= least);
  return step === undefined ? monthTicks(low, high, least / MONTH) : secondTicks(low, high, step);
}

function secondTicks(low: number, high: number, step: number): Tick[] {
  const first = Math.floor(low / step) * step;
  const count = Math.max(1, Math.ceil((high - first) / step));
  // Where all lie on one day, its date would only take room.
  const [start, end] = step >= DAY ? [0, 10] : high - low < DAY ? [11, step < 60 ? 19 : 16] : [5, 16];
  return Array.from({ length: count + 1 }, (_, n) => first + n * step).map((value) => ({
    value,
    label: iso(value).slice(start, end).replace("T", " "),
  }));
}

function monthTicks(low: number, high: number, least: number): Tick[] {
  const step = MONTHS.find((candidate) => candidate >= least) ?? Math.ceil(least / 1200) * 1200;
  const start = new Date(low * 1000);
  const first = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
  const ticks: Tick[] = [];
  for (let month = first; ; month += step) {
    const value = secondsOf(month);
    // Of years alone the year says all.
    ticks.push({ value, label: iso(value).slice(0, step % 12 === 0 ? 4 : 7) });
    if (value >= high && ticks.length > 1) return ticks;
  }
}

/** Of the first day of a month, counted from that of year 0; the years below 100 are no years of last century. */
function secondsOf(month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, 1);
  return date.getTime() / 1000;
}

function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
