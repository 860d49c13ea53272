/** Moves whenever the same draws give another caption. */
export const CAPTION_VERSION = 2;
/** The longest caption, in bytes, inclusive. */
export const MAX_CAPTION = 150;

/** What a caption knows of the picture. */
export interface Picture {
  /** 0 none, 1, 2, 3 = three or more. */
  people: number;
  /** Of the main person: 0 none, 1 women, 2 men, 3 not known. */
  gender: number;
  /** Of the main person: 0 none, 1 baby, 2 child, 3 teenager, 4 young, 5 adult, 6 old. */
  age: number;
  /** From 1, or 0 where it is not to be named. */
  ethnicity: number;
  face: number;
  /** 0 where rows of the take differ, 1 where all show them, 2 where none does. */
  hands: number;
  body: number;
  feet: number;
  /** Number in `SCENES`. */
  scene: number;
  /** The first topic, or -1. */
  topic: number;
  /** From 1, or 0 where it is not known. */
  country: number;
  /** Since 1970-01-01. */
  day: number;
  /** Number in `SITES`. */
  site: number;
}
