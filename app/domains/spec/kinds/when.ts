import type { Shape } from "../../../model/types/shape";
import type { NumberSource } from "../../../rows/values/source";
import type { Scalar } from "../generator";
import { SpecFault } from "../spec-fault";
import type { GeneratorKind, Of } from "./kind";
import { maskedValues } from "./masked-values";
import { scaledBy } from "./number";

/** Most words that an error names. */
const MOST_NAMED = 8;

export const when: GeneratorKind<Of<"when">> = {
  shape({ column, is, of }, { spec, definitionOf, shapeOf }) {
    const placeOf = placesIn(definitionOf(spec, column).shape, column);
    for (const value of is) placeOf(value);
    return shapeOf(of);
  },
  values({ column, is, of }, states, context) {
    const { shape, create } = context.definitionOf(context.spec, column);
    const lead = create(context.factors) as NumberSource;
    const wanted = new Set(is.filter((value) => value !== null).map(placesIn(shape, column)));
    const isNullWanted = is.includes(null);
    return maskedValues(of, states, context, (nulls, count) => {
      for (let i = 0; i < count; i++) {
        const isWanted = lead.nulls?.[i] === 1 ? isNullWanted : wanted.has(lead.values[i]!);
        nulls[i] = isWanted ? 0 : 1;
      }
    });
  },
};

/**
 * What stands for a value in a column's source.
 * @throws SpecFault where the column never has that value, or has texts of which there is no list
 */
function placesIn(shape: Shape, column: string): (value: Scalar) => number {
  if (shape.kind === "number") return (value) => scaledBy(Number(value), shape.scale);
  if (shape.kind !== "words")
    throw new SpecFault(
      `"${column}" is not of a few values`,
      "name a column that is a choice, a number or a boolean",
    );
  const places = new Map(shape.words.map((word, place) => [word, place]));
  return (value) => {
    const place = value === null ? 0 : places.get(String(value));
    if (place !== undefined) return place;
    const named = shape.words.slice(0, MOST_NAMED).join(", ");
    throw new SpecFault(
      `"${column}" is never ${JSON.stringify(value)}`,
      `it has ${named}${shape.words.length > MOST_NAMED ? ", ..." : ""}`,
    );
  };
}
