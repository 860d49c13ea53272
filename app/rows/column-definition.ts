import type { Factors } from "./factors";
import { type NumberShape, type Shape, upTo } from "../model/types/shape";
import type { Source } from "./values/source";

/** What fills a column. */
export interface ColumnDefinition {
  readonly shape: Shape;
  /** Makes the column's source in a generator; its streams and factors are asked for here. */
  create(factors: Factors): Source;
}

/** The columns of one subject, by name. */
export type ColumnDefinitions = Readonly<Record<string, ColumnDefinition>>;

export const FLAG = upTo(1);
/** Scores from 0 to 1, in hundred-millionths: as fine as a Float32. */
export const SCORE: NumberShape = { kind: "number", scale: 8, min: 0, max: 100_000_000 };
