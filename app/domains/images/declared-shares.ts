import * as d from "./distributions";
import { siteRegions } from "./links/places";
import { ethnicityByPlace, genderByPlace, placeNumber } from "./links/who";
import { COUNTRIES, REGIONS } from "./vocabulary/countries";
import { AGES, GENDERS } from "./vocabulary/people";
import { SITES } from "./vocabulary/sites";
import type { DeclaredShares } from "../declared/declared-shares";
import type { Share } from "../../rows/random/shares";

function shares(
  values: readonly (string | number)[],
  weights: readonly number[],
): ReadonlyMap<string, number> {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return new Map(values.map((value, i) => [String(value), weights[i]! / total]));
}

/** How often a condition holds. */
function chance(name: string, condition: string, [part, whole]: Share, among?: string): DeclaredShares {
  return { name, value: `toUInt8(${condition})`, among, shares: shares([0, 1], [whole - part, part]) };
}
const SOMEBODY = "gender_id != 0";
const [NOBODY] = d.PEOPLE.map((weight) => weight / d.PEOPLE.reduce((sum, w) => sum + w, 0));
const SEEN = 1 - NOBODY!;

const WHO: readonly DeclaredShares[] = [
  {
    name: "gender",
    value: "gender",
    shares: shares(GENDERS, [NOBODY!, ...d.GENDER.map((weight) => (weight / 994) * SEEN)]),
  },
  {
    name: "age",
    value: "age",
    shares: shares(AGES, [NOBODY!, ...d.AGE.map((weight) => (weight / 1000) * SEEN)]),
  },
  {
    name: "age detail",
    value: "age_detail_id",
    among: SOMEBODY,
    shares: shares(
      d.AGE_DETAIL.flat().map((_, i) => i + 1),
      d.AGE_DETAIL.flatMap((weights, a) =>
        weights.map((weight) => (d.AGE[a]! * weight) / weights.reduce((sum: number, w) => sum + w, 0)),
      ),
    ),
  },
  {
    name: "first ethnicity",
    value: "ethnicity_ids[1]",
    among: SOMEBODY,
    shares: shares(
      d.ETHNICITIES.map((_, e) => e + 1),
      d.ETHNICITY,
    ),
  },
  chance("has_face", "has_face", [60, 100]),
  chance("has_body", "has_body", [45, 100]),
  chance("has_body with a face", "has_body", d.BODY_WITH_FACE, "has_face"),
  chance("has_body without a face", "has_body", d.BODY_WITHOUT_FACE, `${SOMEBODY} AND NOT has_face`),
  chance("has_feet", "has_feet", d.FEET, "has_body"),
  chance("has_hands with a body", "has_hands", d.HANDS_WITH_BODY, "has_body"),
  chance("has_hands without a body", "has_hands", d.HANDS_WITHOUT_BODY, `${SOMEBODY} AND NOT has_body`),
  {
    name: "which hands",
    value: "has_left_hand + 2 * has_right_hand",
    among: "has_hands",
    shares: shares([1, 2, 3], d.WHICH_HANDS),
  },
  chance("is_small", "is_small", d.SMALL_FACE, "has_face"),
  chance("is_face_distant", "is_face_distant", d.DISTANT_FACE, "is_small"),
  chance("is_face_no_lms", "is_face_no_lms", d.NO_LANDMARKS, "has_face AND NOT is_small"),
  chance("is_face_no_lms of small faces", "is_face_no_lms", d.NO_LANDMARKS_SMALL, "is_small"),
];

const WHERE: readonly DeclaredShares[] = [
  {
    name: "site",
    value: "site_name",
    shares: shares(
      SITES.map(({ name }) => name),
      SITES.map(({ weight }) => weight),
    ),
  },
  {
    name: "country",
    value: "country_code",
    shares: shares(
      ["", ...COUNTRIES.map(([code]) => code)],
      [
        (d.COUNTRY_UNKNOWN[0] / (d.COUNTRY_UNKNOWN[1] - d.COUNTRY_UNKNOWN[0])) *
          COUNTRIES.reduce((sum, [, , weight]) => sum + weight, 0),
        ...COUNTRIES.map(([, , weight]) => weight),
      ],
    ),
  },
  {
    name: "size",
    value: "if((width, height) IN (SIZES), concat(toString(width), 'x', toString(height)), 'other')".replace(
      "SIZES",
      d.SIZES.slice(0, -1)
        .map(([width, height]) => `(${width}, ${height})`)
        .join(", "),
    ),
    shares: shares(
      [...d.SIZES.slice(0, -1).map(([width, height]) => `${width}x${height}`), "other"],
      d.SIZES.map(([, , weight]) => weight),
    ),
  },
];

