import { grouped } from "../request/whole-number";

const UNITS = ["", "k", "M", "G", "T", "P", "E"];

/** A number in few characters, for axes: `0.05`, `250`, `1.5k`, `20M`, `1e+30`. */
export function shortNumber(value: number): string {
  const size = Math.abs(value);
  if (value === 0) return "0";
  if (size >= 1e21 || size < 1e-4) return Number(value.toPrecision(3)).toExponential();
  if (size < 1000) return String(Number(value.toPrecision(4)));
  const unit = Math.floor(Math.log10(size) / 3 + 1e-9);
  return `${Number((value / 1000 ** unit).toPrecision(4))}${UNITS[unit]!}`;
}

/** A number to read: whole ones with commas, others with up to four significant digits. */
export function plainNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15)
    return value < 0 ? `-${grouped(-value)}` : grouped(value);
  const size = Math.abs(value);
  if (size >= 1e15 || size < 1e-4) return Number(value.toPrecision(4)).toExponential();
  if (size >= 1000) return plainNumber(Math.round(value));
  return String(Number(value.toPrecision(4)));
}

/** A share of 1: `12.3 %`, small ones with more digits. */
export function percent(share: number): string {
  const value = share * 100;
  if (value === 0) return "0 %";
  if (value < 0.001) return "< 0.001 %";
  if (value > 99.95 && value < 100) return "> 99.9 %";
  return `${value >= 0.95 ? value.toFixed(1) : String(Number(value.toPrecision(2)))} %`;
}
