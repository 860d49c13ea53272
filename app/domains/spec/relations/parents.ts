import type { Children } from "./children";
import type { Choice } from "./choice";

/** Rows are numbered parent by parent: from row 1 on, as tables are by default. */
export class Parents implements Choice {
  readonly ordinals: Uint32Array;

  constructor(
    private readonly children: Children,
    private readonly rows: Float64Array,
  ) {
    this.ordinals = new Uint32Array(rows.length);
  }

  choose(rows: number, numbers: Float64Array, places: Uint32Array): number {
    const { children, ordinals } = this;
    let count = 0;
    let parent = -1;
    let first = 0;
    let end = -1;
    for (let i = 0; i < rows; i++) {
      const child = this.rows[i]! - 1;
      if (child < first || child >= end) {
        parent = children.parentOf(child);
        first = children.before(parent);
        end = first + children.of(parent);
        numbers[count++] = parent + 1;
      }
      ordinals[i] = child - first + 1;
      places[i] = count - 1;
    }
    return count;
  }
}
