import type { Share } from "../../rows/random/shares";

/**
 * What the rows are made of, as exact shares: the generator draws by this table and the tests measure against
 * it. Weights are integers; a share is [part, whole]. "Of people" means: of the takes that show anybody.
 */

/** How many people a take shows: nobody, one, two, three or more. */
export const PEOPLE = [6, 644, 200, 150] as const;
/** Of people: women, men, not known. Makes 66 %, 33 % and with nobody 1 % of all. */
export const GENDER = [660, 330, 4] as const;
/** Of people: baby, child, teenager, young, adult, old (age ids 1 to 6). */
export const AGE = [50, 80, 70, 250, 500, 50] as const;
/**
 * The finer ages of each age, numbered on from 1: baby 1-2, child 3-5, teenager 6-7, young 8-9, adult 10-13,
 * old 14-16.
 */
export const AGE_DETAIL = [
  [40, 60],
  [40, 35, 25],
  [50, 50],
  [45, 55],
  [35, 30, 20, 15],
  [50, 35, 15],
] as const;

/** Of takes: those that have the number of people, the gender, the age that their shoot has; one draw decides on all. */
export const SAME_PEOPLE: Share = [30, 100];
export const SAME_GENDER: Share = [10, 100];
export const SAME_AGE: Share = [75, 100];

/** Ethnicities in the order of their ids, 1 to 9. */
export const ETHNICITIES = [
  "white",
  "black",
  "asian",
  "hispanic",
  "middle_eastern",
  "native_american",
  "pacific_islander",
  "mixed",
  "other",
] as const;
/** Of people: the first ethnicity. The last five share 7 %. */
export const ETHNICITY = [700, 80, 100, 50, 20, 8, 5, 27, 10] as const;
/** Of takes of two or more people: a second one is drawn by the same weights, and kept where it differs. */
export const SECOND_ETHNICITY: Share = [1, 10];

/** Of Asians: East, South, Southeast ones; and those in an Asian country who are from its part of Asia in any case. */
export const ASIANS = [52, 30, 18] as const;
export const ASIANS_AT_HOME: Share = [92, 100];
/** Of Hispanic ones: Afro-Latinx, besides those who are Black as well. */
export const AFRO_LATINX: Share = [6, 100];
/** Of other ethnicities: a person of color of whom no more is known. */
export const PERSON_OF_COLOR: Share = [30, 100];
/** Of people: a flag `ethnicity_...` of a name that is not known. */
export const UNKNOWN_ETHNICITY: Share = [2, 1000];
/** Of people: a flag `has_...` of a name that is not known; of rows: other flags. */
export const UNKNOWN_PART: Share = [15, 100];
export const UNKNOWN_FLAG: Share = [3, 100];

/** Takes whose rows all show the same of their people; in others each row is drawn. */
export const FRAMED: Share = [50, 100];
/** Of people; makes 60 % of all rows. */
export const FACE: Share = [600, 994];
/** Of rows with a face; with the next one it makes 45 % of all rows. */
export const BODY_WITH_FACE: Share = [65, 100];
/** Of rows with people but no face. */
export const BODY_WITHOUT_FACE: Share = [60, 394];
/** Of rows with a body; no body, no feet. */
export const FEET: Share = [35, 100];
/** Of rows with a body. */
export const HANDS_WITH_BODY: Share = [70, 100];
/** Of rows with people but no body. */
export const HANDS_WITHOUT_BODY: Share = [15, 100];
/** Of rows with hands: the left one only, the right one only, both. */
export const WHICH_HANDS = [20, 30, 50] as const;
/** Of rows with a face: the face is small. */
export const SMALL_FACE: Share = [25, 100];
/** Of rows with a small face: it is small because it is far away. */
export const DISTANT_FACE: Share = [48, 100];
/** Of rows with a small face, and with another one: no landmarks were found in it. */
export const NO_LANDMARKS_SMALL: Share = [16, 100];
export const NO_LANDMARKS: Share = [2, 100];

