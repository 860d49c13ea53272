import type { ColumnDefinition } from "../../../rows/column-definition";
import { type Factor, Factors } from "../../../rows/factors";
import { Streams } from "../../../rows/random/stream";
import type { Source } from "../../../rows/values/source";
import type { Values } from "../kinds/kind";
import type { ReferredRows } from "../table-spec";
import type { Choice } from "./choice";
import { gathered } from "./gather";

/** The rows of another table that those of a block refer to: made again from their numbers, never looked up. */
export class RelatedRows implements Factor {
  readonly #factors: Factors;
  readonly #numbers: Float64Array;
  readonly #places: Uint32Array;
  readonly #columns = new Map<string, Source>();

  /** @param definitionOf what fills a column of the other table */
  constructor(
    { capacity, isWide }: Pick<Factors, "capacity" | "isWide">,
    { seed }: ReferredRows,
    private readonly definitionOf: (column: string) => ColumnDefinition,
    private readonly choice: Choice,
  ) {
    this.#factors = new Factors(new Streams(seed), capacity, undefined, isWide);
    this.#numbers = new Float64Array(capacity);
    this.#places = new Uint32Array(capacity);
  }

  /** Values of the other row's column. */
  column(name: string): Values {
    const { shape, create } = this.definitionOf(name);
    let source = this.#columns.get(name);
    if (source === undefined) this.#columns.set(name, (source = create(this.#factors)));
    return gathered(shape, source, this.#places, this.#factors.capacity);
  }

  get ordinals(): Uint32Array | undefined {
    return this.choice.ordinals;
  }

  fill(rows: number): void {
    const count = this.choice.choose(rows, this.#numbers, this.#places);
    this.#factors.fillAt(this.#numbers, count);
    for (const source of this.#columns.values()) source.fill?.(count);
  }
}
