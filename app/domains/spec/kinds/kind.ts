import type { Shape } from "../../../model/types/shape";
import type { ColumnDefinition } from "../../../rows/column-definition";
import type { Factors } from "../../../rows/factors";
import type { Source } from "../../../rows/values/source";
import type { Generator } from "../generator";
import type { TableSpec } from "../table-spec";

/** Values of a generator, made from states, one each. */
export interface Values {
  readonly source: Source;
  fill(count: number): void;
}

/** What a kind of generators may use besides states. */
export interface KindContext {
  readonly spec: TableSpec;
  readonly factors: Factors;
  shapeOf(generator: Generator): Shape;
  /** What fills a column of another specification. */
  definitionOf(spec: TableSpec, column: string): ColumnDefinition;
  /** Values of another generator, such as that of elements. */
  valuesOf(generator: Generator, states: Int32Array): Values;
}

/** A kind of generators: one file of this folder each. */
export interface GeneratorKind<G extends Generator> {
  /** The shape of its values; depends on the specification alone. */
  shape(generator: G, context: Pick<KindContext, "spec" | "shapeOf" | "definitionOf">): Shape;
  /** @param states as many as values fit, filled before each call of `fill` */
  values(generator: G, states: Int32Array, context: KindContext): Values;
}
