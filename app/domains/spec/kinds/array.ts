import type { Factor, Factors } from "../../../rows/factors";
import { fillStates } from "../../../rows/random/counters";
import { partState } from "../../../rows/random/mix";
import { versionOf } from "../column-version";
import { ELEMENTS, type GeneratorKind, type KindContext, LENGTHS, type Of } from "./kind";
import { between } from "./number";
import { newStates, type States, statesLike } from "../../../rows/random/states";

type ArrayGenerator = Of<"array">;

export const array: GeneratorKind<ArrayGenerator> = {
  shape: ({ of }, { shapeOf }) => ({ kind: "list", element: shapeOf(of) }),
  values(generator, states, context) {
    const elementCapacity = states.length * generator.max;
    const elementStates = statesLike(states, elementCapacity);
    const elements = context.valuesOf(generator.of, elementStates);
    const offsets = new Uint32Array(states.length + 1);
    const lengths = lengthsOf(generator, states, context);
    const fill = (count: number): void => {
      lengths.fill(count);
      const { values } = lengths;
      let at = 0;
      for (let i = 0; i < count; i++) {
        const state = states[i]!;
        const length = values[i]!;
        for (let j = 0; j < length; j++) elementStates[at++] = partState(state, ELEMENTS + j);
        offsets[i + 1] = at;
      }
      elements.fill(at);
    };
    return { source: { offsets, element: elements.source, elementCapacity }, fill };
  },
};

interface Lengths {
  readonly values: Float64Array;
  fill(count: number): void;
}

function lengthsOf(generator: ArrayGenerator, states: States, context: KindContext): Lengths {
  if (generator.lengths !== undefined) {
    const { values } = sharedLengths(generator, generator.lengths, context);
    return { values, fill: () => {} };
  }
  const own = statesLike(states);
  const lengths = drawnLengths(generator, own);
  return {
    values: lengths.values,
    fill: (count) => {
      for (let i = 0; i < count; i++) own[i] = partState(states[i]!, LENGTHS);
      lengths.fill(count);
    },
  };
}

function drawnLengths({ min, max, spread }: ArrayGenerator, states: States): Lengths {
  const values = new Float64Array(states.length);
  const drawLengths = between(min, max, spread);
  return { values, fill: (count) => drawLengths(states, values, count) };
}

/** Lengths that several columns have in common. */
function sharedLengths(generator: ArrayGenerator, name: string, { spec, factors }: KindContext): Lengths {
  const { min, max, spread = "uniform" } = generator;
  const stream = `${spec.name}/lengths/${name}`;
  return factors.named(stream, () => {
    const base = factors.streams.base(stream, versionOf([min, max, spread]));
    return new SharedLengths(generator, base, factors);
  });
}

class SharedLengths implements Factor, Lengths {
  readonly values: Float64Array;
  readonly #states: States;
  readonly #lengths: Lengths;

  constructor(
    generator: ArrayGenerator,
    private readonly base: number,
    private readonly factors: Factors,
  ) {
    this.#states = newStates(factors, factors.capacity);
    this.#lengths = drawnLengths(generator, this.#states);
    this.values = this.#lengths.values;
  }

  fill(rows: number): void {
    fillStates(this.#states, this.base, this.factors.rows, rows);
    this.#lengths.fill(rows);
  }
}