const SEEN_IN_IT: readonly DeclaredShares[] = [
  chance("topics", "topic_score_1 > 0", d.HAS_TOPIC),
  {
    name: "number of topics",
    value: "1 + (topic_score_2 > 0) + (topic_score_3 > 0)",
    among: "topic_score_1 > 0",
    shares: shares([1, 2, 3], d.TOPIC_COUNTS),
  },
  {
    name: "first topic",
    value: "topic_id_1",
    among: "topic_score_1 > 0",
    shares: shares([...d.FIRST_TOPIC.keys()], d.FIRST_TOPIC),
  },
  {
    name: "second topic",
    value: "topic_id_2",
    among: "topic_score_2 > 0",
    shares: shares([...d.SECOND_TOPIC.keys()], d.SECOND_TOPIC),
  },
  ...d.SCORED_MODELS.map(({ id, answers, looksAt }): DeclaredShares =>
    chance(
      `${id} is there`,
      `isNotNull(${id})`,
      answers,
      { faces: "has_face", "no faces": "NOT has_face", people: SOMEBODY }[looksAt],
    ),
  ),
  ...d.CLUSTERS.map(({ column, thing }): DeclaredShares =>
    chance(
      `${column} is NULL`,
      `isNull(${column})`,
      d.THINGS[thing].notClustered,
      {
        body: "has_body",
        hands: "has_hands",
        face: "has_face",
        detections: "detection_count > 0",
        nothing: "1",
      }[d.THINGS[thing].needs],
    ),
  ),
  {
    name: "classes besides a person",
    value: `length(detection_classes) - has(detection_classes, ${d.PERSON_CLASS})`,
    shares: shares([...d.OTHER_CLASSES.keys()], d.OTHER_CLASSES),
  },
  chance(
    "a person is seen without face and body",
    `has(detection_classes, ${d.PERSON_CLASS})`,
    d.PERSON_DETECTED,
    `${SOMEBODY} AND NOT has_face AND NOT has_body`,
  ),
  chance(
    "a person is the most prominent",
    `detection_top_class_id = ${d.PERSON_CLASS}`,
    d.PERSON_ON_TOP,
    `has(detection_classes, ${d.PERSON_CLASS}) AND length(detection_classes) > 1`,
  ),
  ...(
    [
      ["face_x", d.YAW],
      ["face_z", d.TILT],
    ] as const
  ).map(([column, knots]): DeclaredShares => ({
    name: `${column} by sixteenths`,
    value: `arrayCount(knot -> toInt32(${column} * 1000) >= knot, [${knots.slice(1, -1).join(", ")}])`,
    among: "has_face AND NOT is_face_no_lms",
    shares: shares([...Array(16).keys()], Array<number>(16).fill(1)),
  })),
  {
    name: "topic_score_1 by sixteenths",
    value: `arrayCount(knot -> topic_score_1 * 10000 >= knot, [${d.TOPIC_SCORE.slice(1, -1).join(", ")}])`,
    among: "topic_score_1 > 0",
    shares: shares([...Array(16).keys()], Array<number>(16).fill(1)),
  },
];

/** Of each region, over all sites; and of each site, over all regions. */
const LINKED: readonly DeclaredShares[] = [
  ...REGIONS.map((region, r) => ({
    among: `region = '${region}'`,
    of: `in ${region || "unknown regions"}`,
    r,
  })),
  ...SITES.map(({ name }, s) => ({ among: `site_name = '${name}'`, of: `on ${name}`, s })),
].flatMap(({ among, of, ...only }): DeclaredShares[] => {
  const places = SITES.flatMap((_, s) => REGIONS.map((_, r) => ({ s, r }))).filter(
    ({ s, r }) => (!("r" in only) || only.r === r) && (!("s" in only) || only.s === s),
  );
  const sum = (table: readonly (readonly number[])[]) =>
    table[0]!.map((_, c) => places.reduce((total, { s, r }) => total + table[placeNumber(s, r)]![c]!, 0));
  return [
    {
      name: `gender ${of}`,
      value: "gender",
      among: `${SOMEBODY} AND ${among}`,
      shares: shares(GENDERS.slice(1), sum(genderByPlace())),
    },
    {
      name: `first ethnicity ${of}`,
      value: "ethnicity_ids[1]",
      among: `${SOMEBODY} AND ${among}`,
      shares: shares(
        d.ETHNICITIES.map((_, e) => e + 1),
        sum(ethnicityByPlace()),
      ),
    },
    ...("s" in only
      ? [{ name: `region ${of}`, value: "region", among, shares: shares(REGIONS, siteRegions()[only.s]!) }]
      : []),
  ];
});

/** Of all rows, or of those of a kind. */
export const IMAGES_SHARES: readonly DeclaredShares[] = [...WHO, ...WHERE, ...SEEN_IN_IT];
/** Of the rows of each region, and of each site. */
export const IMAGES_SHARES_BY_PLACE: readonly DeclaredShares[] = LINKED;
