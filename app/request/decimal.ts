/** `digits / 10^decimals`, exactly. */
export interface Decimal {
  readonly digits: bigint;
  readonly decimals: number;
}

/** More digits than any number here has: avoids multiplying a megabyte of digits. */
const MAX_LENGTH = 40;

/**
 * Reads an unsigned decimal number: `1000`, `1_000`, `1,000` (commas only between groups of three), `2.5`.
 * @returns `undefined` where the text is not a number
 */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^(\d+(?:_\d+)*|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(text);
  if (!match || text.length > MAX_LENGTH) return undefined;
  const whole = match[1]!.replace(/[_,]/g, "");
  const fraction = match[2] ?? "";
  return { digits: BigInt(whole + fraction), decimals: fraction.length };
}