/** Sizes in pixels, wide by high, and their weights; 0 x 0 is unknown. The last stands for any other size. */
export const SIZES = [
  [2048, 1365, 560],
  [2048, 1366, 60],
  [1365, 2048, 70],
  [1366, 2048, 15],
  [2048, 1536, 45],
  [1536, 2048, 15],
  [2048, 2048, 20],
  [2048, 1152, 5],
  [1024, 683, 2],
  [0, 0, 8],
  [-1, -1, 200],
] as const;
/** Of other sizes: the long edge is 2048 all the same; and the edges from, to (both included) of the rest. */
export const LONG_EDGE: Share = [75, 100];
export const FREE_EDGE = [600, 2047] as const;
/** Of other sizes: upright ones. */
export const UPRIGHT: Share = [30, 100];
/** Of rows: those whose size is their shoot's. */
export const SAME_SIZE: Share = [40, 100];

/** Takes that have topics; others have topic 0 with a score of 0. */
export const HAS_TOPIC: Share = [97, 100];
/** Of takes with topics: those with a second one, and with a third one as well. */
export const TOPIC_COUNTS = [13, 7, 80] as const;
/** Weights of topics 0 to 63 as first, second, third topic. */
export const FIRST_TOPIC = [
  7, 5, 10, 6, 10, 8, 160, 7, 6, 23, 21, 58, 6, 16, 9, 7, 11, 6, 5, 8, 12, 10, 15, 11, 5, 6, 6, 18, 7, 8, 9,
  5, 6, 17, 14, 5, 7, 34, 72, 7, 27, 12, 5, 7, 5, 50, 15, 41, 5, 13, 9, 5, 8, 25, 5, 6, 6, 5, 30, 20, 11, 5,
  13, 9,
] as const;
export const SECOND_TOPIC = [
  5, 4, 51, 7, 5, 13, 14, 16, 22, 5, 4, 7, 9, 10, 12, 19, 5, 9, 11, 4, 6, 5, 6, 4, 24, 9, 4, 8, 12, 11, 6, 20,
  13, 37, 15, 10, 33, 5, 5, 17, 7, 64, 8, 5, 29, 6, 43, 6, 7, 4, 7, 5, 5, 6, 6, 6, 8, 148, 26, 18, 82, 8, 5,
  9,
] as const;
export const THIRD_TOPIC = [
  22, 11, 9, 8, 11, 5, 13, 31, 67, 6, 8, 7, 28, 5, 10, 9, 10, 6, 15, 6, 7, 5, 9, 6, 37, 9, 12, 14, 16, 12, 8,
  48, 5, 12, 6, 15, 21, 18, 17, 6, 7, 26, 34, 6, 6, 90, 7, 10, 24, 7, 7, 8, 8, 56, 19, 5, 20, 13, 42, 6, 5, 6,
  11, 7,
] as const;

/** Something that cluster columns cluster: a hidden number of each row, which they divide finely or coarsely. */
export interface ThingShare {
  /** The hidden number is below this, and skewed towards 0. */
  readonly kinds: number;
  /** What a row needs before it can be clustered. */
  readonly needs: "body" | "hands" | "face" | "detections" | "nothing";
  /** Of the rows that have what is needed: NULL nevertheless. Rows that lack it are always NULL. */
  readonly notClustered: Share;
}

export const THINGS = {
  pose: { kinds: 768, needs: "body", notClustered: [30, 100] },
  arms: { kinds: 128, needs: "body", notClustered: [60, 100] },
  gesture: { kinds: 128, needs: "hands", notClustered: [50, 100] },
  "hand position": { kinds: 128, needs: "hands", notClustered: [40, 100] },
  colour: { kinds: 256, needs: "nothing", notClustered: [25, 100] },
  face: { kinds: 512, needs: "face", notClustered: [20, 100] },
  objects: { kinds: 256, needs: "detections", notClustered: [25, 100] },
} as const satisfies Readonly<Record<string, ThingShare>>;

export interface ClusterShare {
  readonly column: string;
  /** Clusters are numbered from 1 to this. */
  readonly clusters: number;
  readonly thing: keyof typeof THINGS;
  /** Of the rows: the column is off, and says anything. */
  readonly off: Share;
}

