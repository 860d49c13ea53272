import type { Column } from "../../model/column";
import { describeType } from "../../model/types/describe-type";
import type { Shape } from "../../model/types/shape";
import type { ColumnDefinition } from "../../rows/column-definition";
import type { Factors } from "../../rows/factors";
import { nestedPrefix } from "../../rows/nested-prefix";
import { fillStates } from "../../rows/random/counters";
import { newStates, statesLike } from "../../rows/random/states";
import type { Source } from "../../rows/values/source";
import { filled } from "./filled";
import { WORDS } from "./words";

/** Whose streams were raised when a Nested column got one row. */
const NESTED = /\bNested\(/;

/**
 * Sensible values for a column of which only the type is known, from a stream named after the column: numbers
 * from 0 on, the small ones oftener: integers to 100 in 8 bits, 9,999 in 16 and 999,999 in more, floats to
 * 999.999, decimals of the type's digits to 9,999.99; short lower-case words, codes of a FixedString's length,
 * dates of ten years, UUIDs of version 4, the names of an enum evenly, private IPv4 addresses, IPv6 addresses
 * of the range for documentation, places all over the world, arrays of 0 to 5 elements, maps of 0 to 5 pairs,
 * JSON with all typed paths or else a name and a count, one row of a Nested column that is kept whole; one value in eight is NULL where that is allowed. All
 * arrays of one Nested column have as many elements.
 * @returns `undefined` for a type that can't be filled
 */
export function columnByType(column: Column): ColumnDefinition | undefined {
  const shape = describeType(column.type).fallback(WORDS);
  return shape && { shape, create: (factors) => sourceOf(factors, column, shape) };
}

function sourceOf(factors: Factors, column: Column, shape: Shape): Source {
  const { capacity, rows: counters, streams } = factors;
  const base = streams.base(`column/${column.name}`, NESTED.test(column.clickhouseType) ? 3 : 2);
  const prefix = nestedPrefix(column);
  const lengthBase = prefix === undefined ? base : streams.base(`nested/${prefix}`, 1);
  const states = newStates(factors, capacity);
  const lengthStates = prefix === undefined ? states : statesLike(states);
  const values = filled(column, shape, states, lengthStates);
  const fill = (rows: number): void => {
    fillStates(states, base, counters, rows);
    if (lengthStates !== states) fillStates(lengthStates, lengthBase, counters, rows);
    values.fill(rows);
  };
  return { ...values.source, fill };
}
