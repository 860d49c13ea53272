import type { Factors } from "./factors";
import { type Shape, upTo } from "../model/types/shape";
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
/** Scores from 0 to 1, in ten-thousandths. */
export const SCORE: Shape = { kind: "number", scale: 4, min: 0, max: 10_000 };
