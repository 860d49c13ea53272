import type { ColumnDefinition } from "../../../rows/column-definition";
import type { NumberSource } from "../../../rows/values/source";
import { anyNull } from "./any-null";
import { calculationOf } from "./calculation";
import type { GeneratorKind, KindContext, Of, ShapeContext, Values } from "./kind";
import type { Part } from "./template-parts";
import { longestOf, textValues } from "./text-maker";

type Computed = Of<"computed">;

export const computed: GeneratorKind<Computed> = {
  drawless: true,
  shape(generator, context) {
    const { operation, columns } = generator;
    if (operation === "copy") return definitionsOf(generator, context)[0]!.shape;
    if (operation === "concat") return { kind: "text", maxLength: longestOf(partsOf(columns), context) };
    return calculationOf(generator, definitionsOf(generator, context)).shape;
  },
  values(generator, states, context) {
    const { operation, columns } = generator;
    if (operation === "copy") return copied(generator, states.length, context);
    if (operation === "concat") return textValues(partsOf(columns), states, context);
    return calculated(generator, states.length, context);
  },
};

function definitionsOf({ columns }: Computed, { spec, definitionOf }: ShapeContext): ColumnDefinition[] {
  return columns.map((column) => definitionOf(spec, column));
}

function partsOf(columns: readonly string[]): Part[] {
  return columns.map((column) => ({ as: "column", column, modifiers: [] }));
}

/** A copy of its own, since whoever takes it may clear values. */
function copied(generator: Computed, capacity: number, context: KindContext): Values {
  const source = definitionsOf(generator, context)[0]!.create(context.factors);
  if (!("values" in source)) return { source, fill: () => {} };
  const from = source.values;
  const values = new (from.constructor as new (length: number) => typeof from)(capacity);
  return { source: { values, nulls: source.nulls }, fill: (count) => values.set(from.subarray(0, count)) };
}

function calculated(generator: Computed, capacity: number, context: KindContext): Values {
  const definitions = definitionsOf(generator, context);
  const calculation = calculationOf(generator, definitions);
  const sources = definitions.map(({ create }) => create(context.factors) as NumberSource);
  const { nulls, mark } = anyNull(sources, capacity);
  const values = new Float64Array(capacity);
  const fill = (count: number): void => {
    calculation.fill(sources, values, count);
    mark(count);
    for (let i = 0; nulls && i < count; i++) if (nulls[i] === 1) values[i] = 0;
  };
  return { source: { values, nulls }, fill };
}
