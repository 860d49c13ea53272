import type { ElementType } from "../../model/column-type";
import type { ColumnValues } from "../../model/types/column-values";
import type { Shape } from "../../model/types/shape";
import type { Source } from "./source";

/**
 * Brings the first `count` values of its source into the column's type. The result is valid until the next
 * call.
 */
export type Converter = (count: number) => ColumnValues;

/** @param capacity most values of a block */
export type CreateConverter = (shape: Shape, source: Source, to: ElementType, capacity: number) => Converter;
