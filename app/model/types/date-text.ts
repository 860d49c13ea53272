/** Dates come back often within a batch, and making their text is slow. */
const dates = new Map<number, string>();

const TWO_DIGITS = Array.from({ length: 60 }, (_, i) => String(i).padStart(2, "0"));

/** `YYYY-MM-DD`. @param days since 1970-01-01, negative before; from 1900 to 2299 */
export function dateText(days: number): string {
  let text = dates.get(days);
  if (text === undefined) {
    text = new Date(days * 86_400_000).toISOString().slice(0, 10);
    dates.set(days, text);
  }
  return text;
}

/** `YYYY-MM-DDThh:mm:ss`, in UTC. */
function secondText(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const second = seconds - days * 86_400;
  const minute = Math.floor(second / 60);
  const hour = Math.floor(minute / 60);
  return `${dateText(days)}T${TWO_DIGITS[hour]}:${TWO_DIGITS[minute - hour * 60]}:${TWO_DIGITS[second - minute * 60]}`;
}

/** An instant in UTC. @param seconds since 1970 */
export function dateTimeText(seconds: number): string {
  return `${secondText(seconds)}Z`;
}

/** An instant in UTC with its fraction. @param ticks of 10^-precision seconds since 1970, negative before */
export function dateTime64Text(ticks: bigint, precision: number): string {
  const perSecond = 10n ** BigInt(precision);
  let seconds = ticks / perSecond;
  let fraction = ticks % perSecond;
  if (fraction < 0n) {
    seconds -= 1n;
    fraction += perSecond;
  }
  const digits = precision === 0 ? "" : `.${fraction.toString().padStart(precision, "0")}`;
  return `${secondText(Number(seconds))}${digits}Z`;
}
