import { InternalError } from "../../../errors";
import { AGES, GENDERS as LABELS } from "../vocabulary/people";

/**
 * What a picture is like, as dimensions of a mask: an entry's mask has one bit for each value that it suits, a
 * picture's one bit in each dimension. Of what a row may or may not show ("maybe") nothing can be said. Nobody counts
 * as an adult of whom no gender is said.
 */
const DIMENSIONS = {
  people: ["none", "one", "two", "group"],
  gender: ["unsaid", ...LABELS.slice(1, 3)],
  age: AGES.slice(1),
  face: ["faceless", "face"],
  hands: ["maybe-hands", "hands"],
  body: ["maybe-body", "body", "no-body"],
  feet: ["maybe-feet", "feet", "no-feet"],
  season: ["seasonless", "spring", "summer", "autumn", "winter"],
  where: ["nowhere", "place"],
  named: ["anonymous", "named"],
} as const;

export type Dimension = keyof typeof DIMENSIONS;

interface Values {
  readonly names: readonly string[];
  readonly shift: number;
  readonly all: number;
}

const VALUES = new Map<string, Values>();
let bits = 0;
for (const [dimension, names] of Object.entries(DIMENSIONS)) {
  VALUES.set(dimension, { names, shift: bits, all: ((1 << names.length) - 1) << bits });
  bits += names.length;
}

/** Bits of the values of a dimension before the first of this one, for {@link pictureMask}. */
export function shiftOf(dimension: Dimension): number {
  return VALUES.get(dimension)!.shift;
}

/** The bits that tell who is in the picture and how: by them alone, most of what a list has is ruled out. */
export const KIND = ["people", "gender", "age", "face", "hands", "body", "feet", "named"].reduce(
  (mask, name) => mask | VALUES.get(name)!.all,
  0,
);
/** What {@link kindNumber} is below of. */
export const KINDS = 4 * 3 * 6 * 2 * 2 * 3 * 3 * 2;

/** Numbers the values of {@link KIND} in a picture's mask. */
export function kindNumber(mask: number): number {
  const people = 31 - Math.clz32(mask & 15);
  const gender = 31 - Math.clz32((mask >>> 4) & 7);
  const age = 31 - Math.clz32((mask >>> 7) & 63);
  const body = 31 - Math.clz32((mask >>> 17) & 7);
  const feet = 31 - Math.clz32((mask >>> 20) & 7);
  const face = (mask >>> 14) & 1;
  const hands = (mask >>> 16) & 1;
  const named = mask >>> 31;
  return ((((people * 3 + gender) * 6 + age) * 3 + body) * 3 + feet) * 8 + face * 4 + hands * 2 + named;
}

/** Whether there is a picture that a mask suits. */
export function isPossible(mask: number): boolean {
  return [...VALUES.values()].every(({ all }) => (mask & all) !== 0);
}

const GROUPS: Readonly<Record<string, string>> = { people: "one two group", many: "two group" };

const parsed = new Map<string, number>();

/**
 * Reads a list of tags as a mask: values of the dimensions, `people` (one or more), `many` (two or more), and ranges of
 * ages such as `child-old`. A dimension without a tag takes what `defaults` say of it, else all values.
 * @throws Error on an unknown tag
 */
export function parseSuits(tags: string, defaults = ""): number {
  const key = `${tags}:${defaults}`;
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const own = masks(tags);
  const others = masks(defaults);
  let mask = 0;
  for (const [dimension, { all }] of VALUES) mask |= own.get(dimension) ?? others.get(dimension) ?? all;
  parsed.set(key, mask);
  return mask;
}

function masks(tags: string): Map<string, number> {
  const found = new Map<string, number>();
  const words = tags.split(" ").flatMap((tag) => GROUPS[tag]?.split(" ") ?? tag);
  for (const tag of words.filter(Boolean)) {
    const [dimension, mask] = valueMask(tag);
    found.set(dimension, (found.get(dimension) ?? 0) | mask);
  }
  return found;
}

function valueMask(tag: string): [dimension: string, mask: number] {
  for (const [dimension, { names, shift }] of VALUES) {
    const value = names.indexOf(tag);
    if (value >= 0) return [dimension, 1 << (shift + value)];
  }
  const { names, shift } = VALUES.get("age")!;
  const [first, last] = tag.split("-").map((age) => names.indexOf(age));
  if (first === undefined || last === undefined || first < 0 || last < first) {
    throw new InternalError(`unknown tag "${tag}"`);
  }
  return ["age", ((1 << (last - first + 1)) - 1) << (shift + first)];
}
