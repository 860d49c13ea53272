/** A figure, declared and observed. */
export interface Finding {
  readonly name: string;
  readonly declared: number;
  readonly observed: number;
  /** Standard error of the observed figure. */
  readonly error: number;
  readonly outside: boolean;
}

/** Neighbouring ids share much; rows so far apart share nothing, but authors. */
export const BLOCK_IDS = 4_096;
/** Standard errors that a figure may be off: one in 150,000 true ones is outside, and seeds are fixed. */
export const SIGMAS = 4.5;
