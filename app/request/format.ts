import { grouped } from "./whole-number";

/**
 * Seconds as `1h 23m 45s`, `23m 45s` or `45s`, rounded to whole ones; below ten seconds with a decimal,
 * `4.2s`.
 */
export function formatDuration(seconds: number): string {
  const tenths = Math.round(Math.max(0, seconds) * 10) / 10;
  if (tenths < 10) return `${tenths.toFixed(1)}s`;
  const whole = Math.round(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = whole % 60;
  if (hours > 0) return `${hours}h ${minutes}m ${rest}s`;
  return minutes > 0 ? `${minutes}m ${rest}s` : `${rest}s`;
}

/** Time left, as coarse as it is certain: `2h 10m`, `12m`, `1m 20s`, `9s`. */
export function formatTimeLeft(seconds: number): string {
  if (seconds >= 3600) {
    const minutes = Math.round(seconds / 60);
    return `${Math.floor(minutes / 60)}h ${minutes % 60}m`;
  }
  if (seconds >= 600) return `${Math.round(seconds / 60)}m`;
  if (seconds < 60) return `${Math.ceil(seconds)}s`;
  const fives = Math.round(seconds / 5) * 5;
  return `${Math.floor(fives / 60)}m ${fives % 60}s`;
}

/** A count with commas: `1,234,567`. Rounded to a whole number. */
export function formatCount(count: number): string {
  return grouped(Math.round(count));
}

const BYTE_UNITS = ["B", "kB", "MB", "GB", "TB", "PB"];

/** Bytes in decimal units with three digits: `512 B`, `50.4 MB`, `1.23 TB`. */
export function formatBytes(bytes: number): string {
  let value = Math.max(0, bytes);
  let unit = 0;
  while (unit < BYTE_UNITS.length - 1 && Number(value.toPrecision(3)) >= 1000) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 ? Math.round(value) : value.toPrecision(3)} ${BYTE_UNITS[unit]}`;
}

/** `about 50.4 MB uncompressed, 21.6 MB on disk`. Both in bytes. */
export function formatSize({ uncompressed, disk }: { uncompressed: number; disk: number }): string {
  return `about ${formatBytes(uncompressed)} uncompressed, ${formatBytes(disk)} on disk`;
}

/** Rows per second, `23,456 rows/s`; below ten with a decimal. */
export function formatRate(rowsPerSecond: number): string {
  const rate = rowsPerSecond < 10 ? rowsPerSecond.toFixed(1) : formatCount(rowsPerSecond);
  return `${rate} rows/s`;
}
