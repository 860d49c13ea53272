import type { Shape } from "../../../model/types/shape";
import type { Generator } from "../generator";
import { after } from "./after";
import { array } from "./array";
import { between } from "./between";
import { boolean } from "./boolean";
import { choice } from "./choice";
import { computed } from "./computed";
import { constant } from "./constant";
import { group } from "./group";
import { identifier } from "./identifier";
import type { GeneratorKind, KindContext, ShapeContext, Values } from "./kind";
import { map } from "./map";
import { nullable } from "./nullable";
import { number } from "./number";
import { object } from "./object";
import { ordinal, reference } from "./reference";
import { rising } from "./rising";
import { per } from "./per";
import { run } from "./run";
import { sentence } from "./sentence";
import { template } from "./template";
import { time } from "./time";
import { total } from "./total";
import { unique } from "./unique";
import { vocabulary } from "./vocabulary";
import { when } from "./when";
import type { States } from "../../../rows/random/states";

type Kinds = { readonly [K in Generator["kind"]]: GeneratorKind<Extract<Generator, { kind: K }>> };

const KINDS: Kinds = {
  constant,
  choice,
  number,
  boolean,
  time,
  rising,
  after,
  between,
  template,
  sentence,
  vocabulary,
  identifier,
  unique,
  array,
  map,
  object,
  nullable,
  when,
  per,
  run,
  computed,
  group,
  reference,
  ordinal,
  total,
};

function kindOf(generator: Generator): GeneratorKind<Generator> {
  return KINDS[generator.kind];
}

/** Whether a generator's values need states; see {@link GeneratorKind}. */
export function isDrawn(generator: Generator): boolean {
  return kindOf(generator).drawless !== true;
}

/** The shape of a generator's values. */
export function shapeOf(generator: Generator, context: Omit<ShapeContext, "shapeOf">): Shape {
  return kindOf(generator).shape(generator, { ...context, shapeOf: (other) => shapeOf(other, context) });
}

/** The values of a generator: see {@link GeneratorKind}. */
export function valuesOf(
  generator: Generator,
  states: States,
  context: Omit<KindContext, "shapeOf" | "valuesOf">,
): Values {
  return kindOf(generator).values(generator, states, {
    ...context,
    shapeOf: (other) => shapeOf(other, context),
    valuesOf: (other, otherStates) => valuesOf(other, otherStates, context),
  });
}
