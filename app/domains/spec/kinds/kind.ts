import type { Shape } from "../../../model/types/shape";
import type { ColumnDefinition } from "../../../rows/column-definition";
import type { Factors } from "../../../rows/factors";
import type { Source } from "../../../rows/values/source";
import type { Generator } from "../generator";
import type { TableSpec } from "../table-spec";
import type { States } from "../../../rows/random/states";

/** Values of a generator, made from states, one each. */
export interface Values {
  readonly source: Source;
  /**
   * @param count of values, at most as many as there are states. Kinds that go by the row's number, or by other
   * columns, stand for whole columns, whose values are the block's rows
   */
  fill(count: number): void;
}

/** What decides the shape of a kind's values: the specification alone. */
export interface ShapeContext {
  readonly spec: TableSpec;
  /** The column that is filled. */
  readonly column: string;
  shapeOf(generator: Generator): Shape;
  /** What fills a column of a specification: of this one, or another. */
  definitionOf(spec: TableSpec, column: string): ColumnDefinition;
}

/** What a kind of generators may use besides states. */
export interface KindContext extends ShapeContext {
  readonly factors: Factors;
  /** Of the column's stream, for draws that are not by row. */
  readonly base: number;
  /** Values of another generator, such as that of elements. */
  valuesOf(generator: Generator, states: States): Values;
}

/** A kind of generators: one file of this folder each. */
export interface GeneratorKind<G extends Generator> {
  /** Its values follow from other columns and row numbers alone: it is given states, but none are filled in. */
  readonly drawless?: true;
  shape(generator: G, context: ShapeContext): Shape;
  /** @param states as many as values fit, filled before each call of `fill` */
  values(generator: G, states: States, context: KindContext): Values;
}

/** The generators of a kind. */
export type Of<K extends Generator["kind"]> = Extract<Generator, { kind: K }>;

/** Draws of a state that are made beside the values' own, which have small numbers; each for one purpose. */
export const NULLS = 0x6e750000;
export const LENGTHS = 0x6c650000;
export const ELEMENTS = 0x656c0000;
/** Of a stream's base: the base of draws that go by another number than the row's. */
export const OWN_BASE = 0x62610000;
