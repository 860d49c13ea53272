import type { ColumnType } from "../../model/column-type";
import type { KeyForm } from "../../model/key-form";
import { quoteIdentifier } from "../../model/quoting";
import { decimalText } from "../../model/types/decimal-text";
import type { KeyKind } from "./key";
import { timeFiller } from "./time-filler";

/**
 * A time in the number's slot. Every time of a slot is of its number, so that rows of others that lie there count as
 * rows of these numbers.
 */
export const timeKey: KeyKind<Extract<KeyForm, { as: "time" }>> = {
  needs: ({ first }) =>
    `a DateTime or a DateTime64, not Nullable, that holds ${new Date(first * 1000).toISOString()}`,
  key({ first, everyTicks }, { name, type }, stream) {
    const ticks = ticksOf(type);
    if (ticks === undefined) return undefined;
    const base = BigInt(first) * ticks.perSecond;
    if (base < ticks.first) return undefined;
    const every = BigInt(everyTicks);
    const largest = (ticks.last + 1n - base) / every - 1n;
    if (largest < 0n) return undefined;
    const quoted = quoteIdentifier(name);
    const bound = (number: number, more: bigint): string => ticks.sql(base + BigInt(number) * every + more);
    return {
      largest: Math.min(Number(largest), Number.MAX_SAFE_INTEGER),
      filler: (factors) => timeFiller({ base, everyTicks, narrow: ticks.narrow }, stream, factors),
      rowNumber: `toUInt64(intDiv(${ticks.of(quoted)} - (${base}), ${everyTicks}))`,
      between: (from, to) => `${quoted} BETWEEN ${bound(from, 0n)} AND ${bound(to, every - 1n)}`,
    };
  },
};

/** The times of a type as whole numbers. */
interface Ticks {
  readonly perSecond: bigint;
  /** Both included. */
  readonly first: bigint;
  readonly last: bigint;
  /** Whether they take 32 bits. */
  readonly narrow: boolean;
  /** The ticks of a value, an Int64. */
  of(value: string): string;
  /** The value of so many ticks. */
  sql(ticks: bigint): string;
}

/** Seconds of 1900-01-01 and of the end of 2299, between which a DateTime64 lies. */
const [YEAR_1900, YEAR_2300] = [-2_208_988_800n, 10_413_792_000n];

function ticksOf(type: ColumnType): Ticks | undefined {
  if (type.kind === "datetime") {
    return {
      perSecond: 1n,
      first: 0n,
      last: 2n ** 32n - 1n,
      narrow: true,
      of: (value) => `toInt64(${value})`,
      sql: (ticks) => `toDateTime(${ticks})`,
    };
  }
  if (type.kind !== "datetime64") return undefined;
  const { precision } = type;
  const perSecond = 10n ** BigInt(precision);
  const last = YEAR_2300 * perSecond - 1n;
  return {
    perSecond,
    first: YEAR_1900 * perSecond,
    last: last < 2n ** 63n ? last : 2n ** 63n - 1n,
    narrow: false,
    of: (value) => `reinterpretAsInt64(${value})`,
    sql: (ticks) =>
      `CAST(toDecimal128('${decimalText(String(ticks), precision)}', ${precision}) AS DateTime64(${precision}))`,
  };
}
