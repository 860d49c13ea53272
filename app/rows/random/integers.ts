import { draw } from "./mix";
import type { States } from "./states";

// Taken from the global once: see shapes.ts.
const { floor, min } = Math;

/** What integers are drawn into. */
export type IntegerArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** Draws the first `count` integers, one from each state: draw number 0, and 1 where there are many to choose from. */
export type FillIntegers = (states: States, out: IntegerArray, count: number) => void;

/** So many different values at most come from one draw: the chance of each is off by 1/256 at most. */
const ONE_DRAW = 2 ** 24;

/** 53 bits of the draws `n` and `n + 1`, an integer below 2^53. */
function wide(state: number, n: number): number {
  return draw(state, n) * 2 ** 21 + (draw(state, n + 1) >>> 11);
}

/** An integer from 0 (included) to `different` (not included), at most 2^53, of draw `n` and, where there are many, `n + 1`. */
export function below(state: number, n: number, different: number): number {
  if (different <= ONE_DRAW) return floor((draw(state, n) * different) / 2 ** 32);
  return min(floor(wide(state, n) * (different / 2 ** 53)), different - 1);
}

/** Each integer from `least` on as often. @param different how many there are, 1 to 2^53 */
export function evenly(least: number, different: number): FillIntegers {
  return (states, out, count) => {
    for (let i = 0; i < count; i++) out[i] = least + below(states[i]!, 0, different);
  };
}

/**
 * Between each two neighbouring knots as often, evenly within: a value is rounded down.
 * @param knots 2 or more rising values; the last is not reached
 */
export function byKnots(knots: Float64Array): FillIntegers {
  const slots = knots.length - 1;
  const last = knots[slots]!;
  const most = last > knots[0]! ? Math.ceil(last) - 1 : last;
  if (slots > 1 && (slots & (slots - 1)) === 0) return byFirstDraw(knots, Math.clz32(slots) + 1, most);
  const scale = slots / 2 ** 53;
  return (states, out, count) => {
    for (let i = 0; i < count; i++) {
      const at = wide(states[i]!, 0) * scale;
      // No more than 32 bits of it, which is faster than rounding down.
      const slot = min(at | 0, slots - 1);
      const low = knots[slot]!;
      out[i] = min(floor(low + (at - slot) * (knots[slot + 1]! - low)), most);
    }
  };
}

/**
 * The same where the upper bits of the first draw say between which knots: the second draw is made only where it
 * decides, which is hardly ever, since few integers lie between two knots.
 * @param shift by which a draw is the number of its slot
 */
function byFirstDraw(knots: Float64Array, shift: number, most: number): FillIntegers {
  const unit = 2 ** -shift;
  return (states, out, count) => {
    for (let i = 0; i < count; i++) {
      const state = states[i]!;
      const first = draw(state, 0);
      const slot = first >>> shift;
      const low = knots[slot]!;
      const width = knots[slot + 1]! - low;
      const from = first * unit - slot;
      let value = floor(low + from * width);
      if (value !== floor(low + (from + unit) * width))
        value = floor(low + (from + (draw(state, 1) >>> 11) * (unit / 2 ** 21)) * width);
      out[i] = min(value, most);
    }
  };
}

/** An array for integers from `min` to `max`, both included. */
export function integerArray(min: number, max: number, length: number): IntegerArray {
  if (min < 0 || max >= 2 ** 32) return new Float64Array(length);
  return max < 256 ? new Uint8Array(length) : new Uint32Array(length);
}
