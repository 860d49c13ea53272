import type { Factor, Factors } from "../../../rows/factors";
import { stateAt } from "../../../rows/random/counters";
import { draw } from "../../../rows/random/mix";
import { integerWeights } from "../../../rows/random/integer-weights";
import { WeightedChoice } from "../../../rows/random/shares";
import { versionOf } from "../column-version";
import { groupValues } from "../group-values";
import type { Generator, Scalar } from "../generator";
import { mixedShape, mixedValues } from "./mixed";
import type { GeneratorKind, KindContext, Of } from "./kind";
import { scalarShape, scalarValues } from "./scalars";

export const group: GeneratorKind<Of<"group">> = {
  shape(generator, context) {
    const values = groupValues(context.spec, generator.group, context.column);
    return values.every(isScalar) ? scalarShape(values) : mixedShape(values.map(generatorOf), context);
  },
  values(generator, states, context) {
    const values = groupValues(context.spec, generator.group, context.column);
    const { positions } = drawnRows(generator.group, context);
    return values.every(isScalar)
      ? scalarValues(values, positions)
      : mixedValues(values.map(generatorOf), positions, states, context);
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
  readonly #choice: WeightedChoice;

  constructor(
    weights: readonly number[],
    private readonly base: number,
    private readonly factors: Factors,
  ) {
    this.positions = new Uint16Array(factors.capacity);
    this.#choice = new WeightedChoice(integerWeights(weights));
  }

  fill(rows: number): void {
    for (let i = 0; i < rows; i++)
      this.positions[i] = this.#choice.pick(draw(stateAt(this.base, this.factors.rows, i), 0));
  }
}

/** The draw is the same for all columns, whatever the values of each are. */
function drawnRows(name: string, { spec, factors }: KindContext): GroupRows {
  const weights = spec.groups![name]!.map(({ weight }) => weight);
  const stream = `${spec.name}/group/${name}`;
  return factors.named(stream, () => {
    return new GroupRows(weights, factors.streams.base(stream, versionOf(weights)), factors);
  });
}
