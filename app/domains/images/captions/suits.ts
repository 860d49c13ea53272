import { AGES, GENDERS } from "../vocabulary/people";
import { SCENES } from "./scenes";

const PEOPLE = ["none", "one", "two", "group"];
const FACES = ["faceless", "face"];

const GENDER_SHIFT = PEOPLE.length;
const AGE_SHIFT = GENDER_SHIFT + GENDERS.length;
const FACE_SHIFT = AGE_SHIFT + AGES.length;
const SCENE_SHIFT = FACE_SHIFT + FACES.length;

const range = (shift: number, size: number) => ((1 << size) - 1) << shift;
const ALL_SCENES = range(SCENE_SHIFT, SCENES.length);
const GROWN = ["young", "adult", "old"].reduce(
  (mask, age) => mask | (1 << (AGE_SHIFT + AGES.indexOf(age))),
  0,
);

/**
 * The bits of one kind of main person: an entry suits it when its mask (see {@link parseSuits}) has all of
 * them.
 */
export function subjectMask(people: number, gender: number, age: number, face: number): number {
  return (
    (1 << people) | (1 << (GENDER_SHIFT + gender)) | (1 << (AGE_SHIFT + age)) | (1 << (FACE_SHIFT + face))
  );
}

/** The bit of one scene. */
export function sceneMask(scene: number): number {
  return 1 << (SCENE_SHIFT + scene);
}

/** The bits of an age or a range of ages such as `child-old`; 0 where it is none. */
function ageMask(tag: string): number {
  const [first, last = first] = tag.split("-").map((age) => AGES.indexOf(age));
  if (!(first! > 0 && last! >= first!)) return 0;
  return range(AGE_SHIFT + first!, last! - first! + 1);
}

function sceneTagMask(tag: string): number {
  let mask = 0;
  SCENES.forEach((scene, i) => {
    if (tag === scene.name || tag === (scene.indoors ? "indoors" : "outdoors")) mask |= sceneMask(i);
  });
  return mask;
}

function peopleMask(tag: string): number {
  if (tag === "any") return 0b1111;
  if (tag === "many") return 0b1100;
  const people = PEOPLE.indexOf(tag);
  return people < 0 ? 0 : 1 << people;
}

/**
 * Reads the `suits` of a pool or template (`pools/pool.ts`) as a mask of the pictures that it suits. An age
 * that is not known takes what suits all grown ages; pictures without people ask for no age and gender.
 * Throws on an unknown tag.
 */
export function parseSuits(suits: string): number {
  let people = 0;
  let genders = 0;
  let ages = 0;
  let faces = 0;
  let scenes = 0;
  let notScenes = 0;
  for (const tag of suits.split(" ").filter(Boolean)) {
    const gender = GENDERS.indexOf(tag);
    const face = FACES.indexOf(tag);
    const scene = sceneTagMask(tag);
    if (gender > 0) genders |= 1 << (GENDER_SHIFT + gender);
    else if (face >= 0) faces |= 1 << (FACE_SHIFT + face);
    else if (scene) scenes |= scene;
    else if (tag.startsWith("-") && sceneTagMask(tag.slice(1))) notScenes |= sceneTagMask(tag.slice(1));
    else if (peopleMask(tag)) people |= peopleMask(tag);
    else if (ageMask(tag)) ages |= ageMask(tag);
    else throw new Error(`unknown tag "${tag}" in suits "${suits}"`);
  }
  people ||= 0b1110;
  genders ||= range(GENDER_SHIFT, GENDERS.length);
  ages ||= range(AGE_SHIFT, AGES.length);
  faces ||= range(FACE_SHIFT, FACES.length);
  scenes ||= ALL_SCENES;
  const noPeople = (people & 1) !== 0;
  if (noPeople) genders |= 1 << GENDER_SHIFT;
  if (noPeople || (ages & GROWN) === GROWN) ages |= 1 << AGE_SHIFT;
  return people | genders | ages | faces | (scenes & ~notScenes);
}
