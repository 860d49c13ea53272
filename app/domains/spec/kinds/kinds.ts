import type { Shape } from "../../../model/types/shape";
import type { Generator } from "../generator";
import { choice } from "./choice";
import type { GeneratorKind, KindContext, Values } from "./kind";
import { number } from "./number";
import { ordinal, reference } from "./reference";
import { total } from "./total";

type Kinds = { readonly [K in Generator["kind"]]?: GeneratorKind<Extract<Generator, { kind: K }>> };

const KINDS: Kinds = { number, choice, reference, ordinal, total };

function kindOf(generator: Generator): GeneratorKind<Generator> {
  const kind = KINDS[generator.kind];
  if (kind === undefined) throw new Error(`no generator of kind ${generator.kind}`);
  return kind;
}

/** What `shapeOf` and `valuesOf` are told. */
type Outer = Pick<KindContext, "spec" | "definitionOf">;

export function shapeOf(generator: Generator, outer: Outer): Shape {
  return kindOf(generator).shape(generator, { ...outer, shapeOf: (other) => shapeOf(other, outer) });
}

export function valuesOf(
  generator: Generator,
  states: Int32Array,
  outer: Outer & Pick<KindContext, "factors">,
): Values {
  return kindOf(generator).values(generator, states, {
    ...outer,
    shapeOf: (other) => shapeOf(other, outer),
    valuesOf: (other, otherStates) => valuesOf(other, otherStates, outer),
  });
}
