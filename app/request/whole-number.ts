import { Refusal } from "../errors";
import { parseDecimal } from "./decimal";
import { quoted } from "./quoted";

/** Both limits included. */
export interface Limits {
  readonly minimum: number;
  readonly maximum: number;
}

const FACTORS: Readonly<Record<string, bigint>> = {
  "": 1n,
  k: 10n ** 3n,
  m: 10n ** 6n,
  g: 10n ** 9n,
  t: 10n ** 12n,
};

/**
 * Reads a whole number: a number, or a text such as `1000000`, `1_000_000`, `1,000,000`, `10k`, `2.5M`, `100G`, `1T`
 * (powers of ten), `1e6`. A decimal point needs one of these letters, so that `1.000` is never read as one.
 * @param name what the message calls it, e.g. `--rows`
 * @throws Refusal `invalid-number` where it is not a whole number or is outside the limits
 */
export function wholeNumber(name: string, value: unknown, limits: Limits): number {
  const number =
    typeof value === "number" ? fromNumber(value) : typeof value === "string" ? fromText(value) : undefined;
  if (number !== undefined && number >= BigInt(limits.minimum) && number <= BigInt(limits.maximum))
    return Number(number);
  const range = `${grouped(limits.minimum)} to ${grouped(limits.maximum)}`;
  throw new Refusal(
    "invalid-number",
    `${name}: expected a whole number from ${range}, received ${quoted(value)}`,
    {
      name,
      ...limits,
    },
  );
}

function fromNumber(value: number): bigint | undefined {
  return Number.isSafeInteger(value) ? BigInt(value) : undefined;
}

function fromText(text: string): bigint | undefined {
  const match = /^(.+?)([kmgt]|e\+?\d{1,2})?$/i.exec(text.trim());
  const decimal = match && parseDecimal(match[1]!);
  if (!match || !decimal) return undefined;
  const suffix = (match[2] ?? "").toLowerCase();
  if (decimal.decimals > 0 && suffix === "") return undefined;
  const scale = 10n ** BigInt(decimal.decimals);
  const scaled =
    decimal.digits *
    (suffix.startsWith("e") ? 10n ** BigInt(suffix.slice(1).replace("+", "")) : FACTORS[suffix]!);
  return scaled % scale === 0n ? scaled / scale : undefined;
}

/**
 * With thousands separated, as messages have numbers of rows. `toLocaleString` would first load what is known of
 * all languages: 20 ms.
 * @param value an integer
 */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
