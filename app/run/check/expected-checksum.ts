import { setImmediate as nextTurn } from "node:timers/promises";
import type { Model } from "../../model/column";
import { batchesOf, type Range } from "../../plan/range";
import { addChecksums, blockChecksum } from "../../rows/checksum";
import type { TargetTable } from "../../table/target-table";
import { createRowGenerator, type RowGenerator } from "../../rows/row-generator";

/** Rows made in one turn of the event loop: about 15 ms. */
const ROWS_A_TURN = 10_000;

/** The checksums that rows of one seed and model should have. */
export interface ExpectedChecksums {
  /**
   * @param ranges sorted and disjoint
   * @param columns those that take part; part of the columns that the model compares
   */
  of(ranges: readonly Range[], columns: Model): Promise<bigint>;
}

/** Makes the rows anew in this thread. */
export class MadeChecksums implements ExpectedChecksums {
  private generator: RowGenerator | undefined;

  constructor(
    private readonly seed: string,
    private readonly table: Pick<TargetTable, "model" | "domain">,
  ) {}

  async of(ranges: readonly Range[], columns: Model): Promise<bigint> {
    const generator = (this.generator ??= createRowGenerator(this.seed, this.table.model, this.table.domain));
    const sums: bigint[] = [];
    for (const batch of batchesOf(ranges, ROWS_A_TURN)) {
      sums.push(blockChecksum(generator.generateRanges(batch), columns));
      await nextTurn();
    }
    return addChecksums(sums);
  }
}
