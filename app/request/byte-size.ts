import { Refusal } from "../errors";
import { parseDecimal } from "./decimal";
import { quoted } from "./quoted";

const UNITS: Readonly<Record<string, bigint>> = {
  B: 1n,
  KB: 10n ** 3n,
  MB: 10n ** 6n,
  GB: 10n ** 9n,
  TB: 10n ** 12n,
  KIB: 2n ** 10n,
  MIB: 2n ** 20n,
  GIB: 2n ** 30n,
  TIB: 2n ** 40n,
};

/** Average bytes of a row of `images_analytical`, uncompressed, as ClickHouse counts them. */
export const BYTES_PER_ROW = 500;

/**
 * The bytes of a size such as `100GB`, `1.5 TB`, `512MiB` (any case), rounded down.
 * @param name what the message calls it, e.g. `--target-size`
 * @param maximumRows of 500 bytes, included
 * @throws Refusal `invalid-size` where it is not a size, has no unit or an unknown one, is zero, or is too
 * large
 */
export function bytesOfSize(name: string, value: unknown, maximumRows: number): number {
  const bytes = typeof value === "string" ? parseBytes(value) : undefined;
  if (bytes === undefined || bytes <= 0n) {
    const expected = "a size above 0 with a unit (B, KB, MB, GB, TB, KiB, MiB, GiB, TiB) such as 100GB";
    throw new Refusal("invalid-size", `${name}: expected ${expected}, received ${quoted(value)}`, { name });
  }
  if (bytes / BigInt(BYTES_PER_ROW) > BigInt(maximumRows)) {
    const terabytes = ((maximumRows * BYTES_PER_ROW) / 1e12).toLocaleString("en-US");
    throw new Refusal("invalid-size", `${name}: expected at most ${terabytes}TB, received ${quoted(value)}`, {
      name,
    });
  }
  return Number(bytes);
}

/** The number of rows that take so many bytes, rounded down, at least 1. */
export function rowsOfBytes(bytes: number, bytesARow = BYTES_PER_ROW): number {
  return Math.max(1, Math.floor(bytes / bytesARow));
}

/** Bytes, rounded down; `undefined` where the text is not a size. */
function parseBytes(text: string): bigint | undefined {
  const match = /^([\d_,.]+) ?([a-z]+)$/i.exec(text.trim());
  const decimal = match && parseDecimal(match[1]!);
  const unit = match && UNITS[match[2]!.toUpperCase()];
  return decimal && unit ? (decimal.digits * unit) / 10n ** BigInt(decimal.decimals) : undefined;
}
