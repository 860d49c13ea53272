import type { ElementType } from "../column-type";

/** A type's text with its `Nullable` and `LowCardinality` around it. */
export function wrapped({ nullable, lowCardinality }: Omit<ElementType, "type">, text: string): string {
  const inner = nullable ? `Nullable(${text})` : text;
  return lowCardinality ? `LowCardinality(${inner})` : inner;
}
