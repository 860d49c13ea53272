import type { ColumnFiller } from "../column-filler";
import type { Factors } from "../factors";
import { textHash } from "../murmur-hash";
import { stateAt } from "../random/counters";
import { draw } from "../random/mix";

// Taken from the global once: see random/mix.ts.
const { floor, min } = Math;

/** The slots of numbers, in ticks. */
export interface Slots {
  /** Where that of number 0 begins. */
  readonly base: bigint;
  readonly everyTicks: number;
  /** Whether the column has 32 bits; else 64. */
  readonly narrow: boolean;
}

/** 64 bits are put together from parts of so many, of which products are exact. */
const BITS = 26;
const PART = 2 ** BITS;

/** A drawn tick of each number's slot. */
export function timeFiller(
  { base, everyTicks, narrow }: Slots,
  stream: string,
  factors: Factors,
): ColumnFiller {
  const drawn = factors.streams.base(stream, textHash(`time/${base}/${everyTicks}`) >>> 1);
  const { own } = factors;
  const memory = new ArrayBuffer(factors.capacity * (narrow ? 4 : 8));
  const out = new Uint32Array(memory);
  const first = BigInt.asUintN(64, base);
  const part = (n: number): number => Number((first >> BigInt(BITS * n)) % BigInt(PART));
  const [first0, first1, first2] = [part(0), part(1), part(2)];
  const [every0, every1] = [everyTicks % PART, floor(everyTicks / PART)];
  const fill = (rows: number): void => {
    for (let i = 0; i < rows; i++) {
      const number = own.numbers[i]!;
      const state = stateAt(drawn, own, i);
      const share = (draw(state, 0) * 2 ** 21 + (draw(state, 1) >>> 11)) / 2 ** 53;
      const within = min(floor(share * everyTicks), everyTicks - 1);
      const within1 = floor(within / PART);
      const number1 = floor(number / PART);
      const number0 = number - number1 * PART;
      const low = first0 + number0 * every0 + (within - within1 * PART);
      const carry = floor(low / PART);
      const middle = first1 + number0 * every1 + number1 * every0 + within1 + carry;
      const low0 = low - carry * PART;
      const carry1 = floor(middle / PART);
      const middle0 = middle - carry1 * PART;
      // Bits from 32 on fall off, also those that make a time before 1970 a large number.
      out[narrow ? i : 2 * i] = middle0 * PART + low0;
      if (!narrow) out[2 * i + 1] = (first2 + number1 * every1 + carry1) * 2 ** 20 + floor(middle0 / 2 ** 6);
    }
  };
  if (narrow) return { fill, convert: (rows) => ({ kind: "number", values: out.subarray(0, rows) }) };
  const ticks = new BigInt64Array(memory);
  return { fill, convert: (rows) => ({ kind: "bigint", values: ticks.subarray(0, rows) }) };
}
