/** Says which rows of the other table the rows of a block refer to. */
export interface Choice {
  /** Of children: their numbers among their parent's, from 1 on, by row of the block. */
  readonly ordinals?: Uint32Array;
  /**
   * Writes the number of each different row into `numbers`, and for each row of the block its place among them.
   * @returns how many numbers there are
   */
  choose(rows: number, numbers: Float64Array, places: Uint32Array): number;
}
