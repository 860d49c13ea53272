import type { Factor, Factors } from "../../rows/factors";
import { fillStates } from "../../rows/random/counters";
import type { Source } from "../../rows/values/source";
import { columnVersion } from "./column-version";
import { generatorOf } from "./generator-of";
import type { KindContext, Values } from "./kinds/kind";
import { isDrawn, valuesOf } from "./kinds/kinds";
import type { TableSpec } from "./table-spec";
import { newStates, type States } from "../../rows/random/states";

/**
 * The values of a column of a specification, made once a block for the column itself and for all that are made of
 * it, whether the table has it or not.
 */
export class SpecColumn implements Factor {
  readonly #base: number;
  readonly #states: States;
  readonly #values: Values;
  readonly #isDrawn: boolean;

  constructor(
    spec: TableSpec,
    column: string,
    private readonly factors: Factors,
    definitionOf: KindContext["definitionOf"],
  ) {
    this.#base = factors.streams.base(`${spec.name}/${column}`, columnVersion(spec, column));
    this.#states = newStates(factors, factors.capacity);
    const context = { spec, column, factors, base: this.#base, definitionOf };
    const generator = generatorOf(spec, column)!;
    this.#isDrawn = isDrawn(generator);
    this.#values = valuesOf(generator, this.#states, context);
  }

  get source(): Source {
    return this.#values.source;
  }

  fill(rows: number): void {
    if (this.#isDrawn) fillStates(this.#states, this.#base, this.factors.rows, rows);
    this.#values.fill(rows);
  }
}
