import type { Shape, TimeShape } from "../../../model/types/shape";
import { integerArray } from "../../../rows/random/integers";
import { ticksOf } from "../../../model/types/shape";
import type { NumberSource } from "../../../rows/values/source";
import { SpecFault } from "../spec-fault";
import { timeShape, type Unit, unitOf, unitsADay } from "./instant";
import type { GeneratorKind, Of, ShapeContext } from "./kind";
import { between } from "./number";

const { ceil, floor, min } = Math;

/** The last day that DateTime holds: times after others stop there, unless these go further. */
const LAST_DAY = 49_708;

export const after: GeneratorKind<Of<"after">> = {
  shape: (generator, context) => {
    const { first, last, unit } = reach(generator, context);
    return timeShape(unit, first, last);
  },
  values(generator, states, context) {
    const { shape, create } = context.definitionOf(context.spec, generator.column);
    const { values: others, nulls } = create(context.factors) as NumberSource;
    const { first, last, unit, delays } = reach(generator, context);
    const drawDelays = between(...delays, generator.spread);
    const delay = new Float64Array(states.length);
    const values = integerArray(first, last, states.length);
    const theirs = unitsADay(unitOf(shape as TimeShape));
    const ours = unitsADay(unit);
    const fill = (count: number): void => {
      drawDelays(states, delay, count);
      for (let i = 0; i < count; i++) {
        const start = theirs === ours ? others[i]! : floor((others[i]! * ours) / theirs);
        values[i] = nulls?.[i] === 1 ? 0 : min(start + delay[i]!, last);
      }
    };
    return { source: { values, nulls }, fill };
  },
};

/** From `first` to `last`, both included, after so many units; see `after`. */
function reach(generator: Of<"after">, { spec, definitionOf }: ShapeContext) {
  const shape = timeOf(generator.column, definitionOf(spec, generator.column).shape);
  const unit: Unit = generator.unit ?? unitOf(shape);
  const theirs = unitsADay(unitOf(shape));
  const ours = unitsADay(unit);
  const inUnits = ours / 86_400;
  const delays = [ceil(generator.min * inUnits), floor(generator.max * inUnits)] as const;
  const [from, to] = ticksOf(shape);
  const end = Math.max((LAST_DAY + 1) * ours - 1, floor((to * ours) / theirs));
  return {
    unit,
    delays,
    first: floor((from * ours) / theirs) + delays[0],
    last: min(floor((to * ours) / theirs) + delays[1], end),
  };
}

/** The shape of a column that holds times. @throws SpecFault where it does not */
export function timeOf(column: string, shape: Shape): TimeShape {
  if (shape.kind === "day" || shape.kind === "second") return shape;
  throw new SpecFault(
    `column "${column}" holds no times`,
    'name a column of kind "time", "rising" or "after"',
  );
}
