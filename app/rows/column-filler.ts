import type { ElementType } from "../model/column-type";
import type { ColumnDefinition } from "./column-definition";
import type { Factors } from "./factors";
import type { Converter } from "./values/converter";
import { createConverter } from "./values/create-converter";

/** Makes the values of one column for the rows of a block: first `fill`, where there is one, then `convert`. */
export interface ColumnFiller {
  readonly fill?: (rows: number) => void;
  readonly convert: Converter;
}

/** The filler of a column of some type that can hold the definition's shape. */
export function createFiller(
  { shape, create }: ColumnDefinition,
  type: ElementType,
  factors: Factors,
): ColumnFiller {
  const source = create(factors);
  return {
    fill: source.fill?.bind(source),
    convert: createConverter(shape, source, type, factors.capacity),
  };
}
