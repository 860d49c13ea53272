/**
 * States, one for each row or part of a block, in arrays that are used again: of 32 bits as long as no id is beyond
 * 2^32, since loops over these are faster.
 */
export type States = Int32Array | Float64Array;

/** @param ids whose states they are @param length how many fit */
export function newStates({ isWide }: { readonly isWide: boolean }, length: number): States {
  return isWide ? new Float64Array(length) : new Int32Array(length);
}

/** As wide as others. @param length how many fit; default: as many */
export function statesLike(others: States, length = others.length): States {
  return newStates({ isWide: others instanceof Float64Array }, length);
}