export const CLUSTERS: readonly ClusterShare[] = [
  { column: "body_pose_cluster_256", clusters: 256, thing: "pose", off: [12, 100] },
  { column: "body_pose_cluster_512", clusters: 512, thing: "pose", off: [12, 100] },
  { column: "body_pose_cluster_768", clusters: 768, thing: "pose", off: [12, 100] },
  { column: "hand_poses_cluster_32", clusters: 32, thing: "gesture", off: [25, 100] },
  { column: "hand_gesture_cluster_32", clusters: 32, thing: "gesture", off: [5, 100] },
  { column: "hand_gesture_cluster_64", clusters: 64, thing: "gesture", off: [8, 100] },
  { column: "hand_gesture_cluster_128", clusters: 128, thing: "gesture", off: [55, 100] },
  { column: "arms_poses3D_cluster_64", clusters: 64, thing: "arms", off: [8, 100] },
  { column: "arm_poses3D_cluster_128", clusters: 128, thing: "arms", off: [12, 100] },
  { column: "hand_position_cluster_128", clusters: 128, thing: "hand position", off: [4, 100] },
  { column: "hsv_cluster", clusters: 256, thing: "colour", off: [0, 1] },
  { column: "meta_hsv_cluster", clusters: 64, thing: "colour", off: [0, 1] },
  { column: "face_cluster", clusters: 512, thing: "face", off: [0, 1] },
  { column: "obj_cluster", clusters: 256, thing: "objects", off: [0, 1] },
];
/** `off` of a column `..._cluster_N` of a name that is not known. */
export const UNKNOWN_CLUSTERS_OFF: Share = [15, 100];
/** Rows in which the hands' position goes with the gesture, beside the side on which the hands are. */
export const POSITION_OF_GESTURE: Share = [45, 100];
/** Rows in which the pose of the arms goes with that of the body. */
export const ARMS_OF_POSE: Share = [40, 100];
/** Rows in which the objects' cluster goes with the class of the most prominent one. */
export const OBJECTS_OF_CLASS: Share = [70, 100];

/** A model that looks at some pictures only: an id from 1, and a score; NULL and 0 where it did not. */
export interface ScoredModel {
  readonly id: string;
  readonly score: string;
  readonly ids: number;
  readonly looksAt: "faces" | "no faces" | "people";
  /** Of the rows that it looks at: those that it has an answer for. */
  readonly answers: Share;
}

export const SCORED_MODELS: readonly ScoredModel[] = [
  {
    id: "is_not_face_topic_id",
    score: "is_not_face_score",
    ids: 63,
    looksAt: "no faces",
    answers: [80, 100],
  },
  {
    id: "is_face_model_topic_id",
    score: "is_face_model_score",
    ids: 63,
    looksAt: "faces",
    answers: [90, 100],
  },
  { id: "affect_id", score: "affect_score", ids: 24, looksAt: "people", answers: [70, 100] },
];

/** Detection classes are 1 to 80; 1 is a person. */
export const PERSON_CLASS = 1;
/**
 * Of rows with people but neither face nor body: a person is detected. Always with a face or a body; never
 * without people.
 */
export const PERSON_DETECTED: Share = [50, 100];
/** How many classes besides a person are detected: none to five. */
export const OTHER_CLASSES = [35, 30, 18, 10, 5, 2] as const;
/** Of rows with a person among several classes: the person is the top one. */
export const PERSON_ON_TOP: Share = [85, 100];

/** Rows that show what another image shows, unless that one is a duplicate itself or would lie before id 1. */
export const DUPLICATE: Share = [8, 1000];
/** Of duplicates: those whose original is at most so many ids away; the others are up to so many. */
export const NEAR_DUPLICATE: Share = [90, 100];
export const NEAR_DUPLICATE_IDS = 4_096;
export const FAR_DUPLICATE_IDS = 1_000_000;
/** Of duplicates: those whose original comes later. */
export const LATER_ORIGINAL: Share = [10, 100];

/**
 * Sites number their pictures one after the other: by sixteenths of the time between the first and the last upload
 * day, the number that they have come to. Later days have more rows, so that half of them has 9 digits or 10.
 */
export const SITE_IMAGE_IDS = [
  1.0e7, 1.4e7, 1.8e7, 2.2e7, 2.7e7, 3.2e7, 3.8e7, 4.5e7, 5.4e7, 6.6e7, 8.2e7, 1.1e8, 1.6e8, 2.6e8, 4.4e8,
  8.0e8, 1.7e9,
] as const;

