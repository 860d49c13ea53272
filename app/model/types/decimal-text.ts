/**
 * The decimal whose scaled value is `digits`, e.g. ("-5", 3) is "-0.005".
 * @param digits an integer in decimal digits, with "-" where negative
 * @param scale digits behind the point, 0 or more
 */
export function decimalText(digits: string, scale: number): string {
  if (scale === 0) return digits;
  const sign = digits.startsWith("-") ? "-" : "";
  const all = digits.slice(sign.length).padStart(scale + 1, "0");
  return `${sign}${all.slice(0, -scale)}.${all.slice(-scale)}`;
}
