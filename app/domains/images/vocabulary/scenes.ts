/** A kind of place. */
export interface Scene {
  readonly name: string;
  /** Share of shoots, in 64ths. */
  readonly weight: number;
  readonly indoors: boolean;
  /** The youngest and the oldest age of whom is there, both included; others are `instead` in another. */
  readonly ages?: readonly [youngest: number, oldest: number];
  readonly instead?: string;
}

const CHILD = 2, TEENAGER = 3, YOUNG = 4, ADULT = 5, OLD = 6;

export const SCENES: readonly Scene[] = [
  { name: "home", weight: 9, indoors: true },
  { name: "kitchen", weight: 4, indoors: true },
  { name: "office", weight: 9, indoors: true, ages: [YOUNG, OLD], instead: "school" },
  { name: "school", weight: 4, indoors: true, ages: [CHILD, ADULT], instead: "home" },
  { name: "cafe", weight: 4, indoors: true, ages: [CHILD, OLD], instead: "kitchen" },
  { name: "studio", weight: 7, indoors: true },
  { name: "gym", weight: 3, indoors: true, ages: [TEENAGER, OLD], instead: "park" },
  { name: "travel", weight: 2, indoors: true, ages: [CHILD, OLD], instead: "park" },
  { name: "street", weight: 6, indoors: false, ages: [CHILD, OLD], instead: "park" },
  { name: "park", weight: 5, indoors: false },
  { name: "nature", weight: 5, indoors: false },
  { name: "beach", weight: 4, indoors: false },
  { name: "winter", weight: 2, indoors: false },
];

/** The scenes by 64ths. */
export const SCENE_BY_SLOT: readonly number[] = SCENES.flatMap(({ weight }, scene) =>
  new Array<number>(weight).fill(scene),
);

/** Where somebody of that age, 0 for nobody, is when the shoot's scene is `scene`. */
export function sceneFor(scene: number, age: number): number {
  const { ages, instead } = SCENES[scene]!;
  if (age === 0 || ages === undefined || (age >= ages[0] && age <= ages[1])) return scene;
  return sceneFor(
    SCENES.findIndex(({ name }) => name === instead),
    age,
  );
}
