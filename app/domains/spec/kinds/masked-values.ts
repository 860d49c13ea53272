import type { Generator } from "../generator";
import type { KindContext, Values } from "./kind";
import type { States } from "../../../rows/random/states";

/**
 * Values of a generator, with NULLs among them.
 * @param mark sets 1 for each of the first `count` rows that has NULL, and 0 for the others
 */
export function maskedValues(
  of: Generator,
  states: States,
  { valuesOf }: KindContext,
  mark: (nulls: Uint8Array, count: number) => void,
): Values {
  const nulls = new Uint8Array(states.length);
  const inner = valuesOf(of, states);
  const { nulls: innerNulls } = inner.source;
  const numbers = "values" in inner.source ? inner.source.values : undefined;
  const fill = (count: number): void => {
    inner.fill(count);
    mark(nulls, count);
    for (let i = 0; innerNulls && i < count; i++) nulls[i]! |= innerNulls[i]!;
    for (let i = 0; numbers && i < count; i++) if (nulls[i] === 1) numbers[i] = 0;
  };
  return { source: { ...inner.source, nulls }, fill };
}
