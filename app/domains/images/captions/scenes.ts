/**
 * A kind of place. Where it does not suit the main person's age, the picture is taken `instead` in another.
 */
export interface Scene {
  readonly name: string;
  /** Share of shoots, in 64ths. */
  readonly weight: number;
  readonly indoors: boolean;
  readonly ages?: string;
  readonly instead?: string;
}

export const SCENES: readonly Scene[] = [
  { name: "home", weight: 9, indoors: true },
  { name: "kitchen", weight: 4, indoors: true },
  { name: "office", weight: 9, indoors: true, ages: "young-old", instead: "school" },
  { name: "school", weight: 4, indoors: true, ages: "child-adult", instead: "home" },
  { name: "cafe", weight: 4, indoors: true, ages: "child-old", instead: "kitchen" },
  { name: "studio", weight: 7, indoors: true },
  { name: "gym", weight: 3, indoors: true, ages: "teenager-old", instead: "park" },
  { name: "travel", weight: 2, indoors: true, ages: "child-old", instead: "park" },
  { name: "street", weight: 6, indoors: false, ages: "child-old", instead: "park" },
  { name: "park", weight: 5, indoors: false },
  { name: "nature", weight: 5, indoors: false },
  { name: "beach", weight: 4, indoors: false },
  { name: "winter", weight: 2, indoors: false },
];
