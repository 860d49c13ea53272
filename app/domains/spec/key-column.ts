import type { ColumnDefinition } from "../../rows/column-definition";
import type { Factor, Factors } from "../../rows/factors";
import type { Source } from "../../rows/values/source";

/** The values of a key, made once a block for all that are made of it. */
export class KeyColumn implements Factor {
  readonly source: Source;
  readonly #made: Source;

  constructor(definition: ColumnDefinition, factors: Factors) {
    this.#made = definition.create(factors);
    this.source = { ...this.#made, fill: undefined };
  }

  fill(rows: number): void {
    this.#made.fill?.(rows);
  }
}
