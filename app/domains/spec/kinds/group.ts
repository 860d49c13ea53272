import type { Factor, Factors } from "../../../rows/factors";
import { fillStates } from "../../../rows/random/counters";
import { draw } from "../../../rows/random/mix";
import { integerWeights } from "../../../rows/random/integer-weights";
import { WeightedChoice } from "../../../rows/random/shares";
import { versionOf } from "../column-version";
import { groupValues } from "../group-values";
import type { Generator, Scalar } from "../generator";
import { leadValues } from "./lead-values";
import { mixedShape, mixedValues } from "./mixed";
import type { GeneratorKind, KindContext, Of } from "./kind";
import { scalarShape, scalarValues } from "./scalars";
import { newStates, type States } from "../../../rows/random/states";

export const group: GeneratorKind<Of<"group">> = {
  shape(generator, context) {
    const values = groupValues(context.spec, generator.group, context.column);
    return values.every(isScalar) ? scalarShape(values) : mixedShape(values.map(generatorOf), context);
  },
  values(generator, states, context) {
    const values = groupValues(context.spec, generator.group, context.column);
    const { positions } = drawnRows(generator, context);
    if (values.every(isScalar)) return scalarValues(values, positions);
    const { source, fill } = mixedValues(values.map(generatorOf), positions, states, context);
    const lead = generator.per === undefined ? undefined : leadValues(generator.per, context);
    return {
      source,
      fill: (count) => {
        lead?.fillStates(states, context.base, count);
        fill(count);
      },
    };
  },
};

function isScalar(value: Scalar | Generator): value is Scalar {
  return typeof value !== "object" || value === null;
}

function generatorOf(value: Scalar | Generator): Generator {
  return isScalar(value) ? { kind: "constant", value } : value;
}

/** Which row of a group each row of a table has, for all its columns. */
class GroupRows implements Factor {
  readonly positions: Uint16Array;
  readonly #states: States;
  readonly #choice: WeightedChoice;

  constructor(
    weights: readonly number[],
    factors: Factors,
    private readonly fillStates: (states: States, rows: number) => void,
  ) {
    this.positions = new Uint16Array(factors.capacity);
    this.#states = newStates(factors, factors.capacity);
    this.#choice = new WeightedChoice(integerWeights(weights));
  }

  fill(rows: number): void {
    this.fillStates(this.#states, rows);
    for (let i = 0; i < rows; i++) this.positions[i] = this.#choice.pick(draw(this.#states[i]!, 0));
  }
}

/** The draw is the same for all columns, whatever the values of each are. */
function drawnRows({ group, per }: Of<"group">, context: KindContext): GroupRows {
  const { spec, factors } = context;
  const weights = spec.groups![group]!.map(({ weight }) => weight);
  const stream = `${spec.name}/group/${group}`;
  const lead = per === undefined ? undefined : leadValues(per, context);
  return factors.named(per === undefined ? stream : `${stream}/${per}`, () => {
    const base = factors.streams.base(stream, versionOf(weights));
    return new GroupRows(weights, factors, (states, rows) => {
      if (lead === undefined) fillStates(states, base, factors.rows, rows);
      else lead.fillStates(states, base, rows);
    });
  });
}
