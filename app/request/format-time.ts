/** Microseconds with three digits: `850 us`, `12.3 ms`, `4.56 s`. */
export function formatTime(microseconds: number): string {
  if (Number(microseconds.toPrecision(3)) < 1_000) return `${Math.round(microseconds)} us`;
  const milliseconds = Number((microseconds / 1_000).toPrecision(3));
  if (milliseconds < 1_000) return `${milliseconds.toPrecision(3)} ms`;
  const seconds = microseconds / 1_000_000;
  return `${seconds < 1_000 ? seconds.toPrecision(3) : Math.round(seconds)} s`;
}
