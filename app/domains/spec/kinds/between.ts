import type { TimeShape } from "../../../model/types/shape";
import { ticksOf } from "../../../model/types/shape";
import { integerArray } from "../../../rows/random/integers";
import { draw } from "../../../rows/random/mix";
import type { NumberSource } from "../../../rows/values/source";
import { anyNull } from "./any-null";
import { timeOf } from "./after";
import { timeShape, type Unit, unitOf, unitsADay } from "./instant";
import type { GeneratorKind, Of, ShapeContext } from "./kind";

const { floor } = Math;

export const between: GeneratorKind<Of<"between">> = {
  shape: (generator, context) => {
    const { first, last, unit } = reach(generator, context);
    return timeShape(unit, first, last);
  },
  values(generator, states, context) {
    const { first, last, unit, shapes } = reach(generator, context);
    const sources = [generator.from, generator.to].map(
      (column) => context.definitionOf(context.spec, column).create(context.factors) as NumberSource,
    ) as [NumberSource, NumberSource];
    const { nulls, mark } = anyNull(sources, states.length);
    const values = integerArray(first, last, states.length);
    const [fromUnits, toUnits] = shapes.map((shape) => unitsADay(unit) / unitsADay(unitOf(shape))) as [
      number,
      number,
    ];
    const fill = (count: number): void => {
      const [{ values: starts }, { values: ends }] = sources;
      mark(count);
      for (let i = 0; i < count; i++) {
        const start = floor(starts[i]! * fromUnits);
        const width = floor(ends[i]! * toUnits) - start + 1;
        // 53 bits, since microseconds of a month exceed 32.
        const u = draw(states[i]!, 0) / 2 ** 32 + (draw(states[i]!, 1) >>> 11) / 2 ** 53;
        values[i] = nulls?.[i] === 1 ? 0 : start + (width > 1 ? floor(u * width) : 0);
      }
    };
    return { source: { values, nulls }, fill };
  },
};

function reach({ from, to, unit: given }: Of<"between">, { spec, definitionOf }: ShapeContext) {
  const shapes = [from, to].map((column) => timeOf(column, definitionOf(spec, column).shape));
  const unit: Unit = given ?? unitOf(shapes[0]!);
  const inUnit = (ticks: number, shape: TimeShape) =>
    floor((ticks * unitsADay(unit)) / unitsADay(unitOf(shape)));
  const ends = shapes.map((shape) => ticksOf(shape).map((ticks) => inUnit(ticks, shape)));
  return { unit, shapes, first: ends[0]![0]!, last: Math.max(ends[0]![1]!, ends[1]![1]!) };
}
