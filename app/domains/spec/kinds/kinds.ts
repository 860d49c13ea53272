import type { Shape } from "../../../model/types/shape";
import type { Generator } from "../generator";
import { choice } from "./choice";
import type { GeneratorKind, KindContext, Values } from "./kind";
import { number } from "./number";

type Kinds = { readonly [K in Generator["kind"]]?: GeneratorKind<Extract<Generator, { kind: K }>> };

const KINDS: Kinds = { number, choice };

function kindOf(generator: Generator): GeneratorKind<Generator> {
  const kind = KINDS[generator.kind];
  if (kind === undefined) throw new Error(`no generator of kind ${generator.kind}`);
  return kind;
}

export function shapeOf(generator: Generator, spec: KindContext["spec"]): Shape {
  return kindOf(generator).shape(generator, { spec, shapeOf: (other) => shapeOf(other, spec) });
}

export function valuesOf(
  generator: Generator,
  states: Int32Array,
  context: Pick<KindContext, "spec" | "factors">,
): Values {
  return kindOf(generator).values(generator, states, {
    ...context,
    shapeOf: (other) => shapeOf(other, context.spec),
    valuesOf: (other, otherStates) => valuesOf(other, otherStates, context),
  });
}
