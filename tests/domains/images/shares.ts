import * as d from "../../../app/domains/images/distributions";
import { COUNTRIES } from "../../../app/domains/images/vocabulary/countries";
import { SITES } from "../../../app/domains/images/vocabulary/sites";

/** What a share is a share of: rows that are drawn one by one, or all rows of a take or shoot at once. */
export type Level = "row" | "take" | "shoot";

const yes = ([part, whole]: readonly [number, number]): readonly number[] => [whole - part, part];
const evenly = Array.from({ length: 16 }, () => 1);
const differing = d.ETHNICITY.reduce((sum, weight) => sum + (weight / 1000) * (1 - weight / 1000), 0);
const details = d.AGE_DETAIL.flatMap((weights, a) =>
  weights.map((weight) => (d.AGE[a]! * weight) / weights.reduce((sum: number, w) => sum + w, 0)),
);
export const countryTotal = COUNTRIES.reduce((sum, [, , weight]) => sum + weight, 0);

/** Name in the tally, level, weights by value. */
export const SHARES: readonly (readonly [name: string, level: Level, weights: readonly number[]])[] = [
  ["gender", "take", [1, 66, 33]],
  ["age", "take", [0, ...d.AGE]],
  ["age detail", "take", [0, ...details]],
  ["ethnicity", "take", [0, ...d.ETHNICITY]],
  ["second ethnicity", "take", yes([((35 / 99) * differing) / 10, 1])],
  ["site", "shoot", [0, ...SITES.map((site) => site.weight)]],
  ["country", "shoot", [(countryTotal * 2) / 98, ...COUNTRIES.map(([, , weight]) => weight)]],
  ["face", "take", [40, 60]],
  ["face of people", "take", yes(d.FACE)],
  ["body", "take", [55, 45]],
  ["body with face", "row", yes(d.BODY_WITH_FACE)],
  ["body of people without face", "row", yes(d.BODY_WITHOUT_FACE)],
  ["feet", "row", yes(d.FEET)],
  ["hands with body", "row", yes(d.HANDS_WITH_BODY)],
  ["hands without body", "row", yes(d.HANDS_WITHOUT_BODY)],
  ["which hands", "row", [0, ...d.WHICH_HANDS]],
  ["small", "row", yes(d.SMALL_FACE)],
  ["distant", "row", yes(d.DISTANT_FACE)],
  ["no landmarks", "row", yes(d.NO_LANDMARKS)],
  ["no landmarks, small", "row", yes(d.NO_LANDMARKS_SMALL)],
  ...d.CLUSTERS.map(({ column, notClustered }) => [`${column} NULL`, "row", yes(notClustered)] as const),
  ...d.SCORED_MODELS.map(({ id, answers }) => [`${id} NULL`, "row", [...yes(answers)].reverse()] as const),
  ["size", "row", d.SIZES.map(([, , weight]) => weight)],
  ["topic", "take", yes(d.HAS_TOPIC)],
  ["duplicate", "row", yes(d.DUPLICATE)],
  // A far one may be near by chance.
  ["near duplicate", "row", yes([0.9 + 0.1 * (4_096 / 1_000_000), 1])],
  ["digits", "row", d.SITE_IMAGE_ID_DIGITS],
  ["person unseen", "row", yes(d.PERSON_DETECTED)],
  ["other classes", "row", d.OTHER_CLASSES],
  ["person on top", "row", yes(d.PERSON_ON_TOP)],
  ["yaw", "row", evenly],
  ["pitch", "row", evenly],
  ["roll", "row", evenly],
  ["topic score", "row", evenly],
  ["early upload", "shoot", [3, 1]],
];