/** Keywords a picture carries: from 20 to 50 by quantiles (see `quantile`; the last value is not reached). */
export const KEYWORDS = [20, 20, 21, 22, 23, 24, 26, 27, 29, 31, 33, 35, 37, 40, 43, 46, 51] as const;

/** First and last upload day, in days since 1970: 2018-07-01 and 2026-06-30. Later days are likelier. */
export const UPLOAD_DAYS = [17_713, 20_634] as const;
/** Shoots of one window of 64 ids lie at most so many days from a day in common. */
export const UPLOAD_CLUMP_DAYS = 20;
/** Of shoots: those that do not. */
export const UPLOAD_STRAYS: Share = [8, 100];

/**
 * `updated_at` is the second at which a row was imported. An import takes some thirty million ids, one
 * after the other, cut at drawn places, and each begins so many seconds after the one before; from the day after
 * the last upload on, and again from there after a year.
 */
export const IMPORT_IDS = 2 ** 26;
export const IMPORT_SECONDS = 5_003;

/** Countries unknown; the weights of the others are in `vocabulary/countries.ts`. */
export const COUNTRY_UNKNOWN: Share = [2, 100];

/** Of an author's days: spent in a country drawn anew, by the site. */
export const ABROAD: Share = [14, 100];

/** Of shoots: by authors who are there from the first id on; the others are by newcomers. */
export const ESTABLISHED: Share = [75, 100];
/** How many there are of both, the newcomers for each 131,072 ids; every pair of site and country has its part. */
export const ESTABLISHED_AUTHORS = 6_000;
export const NEWCOMERS_PER_ERA = 500;
/**
 * Authors' names: a person, a person with an agency, a handle of two words, one of a person's names, a studio, one
 * with a family name.
 */
export const AUTHOR_STYLES = [36, 15, 16, 14, 12, 7] as const;

/** In thousandths of a degree: a quarter above 0, and 16 % within 5 degrees of it. */
export const YAW = [
  -60000, -41000, -38000, -35500, -33000, -30500, -27800, -24500, -20500, -15500, -10500, -5200, 0, 3200,
  6400, 18000, 47000,
] as const;
/** Pitch and roll, in thousandths of a degree. */
export const TILT = [
  -25000, -6500, -4000, -2900, -2100, -1500, -1000, -500, 0, 500, 1000, 1500, 2100, 2900, 4000, 6500, 25000,
] as const;
/** Of pitches: two and a half times as steep. */
export const STEEP: Share = [2, 100];
/** In thousandths; 0 without landmarks, as the angles are. */
export const MOUTH_GAP = [
  0, 100, 220, 350, 500, 700, 950, 1200, 1500, 1850, 2250, 2700, 3250, 3900, 4800, 7500, 20000,
] as const;

/** The first topic's score in ten-thousandths: 0.27, 0.45, 0.67 at 10 %, 50 %, 90 %. */
export const TOPIC_SCORE = [
  1200, 2450, 2870, 3200, 3480, 3740, 3990, 4240, 4500, 4760, 5040, 5350, 5700, 6050, 6450, 7100, 9400,
] as const;
/**
 * The second score as ten-thousandths of the first, and the third of the second; but the second takes at most
 * seven tenths of what the first leaves of 1, and the third at most the rest.
 */
export const SECOND_TOPIC_RATIO = [
  900, 1900, 2550, 3100, 3550, 3950, 4350, 4750, 5150, 5600, 6050, 6550, 7050, 7600, 8250, 9000, 9950,
] as const;
export const THIRD_TOPIC_RATIO = [
  1000, 2200, 2950, 3550, 4050, 4500, 4950, 5350, 5750, 6150, 6600, 7050, 7550, 8050, 8600, 9250, 9980,
] as const;
/** Scores and confidences of models, in ten-thousandths. */
export const CONFIDENCE = [
  2500, 3400, 4100, 4700, 5250, 5750, 6200, 6650, 7050, 7450, 7850, 8200, 8550, 8900, 9250, 9600, 9990,
] as const;
